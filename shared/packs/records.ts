/** The national records as one JSON file; the shape is written down in docs/guides/dua-noi-dung-vao-ra.md. */
import { z } from 'zod'

const Day = z.iso.date()
const Text = z.string().trim().min(1).max(20_000)
const MaybeText = Text.nullable()
const Count = z.number().int().min(0).max(1000).nullable()
const Code = z.string().regex(/^\d\.\d{6}$/)

const RecordComponent = z.object({
  id: z.string().regex(/^\d\.\d{6}-c\d+$/),
  name: Text,
  role: z.enum(['form', 'submit', 'present', 'heading']),
  original: Count,
  copy: Count,
  condition: MaybeText,
  form: z.object({ number: z.string().nullable(), issuedBy: z.string().nullable() }).nullable(),
})
const RecordFee = z
  .object({
    type: z.string().nullable(),
    amount: z.number().int().min(0).nullable(),
    status: z.enum(['stated', 'free_stated', 'free_for_eligible', 'set_by_province', 'see_text', 'not_stated']),
    text: MaybeText,
  })
  .refine(
    ({ amount, status }) => (amount !== null) === (status === 'stated' || status === 'free_stated'),
    'a figure stands exactly where the source states one',
  )
export const ProcedureRecord = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  code: Code,
  name: Text,
  shortName: MaybeText,
  aliases: z.array(Text).max(60),
  category: z.string(),
  levels: z.array(z.enum(['ward', 'province', 'ministry', 'other'])),
  executingAgencies: z.array(Text),
  receivingPoint: MaybeText,
  cases: z.array(z.object({ id: z.string(), label: MaybeText, components: z.array(RecordComponent).max(200) })),
  notes: z.array(Text),
  steps: z.array(z.object({ order: z.number(), title: MaybeText, text: Text })),
  channels: z.array(
    z.object({
      type: z.enum(['in_person', 'online', 'post']),
      time: z
        .object({
          value: z.number().positive().nullable(),
          unit: z.enum(['working_day', 'calendar_day', 'day', 'hour', 'month']).nullable(),
          text: MaybeText,
        })
        .nullable(),
      fees: z.array(RecordFee),
      note: MaybeText,
    }),
  ),
  results: z.array(z.object({ name: Text })),
  requirements: MaybeText,
  legalBases: z.array(z.object({ number: MaybeText, title: MaybeText })),
  decision: z.object({ number: Text.nullable(), date: Day.nullable() }).nullable(),
  source: z.object({
    sourceId: z.string(),
    url: z.url({ protocol: /^https$/ }).nullable(),
    portalUpdatedAt: Day.nullable(),
    retrievedAt: Day,
  }),
  status: z.enum(['active', 'superseded', 'expiring']),
  supersededBy: z.array(Code),
  needsReview: z.boolean(),
  reviewReasons: z.array(z.object({ code: z.string().regex(/^[A-Z_]+$/), text: Text })),
  conflicts: z.array(z.object({ field: z.string(), kept: Text.nullable(), other: Text.nullable(), note: MaybeText })),
})
export type ProcedureRecord = z.infer<typeof ProcedureRecord>

export const mostRecords = 2000

/** The file around the records; each record is looked at by itself, so that every defect is found. */
export const RecordFile = z.object({
  generatedAt: z.string().optional(),
  sources: z.record(
    z.string(),
    z.object({ title: Text, url: z.string().nullable().optional(), asOf: z.string().nullable().optional() }),
  ),
  procedures: z.array(z.unknown()).max(mostRecords),
})
export type RecordFile = z.infer<typeof RecordFile>
