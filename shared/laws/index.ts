/** The register of laws: which hold, which have changed, and which guides rest on them. */
import { z } from 'zod'
import { operation } from '../operation.ts'

export const LawState = z.enum(['in_force', 'amended', 'expired', 'unknown'])
export type LawState = z.infer<typeof LawState>

const CitingGuide = z.object({ key: z.string(), title: z.string(), owner: z.string().nullable() })

export const Law = z.object({
  number: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  issuedOn: z.string().nullable(),
  effectiveFrom: z.string().nullable(),
  /** The first day it no longer holds. */
  effectiveUntil: z.string().nullable(),
  state: LawState,
  changedBy: z.array(z.string()),
  /** Who said so and when; null: it came with the app. */
  marked: z.object({ by: z.string(), at: z.date(), note: z.string() }).nullable(),
  citedBy: z.array(CitingGuide),
})
export type Law = z.infer<typeof Law>

/** One line of the register. `cited`: by so many guides. */
export const LawSummary = Law.omit({ citedBy: true }).extend({ cited: z.number().int() })
export type LawSummary = z.infer<typeof LawSummary>

export const LawQuery = z.object({
  /** Part of the number or the title, with or without its marks. */
  find: z.string().trim().max(120).optional(),
  state: LawState.optional(),
  page: z.coerce.number().int().min(0).max(1000).default(0),
})
export type LawQuery = z.infer<typeof LawQuery>

export const LawList = z.object({ laws: z.array(LawSummary), total: z.number().int(), hasMore: z.boolean() })
export type LawList = z.infer<typeof LawList>

export const LawNumber = z.string().trim().min(3).max(60)

export const LawMark = z.object({
  number: LawNumber,
  state: LawState,
  /** The day from which that is so. */
  since: z.iso.date(),
  /** By which document, or where it was read. */
  note: z.string().trim().min(3).max(300),
})
export type LawMark = z.infer<typeof LawMark>

/** What marking a law set going: a task for each guide that cites it. */
export const LawMarked = z.object({ law: Law, tasksOpened: z.number().int() })
export type LawMarked = z.infer<typeof LawMarked>

export const NewLaw = z.object({
  number: LawNumber,
  title: z.string().trim().min(3).max(200),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
})
export type NewLaw = z.infer<typeof NewLaw>

export const lawsContract = {
  list: operation('viewer')
    .route({ method: 'GET', path: '/laws', summary: 'The laws known here, those that most guides cite first' })
    .input(LawQuery)
    .output(LawList),
  get: operation('viewer')
    .route({ method: 'GET', path: '/law', summary: 'One law with the guides that cite it' })
    .input(z.object({ number: LawNumber }))
    .output(Law),
  mark: operation('editor')
    .route({
      method: 'POST',
      path: '/laws/mark',
      summary: 'Says what became of a law; opens tasks for the guides on it',
    })
    .input(LawMark)
    .output(LawMarked),
  add: operation('editor')
    .route({ method: 'POST', path: '/laws', summary: 'Adds a law to the register' })
    .input(NewLaw)
    .output(Law),
}
