import { Router } from 'express'
import type { ZaloConfig } from '../../config.ts'

type Verification = Pick<ZaloConfig, 'verifierFile' | 'verifierContent' | 'verifierMeta'>

/** `GET /zalo_verifier….html`, word for word as downloaded from developers.zalo.me → Domain verification. */
export function createDomainVerification({ verifierFile, verifierContent }: Verification): Router {
  const routes = Router()
  if (verifierFile && verifierContent) {
    routes.get(`/${verifierFile}`, (_req, res) => {
      res.type('html').send(verifierContent)
    })
  }
  return routes
}

/** The tag for the `<head>` of the root page, the other way to prove the domain; '' when none is configured. */
export function domainVerificationTag({ verifierMeta }: Verification): string {
  return verifierMeta ? `<meta name="zalo-platform-site-verification" content="${verifierMeta}" />` : ''
}
