/**
 * The fields of a guide as a form: plain data, so that a browser needs no schema to draw it. A test compares it with what
 * guides hold. The decision table of a checklist is a program of its own and stands beside the form.
 */
import { categories } from '../content/index.ts'

export type Shape =
  /** `isOptional`: where nothing is said, the field is not there at all. */
  | { kind: 'text'; isLong?: boolean; isNullable?: boolean; isFixed?: boolean; isOptional?: boolean }
  | { kind: 'number'; isNullable?: boolean }
  | { kind: 'yes-no' }
  | { kind: 'day'; isNullable?: boolean }
  | { kind: 'choice'; options: readonly string[]; isNullable?: boolean }
  | { kind: 'group'; fields: Record<string, Shape>; isNullable?: boolean }
  | { kind: 'list'; item: Shape; isNullable?: boolean; isOptional?: boolean }

const text: Shape = { kind: 'text' }
const long: Shape = { kind: 'text', isLong: true }
const textOrNull: Shape = { kind: 'text', isNullable: true }
const longOrNull: Shape = { kind: 'text', isLong: true, isNullable: true }
const number: Shape = { kind: 'number' }
const numberOrNull: Shape = { kind: 'number', isNullable: true }
const day: Shape = { kind: 'day' }
const dayOrNull: Shape = { kind: 'day', isNullable: true }
const texts: Shape = { kind: 'list', item: text }
const longs: Shape = { kind: 'list', item: long }
const choice = (...options: string[]): Shape => ({ kind: 'choice', options })
const list = (fields: Record<string, Shape>): Shape => ({ kind: 'list', item: { kind: 'group', fields } })

const document = {
  name: text,
  role: choice('form', 'submit', 'present'),
  originals: numberOrNull,
  copies: numberOrNull,
  condition: textOrNull,
  note: longOrNull,
  form: { kind: 'group', fields: { number: textOrNull, issuedBy: textOrNull }, isNullable: true },
  components: texts,
  id: text,
} satisfies Record<string, Shape>

const fee = {
  name: text,
  status: choice('stated', 'free_stated', 'free_for_eligible', 'set_by_province', 'see_text', 'not_stated'),
  amount: numberOrNull,
  per: textOrNull,
  cases: { kind: 'list', item: text, isNullable: true },
  text: longOrNull,
  reliefs: list({ percent: number, from: day, until: day, condition: textOrNull, law: text, source: text }),
} satisfies Record<string, Shape>

export const guideShape: Record<string, Shape> = {
  title: text,
  task: text,
  summary: long,
  category: choice(...categories.map(({ key }) => key)),
  kind: choice('procedure', 'information', 'referral'),
  cases: list({ label: text, words: texts, procedure: textOrNull, documents: list(document), id: text }),
  channels: list({
    type: choice('in_person', 'online', 'post'),
    procedure: textOrNull,
    system: textOrNull,
    timeLimit: {
      kind: 'group',
      fields: {
        text: long,
        value: numberOrNull,
        unit: { kind: 'choice', options: ['working_day', 'day', 'hour', 'month'], isNullable: true },
      },
      isNullable: true,
    },
    fees: list(fee),
    note: longOrNull,
  }),
  steps: list({ title: text, text: long }),
  eligibility: longs,
  advice: longs,
  results: texts,
  authority: {
    kind: 'group',
    fields: {
      kind: choice('ward', 'ward_police', 'elsewhere'),
      name: text,
      whichOffice: longOrNull,
      howToReach: longOrNull,
    },
  },
  aliases: texts,
  exampleQuestions: texts,
  confusableWith: list({ topic: text, difference: long }),
  legalBases: list({
    number: text,
    title: text,
    url: textOrNull,
    effectiveUntil: dayOrNull,
  }),
  scheduledChanges: list({ date: day, text: long, rewrite: { kind: 'yes-no' } }),
  disagreements: list({
    aspect: choice(
      ...['overview', 'papers', 'fee', 'time', 'where', 'online', 'form', 'steps', 'law', 'eligibility', 'status'],
    ),
    text: long,
  }),
  procedures: list({
    code: text,
    name: text,
    decision: { kind: 'group', fields: { number: text, date: dayOrNull }, isNullable: true },
    status: choice('active', 'superseded', 'expiring'),
    supersededBy: texts,
    source: text,
    sourceUrl: textOrNull,
    updatedOn: dayOrNull,
    retrievedOn: day,
    casesLeftOut: { kind: 'list', item: text, isNullable: true, isOptional: true },
  }),
  relatedProcedures: list({ code: text, name: text, when: text }),
  sources: list({
    name: text,
    shortName: { kind: 'text', isNullable: true, isOptional: true },
    url: textOrNull,
    asOf: dayOrNull,
    id: text,
  }),
  facts: list({ subject: text, value: text, source: text, record: text }),
  reviewFlags: list({ code: text, procedure: text, text: long }),
  verifiedOn: dayOrNull,
  effectiveFrom: dayOrNull,
  effectiveUntil: dayOrNull,
}

export const isOptional = (shape: Shape): boolean => 'isOptional' in shape && shape.isOptional === true

/** What stands in a field before anything is written: a draft with it can be kept. */
export function blankOf(shape: Shape): Blank {
  if ('isNullable' in shape && shape.isNullable) return null
  if (shape.kind === 'group')
    return Object.fromEntries(
      Object.entries(shape.fields).flatMap(([name, field]) => (isOptional(field) ? [] : [[name, blankOf(field)]])),
    )
  if (shape.kind === 'list') return []
  if (shape.kind === 'number') return 0
  if (shape.kind === 'yes-no') return false
  return shape.kind === 'choice' ? (shape.options[0] ?? '') : ''
}

type Blank = string | number | boolean | null | Blank[] | { [name: string]: Blank }
