/** What one person published alone, until a second person has looked; what its day came for and could not begin. */
import { sql } from 'kysely'
import type { HealthItem } from '../../../shared/health.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import type { Database } from '../../platform/storage/index.ts'
import { WOULD_UNDO } from './release.ts'

const MOST_NAMED = 5

export async function readGuidesHealth(db: Database, now: Date): Promise<HealthItem[]> {
  return [...(await findStuck(db, now)), ...(await findAlone(db))]
}

async function findStuck(db: Database, now: Date): Promise<HealthItem[]> {
  const stuck = await db
    .selectFrom('guide_drafts as d')
    .select(['d.content', 'd.effective_from'])
    .where('d.state', '=', 'scheduled')
    .where(sql<boolean>`${WOULD_UNDO}`)
    .orderBy('d.effective_from')
    .execute()
  if (stuck.length === 0) return []
  const named = stuck
    .slice(0, MOST_NAMED)
    .map(
      ({ content, effective_from }) => `“${content.title}” hẹn ngày ${effective_from?.split('-').reverse().join('/')}`,
    )
  return [
    {
      name: 'Bản hẹn ngày chưa áp dụng được',
      colour: stuck.some(({ effective_from }) => (effective_from ?? '') <= vietnamDay(now)) ? 'red' : 'amber',
      finding: `${named.join('; ')}: sau khi duyệt đã có bản khác được đăng, hoặc hướng dẫn đã thôi dùng. Máy vẫn trả lời theo bản đang dùng.`,
      nextStep: 'Mở hướng dẫn, so bản hẹn với bản đang dùng, viết điều còn thiếu thành bản nháp mới rồi bỏ bản hẹn.',
    },
  ]
}

async function findAlone(db: Database): Promise<HealthItem[]> {
  const alone = await db
    .selectFrom('topic_revisions')
    .select(['topic_key', 'revision', 'published_by', 'why', 'content'])
    .where('is_alone', '=', true)
    .where('seen_by', 'is', null)
    .orderBy('published_at')
    .execute()
  if (alone.length === 0) return []
  const named = alone
    .slice(0, MOST_NAMED)
    .map(({ content, revision, published_by, why }) => `“${content.title}” bản ${revision} (${published_by}: ${why})`)
  return [
    {
      name: 'Hướng dẫn đăng một mình',
      colour: 'amber',
      finding: `${alone.length} bản do một người tự viết tự đăng vì khẩn cấp: ${named.join('; ')}.`,
      nextStep: 'Người duyệt thứ hai mở “Lịch sử” của hướng dẫn, đọc lại rồi bấm “Đã xem lại”.',
    },
  ]
}
