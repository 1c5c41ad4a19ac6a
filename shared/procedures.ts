/**
 * The typed record behind every answer and every guide.
 *
 * A *topic* is one thing people ask for; it groups zero or more national procedures (thủ tục hành chính). Field names
 * follow the national procedure form; docs/decisions/0005-cpsv-ap.md maps them to CPSV-AP 3.2.
 * Nothing here is guessed: what the source does not state is null, and null is shown as "not stated", never as zero.
 * A figure may stand in prose only when a field of the record or one of its `facts` holds it.
 */
import { z } from 'zod'
import { DecisionTable } from './decision-table.ts'
import { WardPart } from './local-parts/index.ts'
import { TopicTrust } from './trust/index.ts'

const IsoDate = z.iso.date()
const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const Sentence = z.string().min(1)
const Link = z.url({ protocol: /^https$/ })

/** Codes of national procedures look like 1.001193. */
export const ProcedureCode = z.string().regex(/^\d\.\d{6}$/)

export const TopicKind = z.enum(['procedure', 'information', 'referral'])
export type TopicKind = z.infer<typeof TopicKind>

/** What a question is after. */
export const Aspect = z.enum([
  'overview',
  'papers',
  'fee',
  'time',
  'where',
  'online',
  'form',
  'steps',
  'law',
  'eligibility',
  'status',
])
export type Aspect = z.infer<typeof Aspect>

/**
 * Where facts come from. `asOf`: the day the copy was taken, or the day a second reader states for their check; null for
 * what the ward itself keeps up to date.
 */
export const Source = z.object({
  id: Key,
  name: Sentence,
  /** What people call it, where that is shorter: for short replies. */
  shortName: Sentence.optional(),
  url: Link.nullable(),
  asOf: IsoDate.nullable(),
})
export type Source = z.infer<typeof Source>

/**
 * A figure or date that no other field holds, as the source writes it and without a sentence around it: "60 ngày".
 * `record` names where it stands: a procedure code, the number of a legal document, or `checklist:<key>`.
 */
export const Fact = z.object({ subject: Key, value: z.string().min(1).max(80), source: Key, record: Sentence })
export type Fact = z.infer<typeof Fact>

export const NationalProcedure = z.object({
  code: ProcedureCode,
  /** Official name, to the letter. */
  name: Sentence,
  decision: z.object({ number: Sentence, date: IsoDate.nullable() }).nullable(),
  status: z.enum(['active', 'superseded', 'expiring']),
  supersededBy: z.array(ProcedureCode),
  source: Key,
  sourceUrl: Link.nullable(),
  /** When the source last changed the record; null: not stated. */
  updatedOn: IsoDate.nullable(),
  retrievedOn: IsoDate,
  /** Cases of the national record that this topic does not guide; `advice` says so. Absent: it guides them all. */
  casesLeftOut: z.array(z.string().regex(/^\d\.\d{6}-h\d+$/)).optional(),
})
export type NationalProcedure = z.infer<typeof NationalProcedure>

/** A neighbouring procedure that some people need instead or as well; `when` reads on after "Khi". */
export const RelatedProcedure = z.object({ code: ProcedureCode, name: Sentence, when: Sentence })
export type RelatedProcedure = z.infer<typeof RelatedProcedure>

/**
 * One paper. `form`: filled in by the person; `submit`: handed over; `present`: shown for comparison and taken home.
 * `originals` and `copies` are counts; null means the source does not say.
 */
export const RequiredDocument = z.object({
  id: Key,
  name: Sentence,
  role: z.enum(['form', 'submit', 'present']),
  originals: z.number().int().min(0).nullable(),
  copies: z.number().int().min(0).nullable(),
  /** Only needed when this holds; null: always needed. A clause that reads on after "Khi". */
  condition: z.string().min(1).nullable(),
  /** A remark that keeps somebody from a wasted trip. */
  note: z.string().min(1).nullable(),
  form: z.object({ number: z.string().nullable(), issuedBy: z.string().nullable() }).nullable(),
  /** Rows of the national form this paper was read from; none when the record names it among the steps only. */
  components: z.array(z.string().regex(/^\d\.\d{6}-c\d+$/)),
})
export type RequiredDocument = z.infer<typeof RequiredDocument>

/** A variant of the topic with papers of its own. The first case is the common one. */
export const ProcedureCase = z.object({
  id: Key,
  /** Short enough for a button. */
  label: z.string().min(1).max(48),
  /** What people say when they mean this case; the common case needs none. */
  words: z.array(Sentence),
  procedure: ProcedureCode.nullable(),
  documents: z.array(RequiredDocument),
})
export type ProcedureCase = z.infer<typeof ProcedureCase>

export const Step = z.object({ title: Sentence, text: Sentence })
export type Step = z.infer<typeof Step>

/** A cut that holds for a time only: 100 per cent is a waiver. Both days count. */
export const FeeRelief = z.object({
  percent: z.number().int().min(1).max(100),
  from: IsoDate,
  until: IsoDate,
  /** Who or what it is for, reading on after "Khi"; null: everybody. */
  condition: z.string().min(1).nullable(),
  law: Sentence,
  source: Key,
})
export type FeeRelief = z.infer<typeof FeeRelief>

/** `stated` and `free_stated` carry an amount in đồng; in all other states it is unknown and must not be shown as free. */
export const Fee = z
  .object({
    name: Sentence,
    status: z.enum(['stated', 'free_stated', 'free_for_eligible', 'set_by_province', 'see_text', 'not_stated']),
    amount: z.number().int().min(0).nullable(),
    /** What one amount pays for: "trang", "thẻ"; null: not stated. */
    per: z.string().min(1).nullable(),
    /** Ids of the cases it is for; null: all. */
    cases: z.array(Key).nullable(),
    text: z.string().min(1).nullable(),
    reliefs: z.array(FeeRelief),
  })
  .refine(fee => (fee.amount !== null) === isKnownFee(fee), 'an amount is given exactly when the source states it')
  .refine(fee => fee.status !== 'free_stated' || fee.amount === 0, 'what is stated to be free costs 0')
export type Fee = z.infer<typeof Fee>

/** True when the source names the amount. */
export function isKnownFee(fee: { status: string }): boolean {
  return fee.status === 'stated' || fee.status === 'free_stated'
}

export const TimeLimit = z.object({
  value: z.number().positive().nullable(),
  unit: z.enum(['working_day', 'day', 'hour', 'month']).nullable(),
  /** The whole rule in our own plain words, with what changes it. */
  text: Sentence,
})
export type TimeLimit = z.infer<typeof TimeLimit>

export const Channel = z.object({
  type: z.enum(['in_person', 'online', 'post']),
  /** Which national procedure this channel belongs to; null: all of the topic's. */
  procedure: ProcedureCode.nullable(),
  /** Where it is done online when that is not the national portal; null: the portal, or not online. */
  system: z.string().min(1).nullable(),
  timeLimit: TimeLimit.nullable(),
  fees: z.array(Fee),
  note: z.string().min(1).nullable(),
})
export type Channel = z.infer<typeof Channel>

/** `effectiveUntil`: the first day it no longer holds; null: no such day is known. */
export const LegalBasis = z.object({
  number: Sentence,
  title: Sentence,
  url: Link.nullable(),
  effectiveUntil: IsoDate.nullable(),
})
export type LegalBasis = z.infer<typeof LegalBasis>

/** Who decides, in words for the screen. `ward` and `ward_police` are found through the ward's profile. */
export const CompetentAuthority = z
  .object({
    kind: z.enum(['ward', 'ward_police', 'elsewhere']),
    /** "UBND phường", "Công an phường", "Văn phòng đăng ký đất đai" … */
    name: Sentence,
    /** Which office of this kind one may choose; null: the source does not say. */
    whichOffice: z.string().min(1).nullable(),
    howToReach: z.string().min(1).nullable(),
  })
  .refine(
    authority => authority.kind !== 'elsewhere' || authority.howToReach !== null,
    'an office elsewhere needs the way to it',
  )
export type CompetentAuthority = z.infer<typeof CompetentAuthority>

/** A change of law that the guide must announce. `rewrite`: from that day the record itself is out of date. */
export const ScheduledChange = z.object({ date: IsoDate, text: Sentence, rewrite: z.boolean() })
export type ScheduledChange = z.infer<typeof ScheduledChange>

/** Sources differ: what differs, and for which question it matters. */
export const Disagreement = z.object({ aspect: Aspect, text: Sentence })
export type Disagreement = z.infer<typeof Disagreement>

/** Why an officer should look again, carried over from the source record of one procedure. */
export const ReviewFlag = z.object({ code: z.string().regex(/^[A-Z_]+$/), procedure: ProcedureCode, text: Sentence })
export type ReviewFlag = z.infer<typeof ReviewFlag>

export const Topic = z.object({
  key: Key,
  kind: TopicKind,
  /** As people say it: "Khai sinh cho con". */
  title: Sentence,
  /** What one does, as a clause that follows "Giấy tờ …", "Lệ phí …", "Nơi …": "làm khai sinh cho con". */
  task: Sentence,
  /** One sentence: what it is and who needs it. */
  summary: Sentence,
  category: Key,
  procedures: z.array(NationalProcedure),
  relatedProcedures: z.array(RelatedProcedure),
  authority: CompetentAuthority,
  cases: z.array(ProcedureCase).max(8),
  /** The questions that lead from the cases to a list of one's own; absent: the guide is the list. */
  checklist: DecisionTable.optional(),
  steps: z.array(Step),
  channels: z.array(Channel),
  results: z.array(Sentence),
  /** Who may do this, and when it must be done. */
  eligibility: z.array(Sentence),
  /** What saves a second trip. */
  advice: z.array(Sentence),
  legalBases: z.array(LegalBasis),
  scheduledChanges: z.array(ScheduledChange),
  disagreements: z.array(Disagreement),
  /** The first is the main one. */
  sources: z.array(Source).min(1),
  facts: z.array(Fact),
  effectiveFrom: IsoDate.nullable(),
  effectiveUntil: IsoDate.nullable(),
  /** When a named officer last confirmed the record; null: nobody of this ward has yet. */
  verifiedOn: IsoDate.nullable(),
  reviewFlags: z.array(ReviewFlag),
  aliases: z.array(Sentence),
  exampleQuestions: z.array(Sentence),
  /** `topic` may name a topic the ward has not published: readers skip it. */
  confusableWith: z.array(z.object({ topic: Key, difference: Sentence })),
  /** What holds in the ward that shows it; added when it is read, never written into a revision. */
  local: WardPart.optional(),
  /** How far the ward that shows it stands behind it; added when it is read, never written into a revision. */
  trust: TopicTrust.optional(),
})
export type Topic = z.infer<typeof Topic>

/** A topic as published: the words never change again; a correction is a new revision. */
export interface PublishedTopic {
  topic: Topic
  revision: number
  publishedAt: Date
}
