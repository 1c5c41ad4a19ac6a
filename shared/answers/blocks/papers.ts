import type { RequiredDocument } from '../../procedures.ts'
import { type Block, type Context, differencesOn } from '../context.ts'
import { formatDate, lowerFirst } from '../figures.ts'
import { localFormLines } from '../local.ts'
import { headingOf } from '../sayings.ts'

type Role = RequiredDocument['role']

const always: Record<Role, string> = {
  form: 'Điền',
  submit: 'Nộp',
  present: 'Mang bản chính để đối chiếu, được mang về',
}
const sometimes: Record<Role, string> = {
  form: 'điền thêm',
  submit: 'nộp thêm',
  present: 'mang thêm bản chính để đối chiếu',
}
const order: Role[] = ['form', 'submit', 'present']
/** A first reply names every paper all need; of the others only as many as make this number, and counts the rest. */
const enoughNamed = 2

/** The papers of one case, each with what is done with it: first those everybody needs, then what only some need. */
export function papersBlock(context: Context): Block {
  const documents = context.theCase?.documents ?? []
  const full = context.view === 'full'
  const needed = inOrder(documents.filter(one => one.condition === null))
  const others = documents.filter(one => one.condition !== null)
  const lines = [
    `${headingOf(context.topic, 'papers', context.topic.cases.length > 1 ? context.theCase : null)}:`,
    ...needed.map(one => neededLine(one, full)),
    ...(full ? others.map(one => perhapsLine(`Khi ${one.condition}`, one, full)) : othersLine(others, needed.length)),
  ]
  if (documents.length === 0) lines.push('Nguồn không ghi giấy tờ cần có.')
  if (full) lines.push(...localFormLines(context.topic), ...remarksOf(context))
  return { lines, hasMore: !full }
}

/** What only some people need, on one line; who needs it, and what is done with it, comes with the whole. */
function othersLine(others: readonly RequiredDocument[], alreadyNamed: number): string[] {
  const named = others.slice(0, Math.max(0, enoughNamed - alreadyNamed)).map(one => lowerFirst(one.name))
  const rest = others.length - named.length
  if (others.length === 0) return []
  if (named.length === 0) return [`• Có người cần thêm ${rest} giấy.`]
  return [`• Có người cần thêm: ${[...named, ...(rest > 0 ? [`${rest} giấy nữa`] : [])].join('; ')}.`]
}

/** First what is filled in, then what is handed over, then what is shown and taken home. */
export function inOrder(documents: readonly RequiredDocument[]): RequiredDocument[] {
  return order.flatMap(role => documents.filter(one => one.role === role))
}

/** A paper that must be there, and what is done with it. */
export function neededLine(document: RequiredDocument, full: boolean): string {
  return `• ${always[document.role]}: ${lowerFirst(document.name)}${detailOf(document, full)}`
}

/** A paper that only some need. `when`: the clause that says who. */
export function perhapsLine(when: string, document: RequiredDocument, full: boolean): string {
  return `• ${when}, ${sometimes[document.role]}: ${lowerFirst(document.name)}${detailOf(document, full)}`
}

function detailOf(document: RequiredDocument, full: boolean): string {
  const details = [formNumber(document), isUsual(document) && !full ? '' : countOf(document)].filter(
    text => text !== '',
  )
  const bracket = details.length > 0 ? ` (${details.join(', ')})` : ''
  return full && document.note ? `${bracket}. ${document.note}` : bracket
}

/** One form to fill in goes without saying. */
function isUsual({ role, originals, copies }: RequiredDocument): boolean {
  return role === 'form' && originals === 1 && !copies
}

/** `mẫu CT01`, or nothing when the source names none. */
export function formNumber({ form }: RequiredDocument): string {
  if (!form?.number) return ''
  return /^\d/.test(form.number) ? `Mẫu số ${form.number}` : `mẫu ${form.number}`
}

/** What is only shown is always the original, once. A photocopy is counted as one, not as a certified copy. */
export function countOf({ name, role, originals, copies }: RequiredDocument): string {
  if (role === 'present') return ''
  const copy = name.startsWith('Bản photo') ? 'bản' : 'bản sao'
  const counts = [
    originals ? `${originals} ${role === 'form' ? 'bản' : 'bản chính'}` : '',
    copies ? `${copies} ${copy}` : '',
  ]
  return counts.filter(text => text !== '').join(', ')
}

function remarksOf(context: Context): string[] {
  const { topic } = context
  return [
    ...listed('Lưu ý:', [...topic.advice, ...differencesOn('papers', context)]),
    ...listed(
      'Việc gần giống, làm theo mục riêng:',
      topic.relatedProcedures.map(related => `Khi ${related.when}: ${related.name} (mã ${related.code})`),
    ),
    ...listed(
      'Sắp thay đổi:',
      topic.scheduledChanges.map(change => `Từ ${formatDate(change.date)}: ${change.text}`),
    ),
  ]
}

/** The heading goes with the first line, so that it never stands alone. */
export function listed(heading: string, texts: string[]): string[] {
  return texts.map((text, index) => `${index === 0 ? `${heading}\n` : ''}• ${text}`)
}
