/** The doctor's visit: asks the real Zalo, read-only, what works for this OA, and says what to do where it does not. */
import type { HealthItem } from '../../../shared/health.ts'
import type { Capabilities, CapabilityStore } from './capabilities.ts'
import type { ZaloClient } from './client.ts'
import { remedyFor } from './outcomes.ts'
import type { QuotaLine } from './probes.ts'
import type { ReadResult } from './read-result.ts'

export interface DiagnosisParts {
  oaId: string
  client: Pick<ZaloClient, 'probes' | 'readConversation' | 'readGroupConversation' | 'readMiniAppUser'>
  capabilities: Pick<CapabilityStore, 'remember' | 'rememberProfile'>
  /** The latest messages that we sent this person through the API, newest first. */
  findSent(userId: string): Promise<{ textHash: string; sentAt: Date }[]>
  /** What we posted last in the OA's groups, newest first. */
  findPosts(): Promise<{ groupId: string; textHash: string; sentAt: Date }[]>
  /** What our webhook has learned of this person; null when they never wrote. */
  findPerson(userId: string): Promise<{ userIdByApp: string | null } | null>
}

export interface DiagnosisOptions {
  /** A Mini App's token, pasted by the operator. */
  miniAppToken?: string
  /** A person whose conversation shows whether history holds the messages that we sent. */
  historyUserId?: string
}

/** @returns one line for each ability, in the order of a first set-up */
export async function diagnose(parts: DiagnosisParts, options: DiagnosisOptions): Promise<HealthItem[]> {
  const { oaId, client, capabilities } = parts
  const { probes } = client

  const { result, rate } = await probes.profile(oaId)
  if (result.kind === 'ok') await capabilities.rememberProfile(oaId, result.value)
  const items = [
    toItem('Thông tin OA', result, ({ name, type, plan, isVerified }) =>
      [
        name,
        `loại ${TYPES[type ?? 0] ?? type ?? 'không rõ'}`,
        isVerified === false && 'chưa xác thực',
        plan && `gói ${plan}`,
      ]
        .filter(Boolean)
        .join(', '),
    ),
  ]
  if (result.kind !== 'ok' && result.kind !== 'refused') return items
  if (rate) items.push(works('Nhịp gọi API', `${rate.limit} lệnh mỗi phút, còn ${rate.remain}`))

  const followers = await probes.followers(oaId)
  items.push(toItem('Danh sách người quan tâm', followers, ({ total }) => `${total} người`))
  const someUserId = followers.kind === 'ok' ? followers.value.someUserId : null
  if (someUserId)
    items.push(
      toItem('Thông tin cá nhân (địa chỉ IP Việt Nam)', await probes.personalData(oaId, someUserId), () => 'Đọc được'),
    )
  const [groups, articles, templates] = [
    await probes.groupQuota(oaId),
    await probes.articles(oaId),
    await probes.templates(oaId),
  ]
  items.push(
    toItem('Hạn mức tin ngoài 48 giờ', await probes.messageQuota(oaId), describeQuota),
    toItem('Nhóm chat của OA (GMF)', groups, describeQuota),
    toItem('Bài viết', articles, () => 'Đọc được'),
    toItem('Tin mẫu (ZBS)', templates, () => 'Đọc được'),
  )
  await capabilities.remember(oaId, {
    ...found('canPostToGroups', groups),
    ...found('canBroadcastArticles', articles),
    ...found('canSendTemplates', templates),
  })
  items.push(...(await proveGroupHistory(parts)))
  if (options.historyUserId) items.push(await proveHistory(parts, options.historyUserId))
  if (options.miniAppToken) items.push(await examineMiniApp(parts, options.miniAppToken))
  return items
}

const TYPES: Record<number, string> = { 2: 'doanh nghiệp', 4: 'cơ quan nhà nước' }
const PAGE = 10

/** History counts as proved when it shows every message of ours that falls into the page we looked at. */
async function proveHistory(
  { oaId, client, capabilities, findSent }: DiagnosisParts,
  userId: string,
): Promise<HealthItem> {
  const name = 'Lịch sử trò chuyện có tin máy gửi'
  const page = await client.readConversation({ oaId, userId, offset: 0, count: PAGE })
  if (page.kind !== 'ok') return toItem(name, page, () => '')
  const oldest = page.value.at(-1)?.time ?? new Date(0)
  const expected = (await findSent(userId)).filter(({ sentAt }) => page.value.length < PAGE || sentAt > oldest)
  const shown = new Set(page.value.filter(item => item.fromOa).map(item => item.textHash))
  if (expected.length === 0) {
    return {
      name,
      colour: 'amber',
      finding: 'Máy chưa gửi tin nào cho người này.',
      nextStep: 'Nhắn cho Zalo của phường từ tài khoản đó, chờ máy trả lời, rồi chạy lại.',
    }
  }
  const missing = expected.filter(({ textHash }) => !shown.has(textHash)).length
  await capabilities.remember(oaId, { history: missing === 0 })
  if (missing === 0)
    return works(name, `Thấy đủ ${expected.length} tin; từ nay tin không rõ kết quả được đối chiếu tự động`)
  return {
    name,
    colour: 'amber',
    finding: `Thiếu ${missing} trong ${expected.length} tin; tin không rõ kết quả sẽ chờ người xem.`,
    nextStep: 'Thử lại sau vài phút với cùng người dùng.',
  }
}

/** A refusal that passes by itself, or a line that is down, says nothing of what the OA may do. */
function found(flag: keyof Capabilities, { kind, ...rest }: ReadResult<unknown>): Capabilities {
  if (kind === 'ok') return { [flag]: true }
  const lasts = kind === 'refused' && 'code' in rest && LASTING.has(remedyFor(rest.code).class)
  return lasts ? { [flag]: false } : {}
}

const LASTING: ReadonlySet<string> = new Set(['operator', 'permanent', 'switch_endpoint'])

/** As for one person: proved by the group that was posted to last. */
async function proveGroupHistory({ oaId, client, capabilities, findPosts }: DiagnosisParts): Promise<HealthItem[]> {
  const name = 'Lịch sử nhóm có tin máy gửi'
  const posts = await findPosts()
  const groupId = posts[0]?.groupId
  if (groupId === undefined) return []
  const page = await client.readGroupConversation({ oaId, groupId, offset: 0, count: PAGE })
  if (page.kind !== 'ok') return [toItem(name, page, () => '')]
  const oldest = page.value.at(-1)?.time ?? new Date(0)
  const shown = new Set(page.value.filter(item => item.fromOa).map(item => item.textHash))
  const expected = posts.filter(post => post.groupId === groupId && (page.value.length < PAGE || post.sentAt > oldest))
  const missing = expected.filter(({ textHash }) => !shown.has(textHash)).length
  await capabilities.remember(oaId, { groupHistory: expected.length > 0 && missing === 0 })
  if (missing === 0)
    return [works(name, `Thấy đủ ${expected.length} tin; tin nhóm không rõ kết quả được đối chiếu tự động`)]
  const finding = `Thiếu ${missing} trong ${expected.length} tin; tin nhóm không rõ kết quả sẽ chờ người xem.`
  return [{ name, colour: 'amber', finding, nextStep: 'Thử lại sau vài phút.' }]
}

async function examineMiniApp({ client, findPerson }: DiagnosisParts, token: string): Promise<HealthItem> {
  const name = 'Mini App nhận ra người dùng'
  const user = await client.readMiniAppUser(token)
  if (user.kind !== 'ok') return toItem(name, user, () => '')
  const { appUserId, oaUserId } = user.value
  if (!oaUserId) {
    return {
      name,
      colour: 'amber',
      finding: 'Zalo không trả user_id_by_oa.',
      nextStep: 'Liên kết và xác thực Mini App với OA ở mini.zalo.me; người thử phải từng nhắn cho OA.',
    }
  }
  const person = await findPerson(oaUserId)
  const sameByWebhook = person ? 'trùng với mã trong webhook' : 'chưa thấy trong webhook (người này chưa nhắn cho OA)'
  const sameByApp = !person?.userIdByApp ? 'chưa so được' : person.userIdByApp === appUserId ? 'trùng' : 'KHÁC'
  return works(name, `user_id_by_oa ${sameByWebhook}; user_id_by_app so với id: ${sameByApp}`)
}

function describeQuota(lines: QuotaLine[]): string {
  return (
    lines.map(({ product, remain, total }) => `${product} còn ${remain ?? '?'}/${total ?? '?'}`).join(', ') ||
    'Không có gói nào'
  )
}

function works(name: string, finding: string): HealthItem {
  return { name, colour: 'green', finding: `${finding}.`, nextStep: null }
}

function toItem<T>(name: string, result: ReadResult<T>, describe: (value: T) => string): HealthItem {
  switch (result.kind) {
    case 'ok':
      return works(name, describe(result.value))
    case 'refused': {
      const remedy = remedyFor(result.code)
      const nextStep = remedy.class === 'operator' ? remedy.nextStep : ADVICE[remedy.class]
      return {
        name,
        colour: remedy.class === 'operator' ? 'red' : 'amber',
        finding: `Zalo từ chối: ${result.code} ${result.reason}`,
        nextStep: nextStep ?? null,
      }
    }
    case 'consent_needed':
      return {
        name,
        colour: 'red',
        finding: 'Chưa có quyền truy cập OA.',
        nextStep: 'Người quản trị OA mở đường dẫn cấp quyền.',
      }
    case 'failed':
      return {
        name,
        colour: 'red',
        finding: `Không gọi được Zalo (${result.cause}).`,
        nextStep: 'Kiểm tra đường ra Internet của máy chủ rồi chạy lại.',
      }
  }
}

const ADVICE: Partial<Record<ReturnType<typeof remedyFor>['class'], string>> = {
  retry: 'Chờ một phút rồi chạy lại.',
  refresh: 'Người quản trị OA mở đường dẫn cấp quyền một lần nữa.',
  switch_endpoint: 'Loại OA này không có chức năng này; Một Cửa vẫn chạy mà không cần nó.',
  defer: 'Chạy lại sau.',
}
