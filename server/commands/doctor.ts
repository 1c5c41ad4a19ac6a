/** `npm run doctor [-- --token TOKEN --history USER_ID --reset]`: what works for the ward's OA, and what to do where it does not. */
import pino from 'pino'
import { sampleWard } from '../../shared/content/index.ts'
import type { HealthColour, HealthItem } from '../../shared/health.ts'
import { systemClock } from '../clock.ts'
import { readWardFile, seedWard } from '../platform/areas/index.ts'
import { createCounters } from '../platform/counters/index.ts'
import { issueCode, redeemCode } from '../platform/people/index.ts'
import type { Database } from '../platform/storage/index.ts'
import { CONSENT_CODE, createZalo, diagnose } from '../platform/zalo/index.ts'
import { readOptions } from './command.ts'
import { runCommand } from './installation.ts'

const USAGE = `Cách dùng:
  npm run doctor                               Zalo của phường đang làm được gì
  npm run doctor -- --history ID_NGƯỜI_DÙNG    kiểm tra lịch sử trò chuyện có tin máy đã gửi người ấy không
  npm run doctor -- --token TOKEN              kiểm tra Mini App bằng token lấy từ getAccessToken()
  npm run doctor -- --reset                    quên kết luận cũ về việc gửi tin (sau khi đổi gói OA)`
const RECENT = 10
const CONSENT_LASTS_MS = 24 * 3600_000
const MARKS: Record<HealthColour, string> = { green: '✓ được', amber: '! cần xem', red: '✗ hỏng', off: '– đang tắt' }

const OPTIONS = { token: { type: 'string' }, history: { type: 'string' }, reset: { type: 'boolean' } } as const

await runCommand(async ({ config, db }, args) => {
  const options = readOptions({ args, options: OPTIONS }, USAGE).values
  if (config.mode === 'practice')
    console.log('Chế độ tập dượt: đang hỏi Zalo giả lập; npm start phải đang chạy ở cửa sổ khác.\n')
  const clock = systemClock
  const log = pino({ level: 'silent' })
  const counters = createCounters({ db, clock, log })
  const { zalo } = config
  // The doctor may be the first to come, before the server ever ran.
  await seedWard(db, config.mode === 'practice' ? sampleWard : readWardFile(config.wardFile ?? ''), zalo)
  const { client, tokens, capabilities, health } = createZalo({
    config,
    db,
    clock,
    log,
    count: counters.count,
    readCounts: counters.read,
    accept: async () => {},
    mayStartConsent: async code => (await redeemCode(db, CONSENT_CODE, code, clock.now())) !== null,
  })
  if (options.reset) await capabilities.forgetSending(zalo.oaId)

  const visit = {
    oaId: zalo.oaId,
    client,
    capabilities,
    findSent: sentBy(db, zalo.oaId),
    findPosts: postedBy(db, zalo.oaId),
    findPerson: knownBy(db, zalo.oaId),
  }
  const findings = zalo.api
    ? await diagnose(visit, { miniAppToken: options.token, historyUserId: options.history })
    : []
  print([...(await health()), ...findings])

  if (zalo.api && (await tokens.state(zalo.oaId)).needsConsent) {
    const expiresAt = new Date(clock.now().getTime() + CONSENT_LASTS_MS)
    const code = await issueCode(db, { purpose: CONSENT_CODE, detail: {}, expiresAt })
    console.log(
      `\nĐường dẫn cấp quyền, dùng một lần trong 24 giờ, gửi cho người quản trị OA:\n${config.publicUrl}/zalo/consent?code=${code}`,
    )
  }
})

function print(items: HealthItem[]): void {
  const width = Math.max(...items.map(({ name }) => name.length))
  for (const { name, colour, finding, nextStep } of items) {
    console.log(`${MARKS[colour].padEnd(11)} ${name.padEnd(width)}  ${finding}`)
    if (nextStep) console.log(`${' '.repeat(12 + width)}  → ${nextStep}`)
  }
}

function sentBy(db: Database, oaId: string) {
  return async (userId: string) => {
    const sent = await db
      .selectFrom('deliveries')
      .select(['text_hash', 'sending_at'])
      .where('oa_id', '=', oaId)
      .where('recipient_id', '=', userId)
      .where('state', '=', 'sent')
      .orderBy('sending_at', 'desc')
      .limit(RECENT)
      .execute()
    return sent.map(row => ({ textHash: row.text_hash, sentAt: row.sending_at ?? new Date(0) }))
  }
}

function postedBy(db: Database, oaId: string) {
  return async () => {
    const posts = await db
      .selectFrom('broadcast_recipients as r')
      .innerJoin('broadcasts as b', 'b.id', 'r.broadcast_id')
      .select(['r.oa_user_id', 'b.group_text_hash', 'r.sending_at'])
      .where('b.oa_id', '=', oaId)
      .where('r.is_post', '=', true)
      .where('r.channel', '=', 'group')
      .where('r.state', '=', 'sent')
      .orderBy('r.sending_at', 'desc')
      .limit(RECENT)
      .execute()
    return posts.map(post => ({
      groupId: post.oa_user_id ?? '',
      textHash: post.group_text_hash ?? '',
      sentAt: post.sending_at ?? new Date(0),
    }))
  }
}

function knownBy(db: Database, oaId: string) {
  return async (userId: string) => {
    const row = await db
      .selectFrom('identities')
      .select('user_id_by_app')
      .where('kind', '=', 'oa')
      .where('issuer', '=', oaId)
      .where('external_id', '=', userId)
      .executeTakeFirst()
    return row ? { userIdByApp: row.user_id_by_app } : null
  }
}
