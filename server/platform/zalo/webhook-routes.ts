/**
 * Where Zalo reports what happened. Verify, write down, answer; the work comes afterwards and elsewhere.
 *
 * What is not signed by Zalo is never processed, stored or echoed, but answered 200 all the same: Zalo tries a new
 * address with an unsigned request and refuses the address when the answer is anything else.
 */
import express, { type NextFunction, type Request, type Response, Router } from 'express'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { ZaloConfig } from '../../config.ts'
import type { IncomingEvent } from '../events/index.ts'
import { judgeMiniAppRequest } from './miniapp-webhook.ts'
import { judgeOaRequest, type Refusal, type Refused, type Verdict, type WebhookRequest } from './oa-webhook.ts'

export interface WebhookParts {
  config: ZaloConfig
  /**
   * Resolves once the event is on the disk; the same event again changes nothing.
   * @param phoneGiven the telephone number in the message, unmasked: to be kept sealed by whoever asked for it, or forgotten
   */
  accept(event: IncomingEvent, phoneGiven: string | null): Promise<void>
  /** `webhook_accepted`, `webhook_ignored`, `webhook_refused`, `webhook_hint`, each with what it was. */
  count(name: string, label: string): void
  clock: Clock
  log: Logger
}

type Accepted = Extract<Verdict, { kind: 'event' }>

const BODY_LIMIT = '256kb'
const QUIET_MS = 60_000

/** `POST /webhooks/zalo/oa` and `POST /webhooks/zalo/miniapp`. Mount before any body parser: signatures cover raw bytes. */
export function createWebhookRoutes({ config, accept, count, clock, log }: WebhookParts): Router {
  const routes = Router()
  const warned = new Map<string, number>()
  const rawBody = express.raw({ type: () => true, limit: BODY_LIMIT, inflate: false })

  routes.post('/webhooks/zalo/oa', rawBody, (req, res) =>
    config.api ? settle(judgeOaRequest(readRequest(req), config), res) : acknowledge(res),
  )
  routes.post('/webhooks/zalo/miniapp', rawBody, (req, res) =>
    settle(judgeMiniAppRequest(readRequest(req), config), res),
  )

  routes.use('/webhooks/zalo', (error: unknown, _req: Request, res: Response, next: NextFunction) => {
    const reason = bodyRefusal(error)
    if (reason) refuse(res, { kind: 'refused', reason })
    else next(error)
  })

  function readRequest(req: Request): WebhookRequest {
    const rawBody = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
    return { rawBody, signature: req.get('x-zevent-signature') ?? '', receivedAt: clock.now() }
  }

  async function settle(verdict: Verdict, res: Response): Promise<void> {
    if (verdict.kind === 'refused') return refuse(res, verdict)
    if (verdict.kind === 'event') return keep(verdict, res)
    count('webhook_ignored', verdict.reason)
    acknowledge(res)
  }

  function refuse(res: Response, { reason, hint }: Refused): void {
    count('webhook_refused', reason)
    if (hint) count('webhook_hint', hint)
    warnNowAndThen({ reason, hint })
    res.status(config.webhookStrict ? 401 : 200).json({ ok: !config.webhookStrict })
  }

  async function keep({ event, phoneGiven }: Accepted, res: Response): Promise<void> {
    try {
      await accept(event, phoneGiven)
    } catch (error) {
      log.error({ err: error }, 'Chưa ghi được sự kiện từ Zalo; Zalo sẽ gửi lại. Kiểm tra cơ sở dữ liệu.')
      count('webhook_refused', 'not_stored')
      // Makes Zalo deliver again: 30 s, 5, 15, 30 and 60 minutes later.
      return void res.status(500).json({ ok: false })
    }
    count('webhook_accepted', event.eventName)
    acknowledge(res)
  }

  /** A flood of forged requests must not become a flood in the log. */
  function warnNowAndThen({ reason, hint }: { reason: Refusal; hint?: string | null }): void {
    const now = performance.now()
    if (now - (warned.get(reason) ?? -QUIET_MS) < QUIET_MS) return
    warned.set(reason, now)
    // Zalo itself tries a new address unsigned: no reason to worry anybody.
    const level = reason === 'no_signature' ? 'info' : 'warn'
    log[level]({ reason, hint }, hint ? WRONG_SETTING_ADVICE : 'Bỏ qua một yêu cầu không phải của Zalo')
  }

  return routes
}

const WRONG_SETTING_ADVICE =
  'Webhook sai chữ ký vì nhầm thiết lập (xem hint); kiểm tra ZALO_OA_SECRET_KEY và ZALO_APP_ID ở developers.zalo.me → Official Account → Webhook'

function acknowledge(res: Response): void {
  res.status(200).json({ ok: true })
}

function bodyRefusal(error: unknown): Refusal | null {
  const type = error instanceof Error && 'type' in error ? error.type : null
  if (type === 'entity.too.large') return 'too_large'
  return type === 'encoding.unsupported' || type === 'request.size.invalid' || type === 'request.aborted'
    ? 'unreadable'
    : null
}
