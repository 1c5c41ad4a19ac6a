/** Which answers of a decision table follow from who goes for whom. Only where the table leaves no doubt. */
import type { Answers } from '../../../shared/checklists/index.ts'
import type { DecisionTable, TableQuestion, TableRule } from '../../../shared/decision-table.ts'
import type { Errand, Relation } from './helped.ts'

/** Questions on who goes to the counter, by the ids they carry in the tables. */
const WHO_GOES = ['nguoi-nop', 'nguoi-nop-thay', 'ai-nop']
/** Questions on whether the one who must sign can come. */
const WHO_SIGNS = ['nguoi-ky']
const CANNOT_COME = 'khong-den'
const OPTIONS: Record<Relation, string[]> = {
  parent: ['cha-me'],
  family: ['nguoi-nha', 'nguoi-quen'],
  outsider: ['nguoi-ngoai', 'nguoi-quen'],
}
const PARENTS_TOO = 'cha mẹ của trẻ'

export function knownAnswers({ questions }: DecisionTable, errand: Errand): Answers {
  return Object.fromEntries(
    questions.flatMap(question => {
      const option = knownOption(question, errand)
      return option ? [[question.id, option]] : []
    }),
  )
}

function knownOption({ id, options }: TableQuestion, { helped, relation }: Errand): string | null {
  const has = (wanted: string): boolean => options.some(option => option.id === wanted)
  if (WHO_SIGNS.includes(id)) return helped.isAway && has(CANNOT_COME) ? CANNOT_COME : null
  if (!WHO_GOES.includes(id)) return null
  const byRight = relation === 'parent' ? options.find(({ label }) => label.includes(PARENTS_TOO))?.id : undefined
  return byRight ?? OPTIONS[relation].find(has) ?? null
}

/** A parent acts for the child wherever a table asks about a child; anybody else may be asked about in several places. */
export function isWhollyKnown({ questions }: DecisionTable, answers: Answers, { relation }: Errand): boolean {
  const asked = questions.filter(({ id }) => WHO_GOES.includes(id))
  return relation === 'parent' || asked.every(({ id }) => answers[id] !== undefined)
}

/** The rules that hold because of these answers alone. */
export function rulesOf({ rules }: DecisionTable, answers: Answers): TableRule[] {
  return rules.filter(
    ({ when }) => when.length > 0 && when.every(({ question, in: ids }) => ids.includes(answers[question] ?? '')),
  )
}
