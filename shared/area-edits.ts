/** Keeping the tree of places: what an administrator sees of it, and may change. Codes and history always stay. */
import { z } from 'zod'
import { AreaLevel, AreaNameKind } from './areas.ts'
import { operation } from './operation.ts'

export const mostImportedRows = 2000
/** What one screen lists at once. */
export const mostAreasListed = 300

const AreaCode = z.string().max(80)
/** Printed on posters: small letters, digits and dashes. */
export const NewAreaCode = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
export const AreaTitle = z.string().trim().min(1).max(120)
const AreaOtherName = z.object({ kind: AreaNameKind, name: AreaTitle })
export type AreaOtherName = z.infer<typeof AreaOtherName>

export const AreaNode = z.object({
  code: z.string(),
  name: z.string(),
  level: AreaLevel,
  parent: z.string().nullable(),
  otherNames: z.array(AreaOtherName),
  members: z.number().int(),
  staff: z.number().int(),
  retiredAt: z.date().nullable(),
  /** What it became, when it was merged. */
  mergedInto: z.string().nullable(),
  splitFrom: z.string().nullable(),
  /** How many lie directly below it, also where they are not listed. */
  areas: z.number().int(),
})
export type AreaNode = z.infer<typeof AreaNode>

/** Why a change of places was refused, where a page has words of its own for it. */
export const AreaRefusal = z.enum([
  'other_area',
  'code_taken',
  'not_siblings',
  'same_area',
  'still_has_areas',
  'has_office',
  'retired',
  'has_local_parts',
  'unreadable_file',
  'too_many_rows',
])
export type AreaRefusal = z.infer<typeof AreaRefusal>

export const ImportedRow = z.object({
  /** Of the sheet, the heading being the first. */
  line: z.number().int(),
  code: z.string(),
  name: z.string(),
  change: z.enum(['new', 'renamed', 'names', 'same', 'wrong']),
  /** In Vietnamese, for whoever mends the sheet. */
  problem: z.string().nullable(),
})
export type ImportedRow = z.infer<typeof ImportedRow>

export const AreaImport = z.object({ isDone: z.boolean(), rows: z.array(ImportedRow) })
export type AreaImport = z.infer<typeof AreaImport>

const ofArea = z.object({ area: AreaCode })

export const areaEditingContract = {
  tree: operation('viewer')
    .route({
      method: 'GET',
      path: '/areas/tree',
      summary: 'The caller’s areas with everything below, also former ones; of a large city, ward by ward',
    })
    // Without `below`, a city with more than `mostAreasListed` lists its wards only.
    .input(z.object({ below: AreaCode.optional() }))
    .output(z.array(AreaNode)),
  add: operation('administrator')
    .route({ method: 'POST', path: '/areas/{area}/below', summary: 'A new area below this one' })
    .input(ofArea.extend({ code: NewAreaCode, name: AreaTitle }))
    .output(AreaNode),
  rename: operation('administrator')
    .route({ method: 'POST', path: '/areas/{area}/rename', summary: 'A new name; the old one is still found' })
    .input(ofArea.extend({ name: AreaTitle }))
    .output(AreaNode),
  writeNames: operation('administrator')
    .route({ method: 'PUT', path: '/areas/{area}/names', summary: 'Streets, alleys and other names' })
    .input(ofArea.extend({ names: z.array(AreaOtherName).max(500) }))
    .output(AreaNode),
  merge: operation('administrator')
    .route({ method: 'POST', path: '/areas/{area}/merge', summary: 'Others become part of this one' })
    .input(ofArea.extend({ others: z.array(AreaCode).min(1).max(50) }))
    .output(AreaNode),
  split: operation('administrator')
    .route({ method: 'POST', path: '/areas/{area}/split', summary: 'Parts become areas of their own' })
    .input(
      ofArea.extend({
        name: AreaTitle,
        parts: z
          .array(z.object({ code: NewAreaCode, name: AreaTitle, names: z.array(AreaOtherName).max(500) }))
          .min(1)
          .max(20),
      }),
    )
    .output(z.array(AreaNode)),
  retire: operation('administrator')
    .route({ method: 'POST', path: '/areas/{area}/retire', summary: 'An area that is no more; its code stays taken' })
    .input(ofArea)
    .output(AreaNode),
  import: operation('administrator')
    .route({
      method: 'POST',
      path: '/areas/{area}/import',
      summary: 'Areas below this one from a spreadsheet (.xlsx, .csv); all or nothing',
    })
    .input(ofArea.extend({ file: z.file().max(1_000_000), isRehearsal: z.stringbool().default(true) }))
    .output(AreaImport),
}
