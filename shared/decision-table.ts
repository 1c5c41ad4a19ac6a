/**
 * A decision table: the questions that tell which papers *this* person needs, and the rules that follow from the answers.
 * It belongs to one topic and is published with it, in the same revision.
 *
 * A table names papers by the `id` they carry in the cases of the topic; it holds no paper of its own. What no rule
 * decides stays as the guide has it: a paper without a condition is needed, one with a condition may be.
 */
import { z } from 'zod'

const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const Sentence = z.string().min(1)

/** Holds when the question was answered with one of these options. */
export const TableCondition = z.object({ question: Key, in: z.array(Key).min(1) })
export type TableCondition = z.infer<typeof TableCondition>

/**
 * `label`: short enough for a button. `clause` reads on after "Nếu", in lower case, and says the same:
 * "nhờ người không phải người thân đi nộp".
 */
export const TableOption = z.object({ id: Key, label: z.string().min(1).max(48), clause: Sentence })
export type TableOption = z.infer<typeof TableOption>

/** One question. The first option is the common one. "Không rõ" is never listed: it may always be answered. */
export const TableQuestion = z.object({
  id: Key,
  text: z.string().min(1).max(160),
  /** Helps who hesitates; null: nothing to add. */
  hint: z.string().min(1).max(160).nullable(),
  options: z.array(TableOption).min(2).max(6),
  /** All must hold; none: asked of everybody. */
  askWhen: z.array(TableCondition),
})
export type TableQuestion = z.infer<typeof TableQuestion>

/** The papers of one case of a topic. */
export const TableCase = z.object({ topic: Key, case: Key })
export type TableCase = z.infer<typeof TableCase>

/** Where a rule rests: on the record of the national portal, on another source, or on reading the law. */
export const TableBasis = z.enum(['portal', 'secondary', 'inferred'])

/** What follows when all conditions hold; no condition: always. */
export const TableRule = z.object({
  id: Key,
  when: z.array(TableCondition),
  /** Turns to the papers of another case; of several rules that do, the last one holds. */
  useCase: TableCase.optional(),
  /** Papers that are needed after all, and papers that are not; `omit` outweighs `need`. */
  need: z.array(Key).optional(),
  omit: z.array(Key).optional(),
  /** Worth knowing for this person. */
  note: Sentence.optional(),
  /** Comes before the papers: without heeding it the trip is in vain. */
  warning: Sentence.optional(),
  /** Nothing more to ask and nothing to bring: `warning` says why, and the office's phone stands beside it. */
  stops: z.literal(true).optional(),
  /** Another topic answers this person; nothing more is asked here. */
  goTo: Key.optional(),
  /** A topic worth doing at the same time or afterwards; the papers stay as they are. */
  also: Key.optional(),
  basis: TableBasis,
  /** Numbers of the laws a rule rests on. */
  laws: z.array(Sentence).optional(),
})
export type TableRule = z.infer<typeof TableRule>

export const DecisionTable = z.object({
  /** The case whose papers everybody begins with. */
  start: TableCase,
  questions: z.array(TableQuestion).min(1),
  rules: z.array(TableRule),
})
export type DecisionTable = z.infer<typeof DecisionTable>
