/** Which recording may be played for what the page shows. */
import type { ProcedureCase } from '../../../shared/procedures.ts'
import type { RecordingSection } from '../../../shared/recordings.ts'
import { type Guide, origin } from '../../api/index.ts'

/** The same whichever case is chosen; the others read the common one. */
const FOR_EVERY_CASE: readonly RecordingSection[] = ['summary', 'steps', 'where']

/** @returns its address, in full where the app is not served by us; null: nobody has read these words */
export function recordingOf(
  { topic, recordings }: Guide,
  section: RecordingSection,
  chosen: ProcedureCase | null,
): string | null {
  const found = recordings.find(one => one.section === section)
  const isRead = chosen === null || chosen === topic.cases[0] || FOR_EVERY_CASE.includes(section)
  return found && isRead ? origin + found.path : null
}
