/** Everything worth reading after a run: measures by group, what is taken for what, how far confidence can be trusted. */
import { isFirstRight, isInScope, type Measures, measure, type Outcome } from './measures.ts'

/** One label that was taken for another topic, or for none. */
export interface Confusion {
  wanted: string
  /** The first topic found; the decision when there was none. */
  got: string
  ids: string[]
}

/** Questions whose confidence lies in `[from, from + 0.1)`; the last bin holds 1 too. */
export interface ReliabilityBin {
  from: number
  count: number
  /** How often the first topic was right, per cent; null when the bin is empty. */
  right: number | null
}

export interface Report {
  questions: number
  ms: { p50: number | null; p99: number | null }
  groups: Record<string, Measures>
  confusions: Confusion[]
  reliability: ReliabilityBin[]
}

const BINS = 10

export function report(outcomes: readonly Outcome[]): Report {
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b)
  return {
    questions: outcomes.length,
    ms: { p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
    groups: Object.fromEntries([...groupsOf(outcomes)].map(([name, members]) => [name, measure(members)])),
    confusions: confusionsOf(outcomes),
    reliability: reliabilityOf(outcomes),
  }
}

/** All, then every origin, then every way of writing within it. */
function groupsOf(outcomes: readonly Outcome[]): Map<string, Outcome[]> {
  const groups = new Map<string, Outcome[]>([['all', [...outcomes]]])
  const sorted = outcomes.toSorted((a, b) => groupName(a).localeCompare(groupName(b)))
  for (const outcome of sorted) {
    for (const name of [outcome.question.origin, groupName(outcome)]) {
      const members = groups.get(name) ?? []
      members.push(outcome)
      groups.set(name, members)
    }
  }
  return groups
}

function groupName({ question }: Outcome): string {
  return `${question.origin}, ${question.kind}`
}

/** In-scope questions whose first topic is wrong, the most frequent pair first. */
export function confusionsOf(outcomes: readonly Outcome[]): Confusion[] {
  const pairs = new Map<string, Confusion>()
  for (const outcome of missesOf(outcomes)) {
    const wanted = outcome.question.label
    const got = outcome.decision.topics[0] ?? outcome.decision.decision
    const pair = pairs.get(`${wanted} ${got}`) ?? { wanted, got, ids: [] }
    pair.ids.push(outcome.question.id)
    pairs.set(`${wanted} ${got}`, pair)
  }
  return [...pairs.values()].sort((a, b) => b.ids.length - a.ids.length)
}

export function missesOf(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(outcome => isInScope(outcome) && !isFirstRight(outcome))
}

/**
 * Questions in scope and questions to be refused, by confidence; for the latter no topic is right. Decisions that a rule
 * took (confidence 0) are left out.
 */
export function reliabilityOf(outcomes: readonly Outcome[]): ReliabilityBin[] {
  const judged = outcomes.filter(
    outcome => outcome.decision.confidence > 0 && (isInScope(outcome) || outcome.question.expect === 'refuse'),
  )
  return Array.from({ length: BINS }, (_, bin) => {
    const members = judged.filter(({ decision }) => Math.min(BINS - 1, Math.floor(decision.confidence * BINS)) === bin)
    const right = members.filter(isFirstRight).length
    return {
      from: bin / BINS,
      count: members.length,
      right: members.length === 0 ? null : Math.round((1000 * right) / members.length) / 10,
    }
  })
}

function quantile(sorted: readonly number[], share: number): number | null {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  return value === undefined ? null : Math.round(value * 100) / 100
}
