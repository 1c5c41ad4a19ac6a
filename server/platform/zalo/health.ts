/** What the ward's Zalo is able to do at this moment, from what was remembered: no call to Zalo is made. */
import type { HealthItem } from '../../../shared/health.ts'
import type { Clock } from '../../clock.ts'
import type { ZaloConfig } from '../../config.ts'
import type { CapabilityStore } from './capabilities.ts'
import type { Tokens } from './tokens.ts'

export interface CountTotal {
  label: string
  total: number
  lastAt: Date
}

export interface HealthParts {
  config: ZaloConfig
  tokens: Pick<Tokens, 'state'>
  capabilities: Pick<CapabilityStore, 'read'>
  /** Totals of a count over the last days, one for each label. */
  readCounts(name: string, days: number): Promise<CountTotal[]>
  clock: Clock
}

const DAYS = 7
const DAY_MS = 24 * 60 * 60 * 1000
const CONSENT = 'Người quản trị OA mở đường dẫn cấp quyền; lệnh npm run doctor in ra đường dẫn.'

export function createZaloHealth(parts: HealthParts): () => Promise<HealthItem[]> {
  const { config } = parts
  return async () => {
    if (!config.api) return [withoutApi(), miniApp(config)]
    return [await grant(parts), await webhook(parts), await replies(parts), await history(parts), miniApp(config)]
  }
}

function withoutApi(): HealthItem {
  return {
    name: 'Trả lời trong chat Zalo',
    colour: 'off',
    finding: 'Đang chạy không cần API: trang web, mã QR và Mini App dùng được; máy không trả lời trong chat.',
    nextStep: 'Khi OA có gói được dùng API: đặt ZALO_API=on và điền các thiết lập ZALO_ còn lại.',
  }
}

async function grant({ config, tokens, clock }: HealthParts): Promise<HealthItem> {
  const name = 'Quyền truy cập Zalo OA'
  const { hasGrant, accessExpiresAt, refreshIssuedAt, isRefreshOld, consentNeededSince } = await tokens.state(
    config.oaId,
  )
  if (consentNeededSince)
    return { name, colour: 'red', finding: `Mất quyền từ ${day(consentNeededSince)}.`, nextStep: CONSENT }
  if (!hasGrant) return { name, colour: 'red', finding: 'Chưa được cấp quyền.', nextStep: CONSENT }
  if (isRefreshOld)
    return {
      name,
      colour: 'amber',
      finding: 'Refresh token đã quá 60 ngày, sau 90 ngày sẽ mất quyền.',
      nextStep: CONSENT,
    }
  const isExpired = accessExpiresAt === null || accessExpiresAt <= clock.now()
  const since = refreshIssuedAt ? `Được cấp lại lần cuối ${day(refreshIssuedAt)}.` : 'Đã được cấp.'
  if (isExpired)
    return {
      name,
      colour: 'amber',
      finding: `${since} Access token đã hết hạn, đang chờ làm mới.`,
      nextStep: 'Kiểm tra đường ra Internet của máy chủ.',
    }
  return { name, colour: 'green', finding: since, nextStep: null }
}

async function webhook({ config, readCounts, clock }: HealthParts): Promise<HealthItem> {
  const name = 'Webhook (Zalo báo tin cho máy chủ)'
  const [accepted, ignored, refused, hints] = await Promise.all(
    ['webhook_accepted', 'webhook_ignored', 'webhook_refused', 'webhook_hint'].map(count => readCounts(count, DAYS)),
  )
  const lastValid = latest([...(accepted ?? []), ...(ignored ?? [])])
  const badSignatures = (refused ?? []).filter(({ label }) => label === 'wrong_signature' || label === 'other_app')
  const bad = badSignatures.reduce((sum, { total }) => sum + total, 0)
  const lastBad = latest(badSignatures)
  const finding = `${lastValid ? `Tin đúng chữ ký gần nhất: ${day(lastValid)}.` : 'Chưa có tin nào đúng chữ ký trong 7 ngày.'} ${bad} yêu cầu sai chữ ký trong 7 ngày.`

  const hint = (hints ?? []).toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime())[0]
  const isBroken = lastBad !== null && (lastValid === null || lastBad > lastValid)
  if (isBroken)
    return {
      name,
      colour: 'red',
      finding,
      nextStep: `${hint ? (HINTS[hint.label] ?? '') : ''}Kiểm tra ZALO_OA_SECRET_KEY và ZALO_APP_ID ở developers.zalo.me → Official Account → Webhook.`,
    }
  const isQuiet = lastValid === null || clock.now().getTime() - lastValid.getTime() > 3 * DAY_MS
  const address =
    'Địa chỉ webhook ở developers.zalo.me phải kết thúc bằng /webhooks/zalo/oa và các sự kiện phải đang bật.'
  return {
    name,
    colour: isQuiet ? 'amber' : 'green',
    finding,
    nextStep: isQuiet ? `Nhắn thử cho Zalo của phường (OA ${config.oaId}). ${address}` : null,
  }
}

/** What `explainWrongSignature` found, in words for the operator. */
const HINTS: Record<string, string> = {
  'app secret in place of OA secret key': 'Zalo đang ký bằng khóa bí mật của ứng dụng: hai khóa đang bị nhầm. ',
  'OA id in place of app id': 'Zalo đang ký bằng số ID của OA thay cho số ID ứng dụng. ',
}

async function replies({ config, capabilities }: HealthParts): Promise<HealthItem> {
  const name = 'Trả lời trong chat Zalo'
  const { canSendCs, messageApi } = await capabilities.read(config.oaId)
  if (canSendCs === false) {
    return {
      name,
      colour: 'red',
      finding: 'Zalo không cho loại OA này gửi tin bằng máy.',
      nextStep:
        'Cán bộ trả lời trong công cụ chat của Zalo OA; đặt tin trả lời tự động theo mẫu. Sau khi đổi gói OA: npm run doctor -- --reset.',
    }
  }
  if (canSendCs) return { name, colour: 'green', finding: `Gửi được (API ${messageApi ?? 'v3'}).`, nextStep: null }
  return {
    name,
    colour: 'amber',
    finding: 'Máy chưa gửi tin nào nên chưa biết có gửi được không.',
    nextStep: 'Nhắn thử cho Zalo của phường rồi xem lại.',
  }
}

async function history({ config, capabilities }: HealthParts): Promise<HealthItem> {
  const isProved = (await capabilities.read(config.oaId)).history === true
  return {
    name: 'Đối chiếu tin đã gửi',
    colour: isProved ? 'green' : 'off',
    finding: isProved
      ? 'Lịch sử trò chuyện cho thấy tin máy đã gửi.'
      : 'Chưa kiểm tra lịch sử trò chuyện; tin không rõ đã tới hay chưa thì chờ người xem.',
    nextStep: isProved ? null : 'Chạy npm run doctor -- --history ID-NGƯỜI-DÙNG sau khi máy đã trả lời người đó.',
  }
}

function miniApp({ miniAppId }: ZaloConfig): HealthItem {
  const name = 'Mini App'
  if (miniAppId) return { name, colour: 'green', finding: 'Đã có số ID và khóa.', nextStep: null }
  return {
    name,
    colour: 'off',
    finding: 'Chưa nối Mini App.',
    nextStep: 'Điền ZALO_MINIAPP_ID và ZALO_MINIAPP_KEY lấy ở mini.zalo.me.',
  }
}

function latest(counts: CountTotal[]): Date | null {
  return counts.reduce<Date | null>((last, { lastAt }) => (last === null || lastAt > last ? lastAt : last), null)
}

function day(date: Date): string {
  return date.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' })
}
