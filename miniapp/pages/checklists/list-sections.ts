/** The list to bring as plain words under headings: what is sent, drawn and read aloud. */
import { upperFirst } from '../procedures/figures.ts'
import type { BringList, Elsewhere, Paper } from './bring-list.ts'
import { returnWords } from './expected-return.ts'

export interface Section {
  /** Null: goes without. */
  heading: string | null
  /** `papers` are ticked off; `warnings` come before everything. */
  kind: 'warnings' | 'papers' | 'words'
  lines: Line[]
}

export interface Line {
  text: string
  /** Smaller, below. */
  small: string | null
}

export function listTitle({ topic, caseId }: Pick<BringList, 'topic' | 'caseId'>): string {
  return caseId === null ? topic.title : `Giấy tờ cần mang để ${topic.task}`
}

export function listSections(list: BringList): Section[] {
  const { office, topic } = list
  const place = office && [office.name, office.address].filter(Boolean).join(', ')
  const sections: Section[] = [
    { heading: 'Chú ý', kind: 'warnings', lines: list.warnings.map(plain) },
    ...list.groups.map(({ heading, papers }): Section => ({ heading, kind: 'papers', lines: papers.map(paperLine) })),
    { heading: 'Chỉ khi đúng trường hợp', kind: 'papers', lines: list.perhaps.map(paperLine) },
    { heading: 'Có thể khác', kind: 'words', lines: [...list.elsewhere.map(leadLine), ...vagueLines(list)] },
    { heading: 'Lưu ý', kind: 'words', lines: list.notes.map(plain) },
    {
      heading: 'Nơi nộp',
      kind: 'words',
      lines: [
        ...(place ? [plain(`${place}.`)] : []),
        ...(topic.authority.howToReach ? [plain(topic.authority.howToReach)] : []),
        ...(office
          ? [plain(`Điện thoại: ${office.phone}.`), ...office.hours.map(plain), ...office.local.map(plain)]
          : []),
      ],
    },
    ...(topic.channels.length > 0 ? costSections(list) : []),
    { heading: null, kind: 'words', lines: list.source.map(plain) },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}

function costSections(list: BringList): Section[] {
  return [
    { heading: 'Bao lâu có kết quả', kind: 'words', lines: timeWords(list).map(plain) },
    { heading: 'Lệ phí', kind: 'words', lines: list.fee.map(plain) },
  ]
}

export const VAGUE = 'Có câu chưa rõ nên giấy tờ có thể khác: gọi hỏi trước khi đi.'

/** The list as a message. */
export function listWords(list: BringList): string {
  const sections = listSections(list).map(({ heading, kind, lines }) =>
    [
      ...(heading ? [`${heading}:`] : []),
      ...lines.map(({ text, small }) => `${kind === 'papers' ? '☐ ' : ''}${text}${small ? ` (${small})` : ''}`),
    ].join('\n'),
  )
  const title = list.caseLabel ? `${listTitle(list)}\nTrường hợp: ${list.caseLabel}` : listTitle(list)
  return [title, ...sections].join('\n\n')
}

/** The list as it is read aloud; where it comes from is left to the eye. */
export function spokenList(list: BringList): string[] {
  const sections = listSections(list).filter(({ heading }) => heading !== null)
  return [
    `${listTitle(list)}.`,
    ...sections.flatMap(({ heading, lines }) => [
      `${heading}.`,
      ...lines.map(({ text, small }) => (small ? `${text}. ${small}` : text)),
    ]),
  ]
}

/** How long it takes, and on which day that would be. */
export function timeWords(list: Pick<BringList, 'time' | 'expected' | 'askAt' | 'today'>): string[] {
  const { time, expected, askAt } = list
  if (time.length === 0) return [`Nguồn không ghi. ${askAt}`]
  return [
    ...time.map(upperFirst),
    ...(expected ? returnWords(expected, list.today) : []),
    'Dự kiến; ngày chính thức ghi trên giấy hẹn.',
  ]
}

function vagueLines({ isVague }: BringList): Line[] {
  return isVague ? [plain(VAGUE)] : []
}

function paperLine({ name, detail, note, when }: Paper): Line {
  const small = [detail, note ?? ''].filter(Boolean).join('. ')
  return { text: when ? `${when}: ${name}` : name, small: small || null }
}

function leadLine({ text, link }: Elsewhere): Line {
  return plain(link ? `${text.replace(/\.$/, '')}: xem “${link.title}”.` : text)
}

function plain(text: string): Line {
  return { text, small: null }
}
