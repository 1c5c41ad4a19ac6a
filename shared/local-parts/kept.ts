/** Local parts as officers keep them: written, handed in, agreed to by a second person, in force until another follows. */
import { z } from 'zod'
import { AreaLevel } from '../areas.ts'
import { LocalFacts, LocalPart } from './local-part.ts'

export const LocalPartState = z.enum(['draft', 'submitted', 'published', 'retired', 'discarded'])
export type LocalPartState = z.infer<typeof LocalPartState>

/** One version of what an area says. */
export const KeptPart = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  state: LocalPartState,
  facts: LocalFacts,
  editedBy: z.string(),
  editedAt: z.date(),
  submittedBy: z.string().nullable(),
  why: z.string().nullable(),
  returnedBecause: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
  /** False for whoever wrote or handed in these words. */
  mayApprove: z.boolean(),
})
export type KeptPart = z.infer<typeof KeptPart>

/** An area whose part of a guide the caller may keep. */
export const LocalArea = z.object({
  code: z.string(),
  name: z.string(),
  level: AreaLevel,
  hasOwn: z.boolean(),
  openState: z.enum(['draft', 'submitted']).nullable(),
})
export type LocalArea = z.infer<typeof LocalArea>

/** One area's part of a guide, with what it would inherit without one. */
export const LocalView = z.object({
  area: LocalArea.pick({ code: true, name: true, level: true }),
  /** From the areas above; null: nothing is said there. */
  inherited: LocalPart.nullable(),
  /** In force here. */
  own: KeptPart.nullable(),
  /** Being written, or waiting for a second person. */
  open: KeptPart.nullable(),
  /** What was in force before, newest first. */
  before: z.array(KeptPart),
})
export type LocalView = z.infer<typeof LocalView>
