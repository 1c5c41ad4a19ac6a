/** The consent page on which an admin of the OA lets the ward's app in. */
import type { RequestHandler } from 'express'
import { queryText } from '../http/body.ts'
import type { World } from '../world/world.ts'
import { denied, INVALID_APP, INVALID_REDIRECT } from './errors.ts'

export function createPermissionPage(world: World): RequestHandler {
  return (req, res) => {
    const { oauth, oa } = world.settings.read()
    if (queryText(req, 'app_id') !== world.secrets.appId) return res.json(denied(INVALID_APP).body)
    const redirectUri = queryText(req, 'redirect_uri')
    if (redirectUri === undefined || redirectUri !== oauth.redirectUri) return res.json(denied(INVALID_REDIRECT).body)
    if (oauth.autoConsent || queryText(req, 'agree') === '1') {
      const inLink = oauth.pkce === 'request' ? queryText(req, 'code_challenge') : undefined
      const target = new URL(redirectUri)
      target.searchParams.set('code', world.grants.newCode(inLink ?? oauth.consoleChallenge))
      target.searchParams.set('oa_id', world.secrets.oaId)
      const state = queryText(req, 'state')
      if (state !== undefined) target.searchParams.set('state', state)
      return res.redirect(302, target.href)
    }
    const agree = new URLSearchParams(req.originalUrl.split('?')[1])
    agree.set('agree', '1')
    res.type('html').send(consentPage(oa.name, `permission?${agree}`))
  }
}

function consentPage(oaName: string, agreeLink: string): string {
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Zalo tập dượt: cho phép ứng dụng</title><link rel="stylesheet" href="/base.css"></head>
<body class="consent"><main>
<p class="practice">Zalo tập dượt: không có tin nào ra ngoài</p>
<h1>Cho phép ứng dụng của phường?</h1>
<p>Ứng dụng sẽ đọc và trả lời tin nhắn thay cho <strong>${escapeHtml(oaName)}</strong>.</p>
<p><a class="button" href="${escapeHtml(agreeLink)}">Cho phép</a></p>
</main></body></html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`)
}
