/** Everything that knows Zalo: its signatures, its JSON, its tokens, its error codes. */
export { CONSENT_CODE } from './consent-routes.ts'
export { diagnose } from './diagnosis.ts'
export { domainVerificationTag } from './domain-verification.ts'
export { messageText } from './message-body.ts'
export { messageHash } from './text-hash.ts'
export type { Tokens } from './tokens.ts'
export { createZalo, type Zalo } from './zalo.ts'
