/**
 * Checklists: from a few answers to the papers one person needs, by the decision table that is published with a topic.
 * Pure: the same topic and answers always lead to the same list, in the server and on the phone.
 */
export { answersInFragment, answersToFragment, type CarriedAnswer } from './carried.ts'
export { listTableProblems } from './problems.ts'
export { giveAnswer, type NextQuestion, nextQuestion, takeBack } from './questions.ts'
export { type ChecklistResult, type Perhaps, resolveChecklist } from './resolve.ts'
export { type Answers, unknown } from './table.ts'
export type { FindTopic } from './weighing.ts'
