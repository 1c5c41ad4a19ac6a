/** Guides that come in as a file and go out as one: what each would change is said first, then done, all or nothing. */
import { z } from 'zod'
import { Change } from '../guides/index.ts'
import { operation } from '../operation.ts'

/** Ample for every record of a country's wards; the form around it comes on top. */
export const largestContentFile = 20_000_000

/** `records`: the national records as JSON · `sheet`: a spreadsheet · `pack`: the guides of another installation. */
const ContentKind = z.enum(['records', 'sheet', 'pack'])

/** Both sides changed the field since the pack was last taken: a person chooses. What differs: ours before, theirs after. */
const PackConflict = z.object({ field: z.string(), differences: z.array(Change) })

/**
 * `new`, `merge`: becomes a draft · `same`: nothing to do · `known`: a guide of ours speaks of this procedure already ·
 * `open`: somebody writes the guide, or a draft of it waits · `wrong`: not one line of the file is taken.
 */
const ContentChange = z.enum(['new', 'merge', 'same', 'known', 'open', 'wrong'])

export const ContentItem = z.object({
  /** Where it stands in the file: a procedure's code, a line of the sheet, the key of a guide. */
  record: z.string(),
  title: z.string(),
  /** The guide that it becomes or changes. */
  guide: z.string(),
  change: ContentChange,
  /** Why it cannot be taken. */
  defects: z.array(z.string()),
  /** What an officer should look at before it is handed in; it does not hinder. */
  remarks: z.array(z.string()),
  conflicts: z.array(PackConflict),
})
export type ContentItem = z.infer<typeof ContentItem>

export const ContentOutcome = z.object({
  kind: ContentKind,
  /** Who made it, as the file says. */
  from: z.string(),
  isDone: z.boolean(),
  items: z.array(ContentItem),
})
export type ContentOutcome = z.infer<typeof ContentOutcome>

/** For each guide and each field that both changed: whose words hold. */
export const PackChoices = z.record(z.string().max(80), z.record(z.string().max(40), z.enum(['ours', 'theirs'])))
export type PackChoices = z.infer<typeof PackChoices>

/** Why a whole file is refused. */
export const ContentRefusal = z.enum(['not_content', 'damaged_pack', 'newer_pack', 'too_many_records', 'not_chosen'])
export type ContentRefusal = z.infer<typeof ContentRefusal>

export const packsContract = {
  import: operation('editor')
    .route({
      method: 'POST',
      path: '/content/import',
      summary: 'Takes records, a spreadsheet or a pack in as drafts, all or nothing; sent as multipart/form-data',
    })
    .input(
      z.object({
        file: z.file().max(largestContentFile),
        isRehearsal: z.stringbool().default(true),
        /** `PackChoices` as JSON: a form carries text. */
        choices: z.string().max(200_000).default('{}'),
      }),
    )
    .output(ContentOutcome),
}
