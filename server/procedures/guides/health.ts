/** What one person published alone, until a second person has looked. */
import type { HealthItem } from '../../../shared/health.ts'
import type { Database } from '../../platform/storage/index.ts'

export async function readGuidesHealth(db: Database): Promise<HealthItem[]> {
  const alone = await db
    .selectFrom('topic_revisions')
    .select(['topic_key', 'revision', 'published_by', 'why', 'content'])
    .where('is_alone', '=', true)
    .where('seen_by', 'is', null)
    .orderBy('published_at')
    .execute()
  if (alone.length === 0) return []
  const named = alone
    .slice(0, 5)
    .map(({ content, revision, published_by, why }) => `“${content.title}” bản ${revision} (${published_by}: ${why})`)
  return [
    {
      name: 'Hướng dẫn đăng một mình',
      colour: 'amber',
      finding: `${alone.length} bản do một người tự viết tự đăng vì khẩn cấp: ${named.join('; ')}.`,
      nextStep: 'Người duyệt thứ hai mở hướng dẫn, đọc lại rồi bấm “Đã xem lại”.',
    },
  ]
}
