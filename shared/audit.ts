/** The audit trail as administrators read it: who did what, when, in which area, and whether the trail is whole. */
import { z } from 'zod'
import { operation } from './operation.ts'

export const AuditQuery = z.object({
  actor: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  /** Code of an area: it and everything below it. */
  area: z.string().max(80).optional(),
  /** Days at the ward, both included. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
})
export type AuditQuery = z.infer<typeof AuditQuery>

export const AuditLine = z.object({
  id: z.string(),
  at: z.date(),
  actor: z.string(),
  action: z.string(),
  area: z.string().nullable(),
  areaName: z.string().nullable(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
})
export type AuditLine = z.infer<typeof AuditLine>

export const AuditPage = z.object({ lines: z.array(AuditLine), hasMore: z.boolean() })
export type AuditPage = z.infer<typeof AuditPage>

/** What there is to filter by, in the areas of whoever asks. */
export const AuditChoices = z.object({ actors: z.array(z.string()), actions: z.array(z.string()) })
export type AuditChoices = z.infer<typeof AuditChoices>

export const AuditChain = z.object({
  isWhole: z.boolean(),
  /** Of the whole installation. */
  entries: z.number().int(),
  /** Number of the first line that does not follow from the one before it. */
  brokenAt: z.string().nullable(),
  /** Digest of the last line: on paper it proves that everything before it is still there. */
  head: z.string(),
})
export type AuditChain = z.infer<typeof AuditChain>

export const auditContract = {
  list: operation('administrator')
    .route({ method: 'GET', path: '/audit', summary: 'Lines of the audit, newest first' })
    .input(
      AuditQuery.extend({
        before: z
          .string()
          .regex(/^\d{1,18}$/)
          .optional(),
      }),
    )
    .output(AuditPage),
  choices: operation('administrator')
    .route({ method: 'GET', path: '/audit-choices', summary: 'Who and what there is to filter by' })
    .output(AuditChoices),
  verify: operation('administrator')
    .route({ method: 'GET', path: '/audit-chain', summary: 'Whether every line follows from the one before it' })
    .output(AuditChain),
}
