/** Freshness: who keeps a guide, when it is looked at again, what is going to change, and whether its links still lead anywhere. */
import { z } from 'zod'
import { operation } from '../operation.ts'

const Day = z.iso.date()
const GuideKey = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const Id = z.string().regex(/^\d{1,18}$/)
const Why = z.string().trim().min(3).max(500)

/** `fresh`; `due`: its day has come, readers are told; `withheld`: the second day has come, it is not shown. */
export const FreshnessState = z.enum(['fresh', 'due', 'withheld'])
export type FreshnessState = z.infer<typeof FreshnessState>

export const GuideFreshness = z.object({
  key: z.string(),
  title: z.string(),
  owner: z.object({ person: z.string().nullable(), name: z.string() }).nullable(),
  /** Null: what the ward keeps up to date itself. */
  reviewOn: Day.nullable(),
  withholdOn: Day.nullable(),
  state: FreshnessState,
})
export type GuideFreshness = z.infer<typeof GuideFreshness>

export const GuideCare = z
  .object({
    key: GuideKey,
    /** Null: nobody in particular. */
    person: z.uuid().nullable(),
    /** Null: as the settings of the installation have it. */
    reviewOn: Day.nullable(),
    withholdOn: Day.nullable(),
  })
  .refine(
    ({ reviewOn, withholdOn }) => withholdOn === null || (reviewOn !== null && withholdOn > reviewOn),
    'it is withheld after its review date',
  )
export type GuideCare = z.infer<typeof GuideCare>

/** `law`: a law it cites changed · `date`: its review date came · `change`: a known change is near · `wrong`: an officer said so. */
export const TaskKind = z.enum(['law', 'date', 'change', 'wrong'])
export type TaskKind = z.infer<typeof TaskKind>

export const ReviewTask = z.object({
  id: z.string(),
  kind: TaskKind,
  /** Null: it concerns no guide in particular. */
  topic: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  /** Of the guide, where the words belong; null: nowhere in particular. */
  place: z.string().nullable(),
  openedAt: z.date(),
  openedBy: z.string(),
  dueOn: Day.nullable(),
  owner: z.string().nullable(),
  isMine: z.boolean(),
  done: z.object({ at: z.date(), by: z.string(), how: z.enum(['published', 'confirmed']) }).nullable(),
})
export type ReviewTask = z.infer<typeof ReviewTask>

export const TaskQuery = z.object({ page: z.coerce.number().int().min(0).max(1000).default(0) })
export type TaskQuery = z.infer<typeof TaskQuery>

/** `open` and `mine`: how many wait in all, and how many of them for the caller. */
export const TaskList = z.object({
  tasks: z.array(ReviewTask),
  open: z.number().int(),
  mine: z.number().int(),
  hasMore: z.boolean(),
})
export type TaskList = z.infer<typeof TaskList>

/** `own`: an officer wrote it down; else where it was read from. */
export const KnownChange = z.object({
  id: z.string().nullable(),
  day: Day,
  text: z.string(),
  source: z.enum(['own', 'guide', 'law', 'fee']),
  topics: z.array(z.object({ key: z.string(), title: z.string() })),
  /** Reminded so many days before. */
  remindDays: z.number().int(),
})
export type KnownChange = z.infer<typeof KnownChange>

export const NewKnownChange = z.object({
  day: Day,
  text: z.string().trim().min(3).max(300),
  topics: z.array(GuideKey).max(50),
  remindDays: z.number().int().min(0).max(365).default(30),
})
export type NewKnownChange = z.infer<typeof NewKnownChange>

/** `refused`: not an address that is looked up (private, or no http). */
export const LinkOutcome = z.enum(['alive', 'gone', 'failing', 'unreachable', 'refused'])
export type LinkOutcome = z.infer<typeof LinkOutcome>

export const CheckedLink = z.object({
  url: z.string(),
  topics: z.array(z.object({ key: z.string(), title: z.string() })),
  /** Null: not looked at yet. */
  outcome: LinkOutcome.nullable(),
  status: z.number().int().nullable(),
  detail: z.string().nullable(),
  checkedAt: z.date().nullable(),
  /** In a row. */
  failures: z.number().int(),
})
export type CheckedLink = z.infer<typeof CheckedLink>

export const freshnessContract = {
  guides: operation('viewer')
    .route({
      method: 'GET',
      path: '/freshness/guides',
      summary: 'Who keeps each guide, and when it is looked at again',
    })
    .output(z.array(GuideFreshness)),
  keepers: operation('editor')
    .route({ method: 'GET', path: '/freshness/keepers', summary: 'Officers a guide can be given to' })
    .output(z.array(z.object({ person: z.string(), name: z.string() }))),
  setCare: operation('reviewer')
    .route({ method: 'PUT', path: '/freshness/guides/{key}', summary: 'Gives a guide to somebody, with its dates' })
    .input(GuideCare)
    .output(GuideFreshness),
  tasks: operation('editor')
    .route({ method: 'GET', path: '/freshness/tasks', summary: 'What waits to be looked at again, mine first' })
    .input(TaskQuery)
    .output(TaskList),
  confirm: operation('editor')
    .route({ method: 'POST', path: '/freshness/tasks/{id}/confirm', summary: 'Looked at: the guide still holds' })
    .input(z.object({ id: Id, why: Why }))
    .output(TaskList),
  changes: operation('viewer')
    .route({ method: 'GET', path: '/freshness/changes', summary: 'What is known to change, by day' })
    .output(z.array(KnownChange)),
  addChange: operation('editor')
    .route({ method: 'POST', path: '/freshness/changes', summary: 'Writes down a change that is coming' })
    .input(NewKnownChange)
    .output(z.array(KnownChange)),
  removeChange: operation('editor')
    .route({ method: 'POST', path: '/freshness/changes/{id}/remove', summary: 'Takes a change back; it is kept' })
    .input(z.object({ id: Id, why: Why }))
    .output(z.array(KnownChange)),
  links: operation('viewer')
    .route({ method: 'GET', path: '/freshness/links', summary: 'The links of guides, and whether they lead anywhere' })
    .output(z.array(CheckedLink)),
  checkLinks: operation('editor')
    .route({
      method: 'POST',
      path: '/freshness/links/check',
      summary: 'Has every link looked at again, a few at a time',
    })
    .output(z.array(CheckedLink)),
}
