/** Whether two outcomes are one: a question is asked only when its answers lead to different ones. */
import { type Condition, covers } from './condition.ts'
import { isSameEnd, type Weighed } from './weighing.ts'

/** Whether a person would be told the same. */
export function isSameOutcome(a: Weighed, b: Weighed): boolean {
  if (a.end || b.end) return isSameEnd(a.end, b.end)
  return (
    isSameList(
      a.cases,
      b.cases,
      ({ at }) => `${at.topic} ${at.case}`,
      ({ when }) => [when],
    ) &&
    isSameList(
      a.papers,
      b.papers,
      ({ document }) => document.id,
      ({ needed, omitted }) => [needed, omitted],
    ) &&
    isSameList(
      a.sayings,
      b.sayings,
      ({ kind, text }) => `${kind} ${text}`,
      ({ when }) => [when],
    )
  )
}

/** The same things in the same order, each under the same conditions. */
function isSameList<Thing>(
  some: readonly Thing[],
  others: readonly Thing[],
  nameOf: (thing: Thing) => string,
  conditionsOf: (thing: Thing) => Condition[],
): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index]
      if (other === undefined || nameOf(one) !== nameOf(other)) return false
      const theirs = conditionsOf(other)
      return conditionsOf(one).every((mine, place) => isSameCondition(mine, theirs[place] ?? []))
    })
  )
}

function isSameCondition(a: Condition, b: Condition): boolean {
  if (a.length === 0 || b.length === 0) return a.length === b.length
  return covers(a, b) && covers(b, a)
}
