/** A notification to one user of the Mini App. Source: miniapp.zaloplatforms.com, Open APIs → Send notification. */
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { ZaloConfig } from '../../config.ts'
import type { Http } from './http.ts'
import { parseJsonWithLongIds } from './json-with-long-ids.ts'
import { deferUntil } from './outcomes.ts'
import type { SendOutcome } from './send-outcome.ts'

export interface NotificationRequest {
  appUserId: string
  words: Record<string, string>
  signal?: AbortSignal
}

export type NotificationOutcome = SendOutcome | { kind: 'host_refuses'; code: number; reason: string }

export interface NotificationParts {
  http: Http
  config: Pick<ZaloConfig, 'miniAppOpenapiUrl' | 'miniAppId' | 'miniAppKey' | 'notificationTemplateId'>
  clock: Clock
  random: () => number
}

/** This host writes its envelope in two ways, and may refuse with a status of its own. */
const Envelope = z.looseObject({
  err: z.number().optional(),
  error: z.number().optional(),
  msg: z.string().optional(),
  message: z.string().optional(),
  data: z
    .looseObject({ messageId: z.union([z.string(), z.number()]).transform(String).optional() })
    .nullish()
    .catch(null),
})

const TOO_MANY = -103
const OUT_OF_QUOTA = -109
/** Wrong person, or one who does not allow it. */
const PERSON: ReadonlySet<number> = new Set([-110, -111])
/** Key, scope, address, Mini App: nobody can be notified before somebody repaired it. */
const HOST: ReadonlySet<number> = new Set([-102, -104, -108, -112, -113, -114, -115, -116])
/** HTTP: nothing was done, come again more slowly. */
const BUSY: ReadonlySet<number> = new Set([408, 429])
const REST_MS = 5000

/** Never throws. */
export async function sendNotification(
  { http, config, clock, random }: NotificationParts,
  { appUserId, words, signal }: NotificationRequest,
): Promise<NotificationOutcome> {
  const rest = (code: number | null): SendOutcome => ({
    kind: 'retry',
    code,
    afterMs: Math.round(REST_MS * (1 + random())),
  })
  const result = await http({
    method: 'POST',
    url: `${config.miniAppOpenapiUrl}/notification/template`,
    headers: {
      'X-Api-Key': `Bearer ${config.miniAppKey ?? ''}`,
      'X-User-Id': appUserId,
      'X-MiniApp-Id': config.miniAppId ?? '',
      'Content-Type': 'application/json',
    },
    body: { templateId: config.notificationTemplateId, templateData: words },
    signal,
  })
  if (result.kind === 'not_sent') return rest(null)
  if (result.kind === 'unclear') return { kind: 'unknown', cause: result.cause }
  const parsed = Envelope.safeParse(parseJsonWithLongIds(result.text)?.value)
  const code = parsed.success ? (parsed.data.err ?? parsed.data.error) : undefined
  if (!parsed.success || code === undefined) {
    if (result.status >= 500 || result.status < 300) return { kind: 'unknown', cause: `http ${result.status}` }
    // Not Zalo's own words: it may be something between us and Zalo, and says nothing of the Mini App.
    return BUSY.has(result.status)
      ? rest(TOO_MANY)
      : { kind: 'refused', class: 'permanent', code: 0, reason: `http ${result.status}` }
  }
  const reason = (parsed.data.msg ?? parsed.data.message ?? `Zalo ${code}`).slice(0, 200)
  if (code === 0) return { kind: 'sent', messageId: parsed.data.data?.messageId ?? '', quota: null }
  if (code === TOO_MANY) return rest(code)
  if (code === OUT_OF_QUOTA) return { kind: 'defer', until: deferUntil('morning', clock.now(), random()), code, reason }
  if (PERSON.has(code)) return { kind: 'refused', class: 'window', code, reason }
  return HOST.has(code) ? { kind: 'host_refuses', code, reason } : { kind: 'refused', class: 'permanent', code, reason }
}
