/** Which recording may be played for what the page shows. */
import type { ProcedureCase } from '../../../shared/procedures.ts'
import type { RecordingSection } from '../../../shared/recordings.ts'
import { type Guide, origin } from '../../api/index.ts'

/** The same whichever case is chosen; the others read the common one. */
const FOR_EVERY_CASE: readonly RecordingSection[] = ['summary', 'steps', 'where']

/** Read aloud are the words of the revision: where something else holds here, nobody is told the wrong thing. */
function isOtherwiseHere({ local }: Guide['topic'], section: RecordingSection): boolean {
  if (!local) return false
  if (section === 'whole') return true
  if (section === 'fee') return local.fee !== null
  return section === 'where' && (local.place !== null || local.phone !== null || local.hours !== null)
}

/** @returns its address, in full where the app is not served by us; null: nobody has read these words */
export function recordingOf(
  { topic, recordings }: Guide,
  section: RecordingSection,
  chosen: ProcedureCase | null,
): string | null {
  if (isOtherwiseHere(topic, section)) return null
  const found = recordings.find(one => one.section === section)
  const isRead = chosen === null || chosen === topic.cases[0] || FOR_EVERY_CASE.includes(section)
  return found && isRead ? origin + found.path : null
}
