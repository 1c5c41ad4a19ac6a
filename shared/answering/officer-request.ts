/** Who asks for a person of the office, for a call, or for the machine again. */
import {
  analysePhrase,
  callbackRequests,
  createPhrasebook,
  detectAspects,
  listed,
  machineRequests,
  namesLikeOfficerRequests,
  officerRequests,
  officerRequestsAlone,
  type WeighedWord,
  wishes,
} from '../language/index.ts'

export type OfficerRequest = 'officer' | 'callback' | 'machine'

interface Sense {
  request: OfficerRequest | null
  /** A wish may stand in front and a subject behind; else it is a request only when nothing else is said. */
  mayHaveSubject: boolean
}

const requests = createPhrasebook<Sense>([
  ...listed(namesLikeOfficerRequests, { request: null, mayHaveSubject: false }),
  ...listed(officerRequests, { request: 'officer', mayHaveSubject: true } as const),
  ...listed(officerRequestsAlone, { request: 'officer', mayHaveSubject: false } as const),
  ...listed(callbackRequests, { request: 'callback', mayHaveSubject: true } as const),
  ...listed(machineRequests, { request: 'machine', mayHaveSubject: false } as const),
])
const wishBook = createPhrasebook(listed(wishes, true))

/**
 * Any text; never throws. "Cho tôi gặp cán bộ tư pháp" is a request; "làm khai sinh phải gặp cán bộ nào" is a question
 * about paperwork, and no business of ours.
 */
export function readOfficerRequest(text: string): OfficerRequest | null {
  const words = analysePhrase(text)
  const found = requests.find(words)
  const asked = found.find(({ meaning }) => meaning.request !== null)
  if (!asked) return null
  const isInside = (index: number) => found.some(({ start, end }) => index >= start && index < end)
  const rest = words.filter(({ role }, index) => role !== 'filler' && !isInside(index))
  if (rest.length === 0 && found.every(({ meaning }) => meaning.request !== null)) return asked.meaning.request
  const before = words.slice(0, asked.start)
  const isWished =
    asked.meaning.mayHaveSubject && (isWish(before) || (before.length === 0 && asked.meaning.request === 'officer'))
  return isWished && detectAspects(words).every(aspect => aspect === 'overview') ? asked.meaning.request : null
}

/** Nothing but small words, and one of them wants something. */
function isWish(before: readonly WeighedWord[]): boolean {
  return before.every(({ role }) => role === 'filler') && wishBook.find(before).length > 0
}
