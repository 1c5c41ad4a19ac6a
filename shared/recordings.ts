/**
 * A guide read aloud by a person. A recording belongs to one published revision: once the words change, it is no longer
 * played. It never changes the words it reads.
 */
import { z } from 'zod'

/** What is read: the whole guide for its common case, or one part of the page. */
export const RecordingSection = z.enum(['whole', 'summary', 'papers', 'steps', 'where', 'time', 'fee'])
export type RecordingSection = z.infer<typeof RecordingSection>

/** As a phone plays it. `path`: from the root of the server. */
export const GuideRecording = z.object({ section: RecordingSection, path: z.string() })
export type GuideRecording = z.infer<typeof GuideRecording>

/** As those who keep it see it. */
export const Recording = GuideRecording.extend({
  id: z.string(),
  topic: z.string(),
  revision: z.number().int().positive(),
  /** False: the guide was published anew since, and nobody hears this any more. */
  isCurrent: z.boolean(),
  mediaType: z.string(),
  bytes: z.number().int().positive(),
  attachedBy: z.string(),
  attachedAt: z.date(),
})
export type Recording = z.infer<typeof Recording>

export const RecordingQuery = z.object({ page: z.coerce.number().int().min(0).max(1000).default(0) })
export type RecordingQuery = z.infer<typeof RecordingQuery>

export const RecordingList = z.object({ recordings: z.array(Recording), hasMore: z.boolean() })
export type RecordingList = z.infer<typeof RecordingList>

/** `revision`: the one whose words were read; another in force by now is a refusal. */
export const NewRecording = z.object({
  topic: z.string().max(80),
  revision: z.coerce.number().int().positive(),
  section: RecordingSection,
})
export type NewRecording = z.infer<typeof NewRecording>
