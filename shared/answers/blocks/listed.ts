import { type Block, type Context, differencesOn } from '../context.ts'
import { formatDate, lowerFirst } from '../figures.ts'
import { headingOf } from '../sayings.ts'

/** What has to be done, one after the other; a first reply explains the first step and names the others. */
export function stepsBlock(context: Context): Block {
  const full = context.view === 'full'
  const steps = context.topic.steps.map(({ title, text }, index) => {
    const step = `Bước ${index + 1}. ${title}`
    return full || index === 0 ? `${step}: ${lowerFirst(text)}` : step
  })
  const lines = steps.length > 0 ? steps : ['Nguồn không ghi các bước.']
  return {
    lines: [`${headingOf(context.topic, 'steps', null)}:`, ...lines, ...differencesOn('steps', context)],
    hasMore: !full && steps.length > 1,
  }
}

/** Who may do it and until when. */
export function eligibilityBlock(context: Context): Block {
  const rules = context.topic.eligibility.map(rule => `• ${rule}`)
  const lines = rules.length > 0 ? rules : ['Nguồn không ghi điều kiện.']
  return {
    lines: [`${headingOf(context.topic, 'eligibility', null)}:`, ...lines, ...differencesOn('eligibility', context)],
    hasMore: false,
  }
}

/** How many legal bases a first reply names. */
const mostTelling = 3

/** The law it rests on, the most telling first, and what is about to change. */
export function lawBlock(context: Context): Block {
  const { legalBases, scheduledChanges } = context.topic
  const shown = context.view === 'full' ? legalBases : legalBases.slice(0, mostTelling)
  const bases = shown.map(basis => `• ${basis.title}, số ${basis.number}${ending(basis.effectiveUntil, context)}`)
  const changes = scheduledChanges.map(change => `Từ ${formatDate(change.date)}: ${change.text}`)
  const lines = bases.length > 0 ? bases : ['Nguồn không ghi căn cứ.']
  return {
    lines: [`${headingOf(context.topic, 'law', null)}:`, ...lines, ...changes],
    hasMore: shown.length < legalBases.length,
  }
}

function ending(effectiveUntil: string | null, { today }: Context): string {
  if (effectiveUntil === null) return ''
  return effectiveUntil <= today
    ? ` (đã hết hiệu lực từ ${formatDate(effectiveUntil)})`
    : ` (hết hiệu lực từ ${formatDate(effectiveUntil)})`
}
