/** Words and measures of notices. Evaluated at build: the schemas beside them stay behind. */
import * as shared from '../../../shared/notices/index.ts'

export const stateNames: Record<shared.NoticeState, string> = shared.stateNames
export const channelNames: Record<shared.NoticeChannel, string> = shared.channelNames
export const noPushNames: Record<shared.NoPushReason, string> = shared.noPushNames
export const doorMarkNames: Record<shared.DoorMark, string> = shared.doorMarkNames
export const fieldLengths: Record<'title' | 'what' | 'place' | 'who' | 'bring', number> = shared.FIELD_LENGTHS
export const fileLimits: Record<'picture' | 'pdf' | 'count', number> = shared.FILE_LIMITS
export const erasedKinds: readonly shared.NoticeKind[] = shared.NOTICE_KINDS.filter(
  kind => shared.kindRules[kind].isErasedAtExpiry,
)
export const kinds: { kind: shared.NoticeKind; name: string; confirmation: string | null }[] = shared.NOTICE_KINDS.map(
  kind => ({
    kind,
    name: shared.kindRules[kind].name,
    confirmation: shared.kindRules[kind].confirmation,
  }),
)
