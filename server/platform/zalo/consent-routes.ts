/**
 * The consent of the OA's administrator, who is often not the technician: one link to open, one page that says what
 * came of it. Source: developers.zalo.me, Official Account → Xác thực và ủy quyền.
 */
import { type Response, Router } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { ZaloConfig } from '../../config.ts'
import { html, renderPage } from '../http/index.ts'
import { issueCode, redeemCode } from '../people/index.ts'
import type { SecretBox } from '../secrets/index.ts'
import type { Database } from '../storage/index.ts'
import type { CapabilityStore } from './capabilities.ts'
import { createVerifier, type GrantResult, type OAuth } from './oauth.ts'
import type { Tokens } from './tokens.ts'

export interface ConsentParts {
  db: Database
  config: ZaloConfig
  /** The address that Zalo sends the administrator back to begins with this. */
  publicUrl: string
  oauth: OAuth
  box: SecretBox
  tokens: Pick<Tokens, 'storeGrant'>
  capabilities: Pick<CapabilityStore, 'forgetSending'>
  /** Spends a start code that the server's operator gave out; strangers have none. */
  mayStartConsent(code: string): Promise<boolean>
  clock: Clock
  log: Logger
}

/** The purpose of the one-time codes that open the consent page. */
export const CONSENT_CODE = 'zalo_consent'
const STATE = 'zalo_oauth_state'
const STATE_LASTS_MS = 15 * 60_000
const Begun = z.object({ verifier: z.string() })
const START_AGAIN = 'Làm lại bằng đường dẫn cấp quyền mới do máy chủ in ra (lệnh npm run doctor).'

/**
 * `GET` and `POST /zalo/consent?code=…`, `GET /zalo/callback`. The callback's address must be registered at
 * developers.zalo.me letter by letter. The state of each attempt is kept in the database: any replica can finish it, once.
 */
export function createConsentRoutes({
  db,
  config,
  publicUrl,
  oauth,
  box,
  tokens,
  capabilities,
  mayStartConsent,
  clock,
  log,
}: ConsentParts): Router {
  const routes = Router()
  const redirectUri = `${publicUrl}/zalo/callback`

  routes.use('/zalo', (_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    next()
  })

  routes.get('/zalo/consent', (request, response) => {
    // Link previews open addresses too: only a pressed button spends the code, and leads away to Zalo.
    const zalo = new URL(config.oauthUrl).origin
    response.set(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'self'; form-action 'self' ${zalo}; frame-ancestors 'none'`,
    )
    const action = `/zalo/consent?code=${encodeURIComponent(textOf(request.query.code))}`
    const body = html`<main><h1>Nối Zalo của phường</h1>
<p>Người quản trị Zalo Official Account của phường bấm nút dưới đây, chọn tài khoản của phường và đồng ý các quyền.</p>
<form method="post" action="${action}"><button class="action" type="submit">Sang Zalo để cấp quyền</button></form></main>`
    response.send(renderPage({ title: 'Nối Zalo của phường', body }))
  })

  routes.post('/zalo/consent', async (request, response) => {
    if (!(await mayStartConsent(textOf(request.query.code)))) {
      return show(response, 403, 'Đường dẫn không dùng được', [
        'Đường dẫn cấp quyền này sai, đã dùng rồi hoặc đã hết hạn.',
        START_AGAIN,
      ])
    }
    const verifier = config.pkceVerifier ?? createVerifier()
    const expiresAt = new Date(clock.now().getTime() + STATE_LASTS_MS)
    const state = await issueCode(db, { purpose: STATE, detail: { verifier: box.seal(verifier, STATE) }, expiresAt })
    response.redirect(303, oauth.permissionUrl({ redirectUri, state, verifier }))
  })

  routes.get('/zalo/callback', async (request, response) => {
    const verifier = await finish(textOf(request.query.state))
    if (verifier === null) {
      return show(response, 400, 'Chưa cấp quyền', [
        'Lượt cấp quyền này không có, đã dùng rồi, hoặc đã quá 15 phút.',
        START_AGAIN,
      ])
    }
    const code = textOf(request.query.code)
    if (code === '') return show(response, 400, 'Chưa cấp quyền', ['Zalo báo là quyền chưa được đồng ý.', START_AGAIN])
    if (textOf(request.query.oa_id) !== config.oaId) {
      log.warn('Có người cấp quyền cho một OA khác với ZALO_OA_ID')
      const which = `Tài khoản vừa chọn không phải Zalo của phường (số ID ${config.oaId}).`
      return show(response, 400, 'Nhầm tài khoản', [which, 'Chọn đúng tài khoản của phường khi làm lại.', START_AGAIN])
    }
    const result = await oauth.exchangeCode(code, verifier)
    if (result.kind !== 'granted') return show(response, 502, 'Chưa cấp quyền', explainFailure(result))
    await tokens.storeGrant(config.oaId, result.grant)
    await capabilities.forgetSending(config.oaId)
    log.info('Zalo OA đã cấp quyền')
    show(response, 200, 'Đã cấp quyền', ['Zalo của phường đã nối với Một Cửa.', 'Có thể đóng trang này.'])
  })

  async function finish(state: string): Promise<string | null> {
    const begun = Begun.safeParse(await redeemCode(db, STATE, state, clock.now()))
    return begun.success ? box.open(begun.data.verifier, STATE) : null
  }

  function explainFailure(result: Exclude<GrantResult, { kind: 'granted' }>): string[] {
    const detail = result.kind === 'refused' ? result.reason : result.cause
    log.warn({ kind: result.kind, detail }, 'Không đổi được mã cấp quyền lấy token')
    const why = result.kind === 'refused' ? `Zalo trả lời: ${detail}.` : 'Máy chủ của Zalo chưa trả lời được.'
    const check =
      'Nếu vẫn lỗi: kiểm tra ZALO_APP_SECRET, và địa chỉ callback ở developers.zalo.me phải đúng từng chữ với:'
    return [why, START_AGAIN, check, redirectUri]
  }

  return routes
}

function show(response: Response, status: number, title: string, sentences: string[]): void {
  const body = html`<main><h1>${title}</h1>${sentences.map(sentence => html`<p>${sentence}</p>`)}</main>`
  response.status(status).send(renderPage({ title, body }))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 2000) : ''
}
