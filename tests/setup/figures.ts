/** Finds the figures in Vietnamese prose, so that a test can ask where each one comes from. */
import type { DecisionTable } from '../../shared/decision-table.ts'
import type { Channel, RequiredDocument, Topic } from '../../shared/procedures.ts'

const forms: [kind: string, pattern: RegExp][] = [
  ['law', /\d[\d.]*(?:\/\d{4})?\/\p{Lu}[\p{Lu}\d-]+/gu],
  ['code', /\d\.\d{6}/g],
  ['date', /\d{1,2}\/\d{1,2}\/\d{4}/g],
  ['form', /[A-Z]{2}\d{2}/g],
  ['quantity', /\d[\d.]*\s?(?:%|ngày làm việc|ngày|giờ|tháng|tuổi|đồng|năm|bản|trang|số)(?!\p{L})/gu],
  ['number', /\d[\d.]*/g],
]

/** `07 ngày làm việc` and `7 ngày  làm việc` are one figure. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<![\d.])0+(?=\d)/g, '')
    .replace(/\s+/g, ' ')
}

/** Every figure of a text, the longest reading first; `7 ngày` is not also read as `7`. */
export function figuresIn(text: string): string[] {
  const found: string[] = []
  let rest = text.normalize('NFC').replace(/(?<!\p{L})một (?=ngày|bản)/giu, '1 ')
  for (const [, pattern] of forms) {
    rest = rest.replace(pattern, figure => {
      found.push(plain(figure.replace(/\.$/, '')))
      return ' '
    })
  }
  return found
}

const units = { working_day: 'ngày làm việc', day: 'ngày', hour: 'giờ', month: 'tháng' }

/** The figures that fields of the record hold. */
export function figuresOfFields(topic: Topic): Set<string> {
  const documents = topic.cases.flatMap(one => one.documents)
  const texts = [
    ...topic.procedures.flatMap(one => [one.code, one.name, one.decision?.number, isoToText(one.decision?.date)]),
    ...topic.procedures.map(one => isoToText(one.retrievedOn)),
    ...topic.relatedProcedures.flatMap(one => [one.code, one.name]),
    ...topic.legalBases.flatMap(one => [one.number, isoToText(one.effectiveUntil)]),
    ...topic.scheduledChanges.map(one => isoToText(one.date)),
    ...topic.sources.map(one => isoToText(one.asOf)),
    ...topic.facts.map(one => one.value),
    ...documents.flatMap(figuresOfDocument),
    ...topic.channels.flatMap(figuresOfChannel),
  ]
  const figures = texts.flatMap(text => figuresIn(text ?? ''))
  return new Set([...figures, ...figures.map(figure => figure.split(' ')[0] ?? '')])
}

function figuresOfDocument({ originals, copies, form }: RequiredDocument): string[] {
  return [`${originals ?? ''} bản`, `${copies ?? ''} bản`, form?.number ?? '', form?.issuedBy ?? '']
}

function figuresOfChannel({ timeLimit, fees }: Channel): (string | null | undefined)[] {
  return [
    timeLimit?.unit ? `${timeLimit.value} ${units[timeLimit.unit]}` : '',
    ...fees.flatMap(fee => [
      fee.amount === null ? '' : `${fee.amount} đồng`,
      ...fee.reliefs.flatMap(one => [`${one.percent}%`, isoToText(one.from), isoToText(one.until), one.law]),
    ]),
  ]
}

function isoToText(iso: string | null | undefined): string {
  return iso ? iso.split('-').reverse().join('/') : ''
}

/** Everything in a record that was written by hand for people to read, with the place it stands. */
export function proseOf(topic: Topic): [place: string, text: string][] {
  const prose: [string, string | null][] = [
    ['title', topic.title],
    ['task', topic.task],
    ['summary', topic.summary],
    ['authority', topic.authority.whichOffice],
    ['authority', topic.authority.howToReach],
    ...topic.cases.flatMap((one): [string, string | null][] => [
      ['case', one.label],
      ...one.documents.flatMap((paper): [string, string | null][] => [
        ['paper', paper.name],
        ['paper', paper.condition],
        ['paper', paper.note],
      ]),
    ]),
    ...topic.steps.flatMap((step): [string, string][] => [
      ['step', step.title],
      ['step', step.text],
    ]),
    ...topic.channels.flatMap((channel): [string, string | null][] => [
      ['channel', channel.note],
      ['channel', channel.system],
      ['time limit', channel.timeLimit?.text ?? null],
      ...channel.fees.flatMap((fee): [string, string | null][] => [
        ['fee', fee.name],
        ['fee', fee.text],
        ...fee.reliefs.map((relief): [string, string | null] => ['relief', relief.condition]),
      ]),
    ]),
    ...topic.results.map((text): [string, string] => ['result', text]),
    ...topic.eligibility.map((text): [string, string] => ['eligibility', text]),
    ...topic.advice.map((text): [string, string] => ['advice', text]),
    ...topic.legalBases.map((one): [string, string] => ['law', one.title]),
    ...topic.relatedProcedures.map((one): [string, string] => ['related', one.when]),
    ...topic.scheduledChanges.map((one): [string, string] => ['change', one.text]),
    ...topic.disagreements.map((one): [string, string] => ['disagreement', one.text]),
    ...topic.reviewFlags.map((one): [string, string] => ['flag', one.text]),
    ...(topic.checklist ? proseOfTable(topic.checklist) : []),
    ...topic.confusableWith.map((one): [string, string] => ['neighbour', one.difference]),
  ]
  return prose.filter((entry): entry is [string, string] => entry[1] !== null)
}

/** What a checklist asks and tells. */
export function proseOfTable({ questions, rules }: DecisionTable): [place: string, text: string][] {
  const prose: [string, string | null | undefined][] = [
    ...questions.flatMap((question): [string, string | null][] => [
      ['question', question.text],
      ['hint', question.hint],
      ...question.options.flatMap(({ label, clause }): [string, string][] => [
        ['option', label],
        ['clause', clause],
      ]),
    ]),
    ...rules.flatMap((rule): [string, string | undefined][] => [
      ['note', rule.note],
      ['warning', rule.warning],
    ]),
  ]
  return prose.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
}
