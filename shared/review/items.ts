/** What a ward has to confirm before starter content is its own: one fact at a time, hours and fees first. Pure. */
import { formatOpeningHours } from '../answers/index.ts'
import type { WardProfile } from '../areas.ts'
import { wordFee } from '../guides/index.ts'
import type { Channel, RequiredDocument, Topic } from '../procedures.ts'
import type { ConfirmedPart } from '../trust/index.ts'

/** In the order in which they are asked. */
export const reviewKinds = ['hours', 'fee', 'time', 'place', 'flag', 'difference', 'papers', 'steps'] as const
export type ReviewKind = (typeof reviewKinds)[number]

export interface ReviewItem {
  /** Null: of an office, whatever is done there. */
  topic: string | null
  /** Unique within the guide. */
  key: string
  kind: ReviewKind
  /** Of the guide, or the name of the office. */
  title: string
  question: string
  /** What is to be confirmed. A confirmation holds for exactly these words. */
  fact: string
}

/** A part that people ask for is confirmed when these kinds are. */
export const kindsOfPart: Record<ConfirmedPart, readonly ReviewKind[]> = {
  fee: ['fee'],
  time: ['time'],
  papers: ['papers'],
  where: ['place', 'hours'],
}

/** True when the record was taken over from elsewhere and no officer stands behind it yet. */
function isUnconfirmed({ sources, verifiedOn, reviewFlags }: Topic): boolean {
  return sources.some(({ asOf }) => asOf !== null) && (verifiedOn === null || reviewFlags.length > 0)
}

/**
 * The facts of one guide that wait for a word; none when the record itself says who checked it, and none where something
 * else holds here by the word of two officers.
 */
export function listTopicItems(topic: Topic): ReviewItem[] {
  if (!isUnconfirmed(topic)) return []
  const item = (kind: ReviewKind, key: string, question: string, lines: readonly (string | null)[]): ReviewItem[] => {
    const fact = lines.filter(Boolean).join('\n')
    return fact ? [{ topic: topic.key, key, kind, title: topic.title, question, fact }] : []
  }
  const { authority, channels, cases, steps, eligibility, advice, results, local } = topic
  return [
    ...item('fee', 'fee', 'Lệ phí ghi như vậy có đúng tại đây không?', local?.fee ? [] : feesOf(channels)),
    ...item('time', 'time', 'Thời hạn này có đúng không?', timesOf(channels)),
    ...item(
      'place',
      'place',
      'Việc này làm ở nơi ấy, đúng không?',
      local?.place ? [] : [authority.name, authority.whichOffice, authority.howToReach],
    ),
    ...topic.reviewFlags.flatMap(({ code, procedure, text }) =>
      item('flag', `flag-${code}-${procedure}`, 'Điều này đã xem lại, nội dung hướng dẫn vẫn đúng?', [
        text,
        `Thủ tục ${procedure}.`,
      ]),
    ),
    ...topic.disagreements.flatMap(({ aspect, text }, index) =>
      item('difference', `difference-${aspect}-${index}`, 'Các nguồn nói khác nhau: ghi như vậy có đúng không?', [
        text,
      ]),
    ),
    ...cases.flatMap(({ id, label, documents }) =>
      item('papers', `papers-${id}`, 'Giấy tờ này đã đủ và đúng chưa?', [
        documents.length > 0 && cases.length > 1 ? `${label}:` : null,
        ...documents.map(wordDocument),
      ]),
    ),
    ...item('steps', 'steps', 'Các bước và điều kiện này có đúng không?', [
      ...steps.map(({ title, text }) => `${title}: ${text}`),
      ...eligibility,
      ...advice,
      ...results.map(result => `Kết quả: ${result}`),
    ]),
  ]
}

/** Where people go: the ward's own desk and its police station. Asked once, whatever is done there. */
export function listOfficeItems(ward: WardProfile): ReviewItem[] {
  const desks = [
    {
      key: 'office-ward',
      name: ward.officeName,
      address: ward.address,
      phone: ward.phone,
      hours: formatOpeningHours(ward.openingHours),
    },
    ...(ward.police ? [{ key: 'office-ward_police', ...ward.police, hours: [] }] : []),
  ]
  return desks.map(({ key, name, address, phone, hours }) => ({
    topic: null,
    key,
    kind: 'hours',
    title: name,
    question: 'Địa chỉ, điện thoại và giờ nhận này có đúng không?',
    fact: [address, `Điện thoại: ${phone}`, ...hours].filter(Boolean).join('\n'),
  }))
}

/** The desk that this guide leads to; null: another office. */
export function officeItemOf({ authority }: Topic): string | null {
  return authority.kind === 'elsewhere' ? null : `office-${authority.kind}`
}

/** Hours of all, then fees of all …; within a kind as the guides stand. */
export function inReviewOrder(items: readonly ReviewItem[]): ReviewItem[] {
  return items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => reviewKinds.indexOf(a.item.kind) - reviewKinds.indexOf(b.item.kind) || a.index - b.index)
    .map(({ item }) => item)
}

const channelNames: Record<Channel['type'], string> = {
  in_person: 'Nộp trực tiếp',
  online: 'Nộp trực tuyến',
  post: 'Gửi bưu điện',
}

function feesOf(channels: readonly Channel[]): string[] {
  if (channels.length > 0 && channels.every(({ fees }) => fees.length === 0)) return ['Nguồn không ghi lệ phí.']
  return channels.flatMap(({ type, fees }) =>
    fees.map(fee => `${channelNames[type]}, ${fee.name}: ${wordFee(fee)}${fee.text ? `. ${fee.text}` : ''}`),
  )
}

function timesOf(channels: readonly Channel[]): string[] {
  return channels.flatMap(({ type, timeLimit }) => (timeLimit ? [`${channelNames[type]}: ${timeLimit.text}`] : []))
}

/**
 * A fact as it is shown: what holds alike for several ways of handing in is said once. The fact itself, by which answers
 * are known again, stays as it is.
 */
export function gatherChannels(fact: string): string {
  const lines = new Map<string, string[]>()
  for (const line of fact.split('\n')) {
    const name = Object.values(channelNames).find(one => line.startsWith(`${one}, `) || line.startsWith(`${one}: `))
    const rest = name ? line.slice(name.length) : line
    const names = lines.get(rest) ?? []
    lines.set(rest, name && !names.includes(name) ? [...names, name] : names)
  }
  return Array.from(lines, ([rest, names]) => {
    const [first = '', ...others] = names
    const all = [first, ...others.map(name => name.charAt(0).toLowerCase() + name.slice(1))].join(', ')
    // Among several names a comma would read as one more.
    return all + (others.length > 0 ? rest.replace(/^, /, ' · ') : rest)
  }).join('\n')
}

function wordDocument({ name, condition, note }: RequiredDocument): string {
  return `• ${name}${condition ? ` (khi ${condition})` : ''}${note ? `. ${note}` : ''}`
}
