/** Everything that knows Zalo: its signatures, its JSON, its tokens, its error codes. */
export type { Capabilities, CapabilityStore } from './capabilities.ts'
export type { ZaloClient } from './client.ts'
export { type DiagnosisParts, diagnose, type Finding } from './diagnosis.ts'
export { domainVerificationTag } from './domain-verification.ts'
export { messageText } from './message-body.ts'
export { messageHash } from './text-hash.ts'
export type { Tokens } from './tokens.ts'
export { createZalo, type OaMessageChannel, type Zalo, type ZaloParts } from './zalo.ts'
