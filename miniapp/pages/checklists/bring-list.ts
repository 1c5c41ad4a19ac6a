/**
 * The list to bring: everything one person needs to know before leaving home, in the order in which they need it. Made
 * either from the answers of a checklist or from a guide as it stands; the card, the words to send and the picture are
 * all drawn from it.
 */
import {
  channelsOf,
  feeWords,
  localFormLines,
  localLines,
  type Office,
  officeOf,
  timeLines,
  trustLine,
} from '../../../shared/answers/index.ts'
import type { ChecklistResult, Perhaps } from '../../../shared/checklists/index.ts'
import { feeLines } from '../../../shared/local-parts/index.ts'
import type { ProcedureCase, RequiredDocument, Topic } from '../../../shared/procedures.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { type Guide, siteAddress, type Ward } from '../../api/index.ts'
import { formatDate } from '../procedures/figures.ts'
import { countOf, formNumber } from '../procedures/papers.tsx'
import { casePath } from './case-address.ts'
import { type ExpectedReturn, expectReturn } from './expected-return.ts'

export interface BringList {
  topic: Topic
  revision: number
  /** Null: the guide has no papers of its own. */
  caseId: string | null
  /** Named where it is not the common one. */
  caseLabel: string | null
  warnings: string[]
  groups: PaperGroup[]
  /** Papers of which nobody knows yet whether they are needed. */
  perhaps: Paper[]
  elsewhere: Elsewhere[]
  /** An answer was not known: there may be more than this. */
  isVague: boolean
  notes: string[]
  /** Null while the ward's card is not there. */
  office: Office | null
  time: string[]
  /** ISO day on which the list was made. */
  today: string
  expected: ExpectedReturn | null
  /** What it costs, or that nobody states it. */
  fee: string[]
  /** Whom to ask about what no source states. */
  askAt: string
  source: string[]
  /** Topics worth doing as well. */
  also: Elsewhere[]
  path: string
  address: string
}

export interface PaperGroup {
  heading: string
  papers: Paper[]
}

export interface Paper {
  id: string
  name: string
  /** Form number and counts; empty: none stated. */
  detail: string
  note: string | null
  /** "Nếu nhờ người ngoài đi thay, nộp thêm"; null: needed. */
  when: string | null
}

export interface Elsewhere {
  /** Why; empty: for everybody. */
  text: string
  /** Null: the ward has no guide for it. */
  link: { path: string; title: string } | null
}

interface ListParts {
  guide: Guide
  theCase: ProcedureCase | null
  ward: Ward | undefined
  now: Date
}

type Role = RequiredDocument['role']

const HEADINGS: Record<Role, string> = {
  form: 'Điền theo mẫu',
  submit: 'Nộp lại',
  present: 'Mang bản chính để đối chiếu, được mang về',
}
const BESIDES: Record<Role, string> = {
  form: 'điền thêm',
  submit: 'nộp thêm',
  present: 'mang thêm bản chính để đối chiếu',
}
const ROLES: Role[] = ['form', 'submit', 'present']

/** The list that the answers of a checklist lead to. @param findTopic the other guides its rules name */
export function listFromAnswers(
  parts: ListParts,
  result: ChecklistResult,
  findTopic: (key: string) => Topic | null,
): BringList {
  const toBeSafe = result.maybe.filter(({ when }) => when === null).map(({ document }) => document)
  const open = result.maybe.filter(({ when }) => when !== null)
  return {
    ...listBase(parts),
    warnings: result.warnings.map(said),
    groups: groupPapers([...result.needed, ...toBeSafe]),
    perhaps: open.map(({ document, when }) => toPaper(document, `Nếu ${when}`)),
    elsewhere: leadsElsewhere(result, findTopic),
    isVague: result.isVague,
    notes: [...result.notes.map(said), ...localFormLines(parts.guide.topic), ...differences(parts.guide.topic)],
    also: leadsAlso(result, findTopic),
  }
}

/** The list of a guide for one of its cases, when nobody has answered anything. */
export function listFromGuide(parts: ListParts): BringList {
  const documents = parts.theCase?.documents ?? []
  return {
    ...listBase(parts),
    warnings: [],
    groups: groupPapers(documents.filter(({ condition }) => condition === null)),
    perhaps: documents
      .filter(({ condition }) => condition !== null)
      .map(document => toPaper(document, `Khi ${document.condition}`)),
    elsewhere: [],
    isVague: false,
    notes: [...localFormLines(parts.guide.topic), ...differences(parts.guide.topic)],
    also: [],
  }
}

/** A sentence, after the clause it depends on unless it begins with that itself. */
export function said({ text, when }: Perhaps<{ text: string }>): string {
  return when === null || lowerFirst(text).startsWith(when) ? text : `Nếu ${when}: ${lowerFirst(text)}`
}

/** Where an answer that is not known may lead instead. */
export function leadsElsewhere(
  { others, elsewhere }: Pick<ChecklistResult, 'others' | 'elsewhere'>,
  findTopic: (key: string) => Topic | null,
): Elsewhere[] {
  const cases = others.map(({ topic: key, case: id, when }): Elsewhere => {
    const topic = findTopic(key)
    const label = topic?.cases.find(one => one.id === id)?.label
    return topic && label
      ? { text: `Nếu ${when}: giấy tờ khác.`, link: { path: casePath(topic, id), title: label } }
      : { text: `Nếu ${when}: giấy tờ khác, hỏi trước khi đi.`, link: null }
  })
  const topics = elsewhere.flatMap(({ topic: key, when }): Elsewhere[] => {
    const topic = findTopic(key)
    return topic ? [{ text: `Nếu ${when}: làm theo mục khác.`, link: guideLink(topic) }] : []
  })
  return [...cases, ...topics]
}

export function leadsAlso(
  { also }: Pick<ChecklistResult, 'also'>,
  findTopic: (key: string) => Topic | null,
): Elsewhere[] {
  return also.flatMap(({ topic: key, when }): Elsewhere[] => {
    const topic = findTopic(key)
    return topic ? [{ text: when === null ? '' : `Nếu ${when}`, link: guideLink(topic) }] : []
  })
}

function guideLink({ key, title }: Topic) {
  return { path: `/thu-tuc/${key}`, title }
}

function listBase({ guide: { topic, revision }, theCase, ward, now }: ListParts) {
  const chosen = topic.cases.length > 1 ? theCase : null
  const channels = channelsOf(topic, theCase)
  const today = vietnamDay(now)
  const fees = feeWords(channels, chosen, today)
  const office = ward ? officeOf(topic, ward) : null
  const askAt = office && topic.kind !== 'referral' ? `Gọi ${office.phone} để hỏi.` : 'Hỏi tại nơi làm.'
  const path = casePath(topic, theCase?.id ?? null)
  return {
    topic,
    revision,
    caseId: theCase?.id ?? null,
    caseLabel: theCase && theCase !== topic.cases[0] ? theCase.label : null,
    office,
    time: timeLines(channels),
    today,
    expected: ward && topic.authority.kind !== 'elsewhere' ? expectReturn(channels, ward, now) : null,
    fee: topic.local?.fee
      ? [...feeLines(topic.local.fee), ...localLines(topic, ['fee']), ...fees.notes]
      : [
          ...fees.lines.map(({ name, amounts }) => `${name}: ${amounts.map(lowerFirst).join('; ')}`),
          ...fees.notes,
          ...(fees.lines.length === 0 ? [`${fees.isSetByProvince ? SET_BY_PROVINCE : NOT_STATED} ${askAt}`] : []),
        ],
    askAt,
    source: [
      sourceLine(topic, theCase, revision),
      ...(ward && office ? trustLine({ topic, ward, office, today }) : []),
    ],
    path,
    address: siteAddress(path),
  }
}

const NOT_STATED = 'Nguồn không ghi số tiền.'
const SET_BY_PROVINCE = 'Do Hội đồng nhân dân tỉnh, thành phố quyết định; nguồn không ghi số tiền.'

function sourceLine(topic: Topic, theCase: ProcedureCase | null, revision: number): string {
  const record = topic.procedures.find(({ code }) => code === theCase?.procedure) ?? topic.procedures[0]
  const name = (topic.sources.find(({ id }) => id === record?.source) ?? topic.sources[0])?.name
  const code = record ? `, mã ${record.code}, ${formatDate(record.retrievedOn)}` : ''
  return `Nguồn: ${name}${code}${revision > 0 ? `; phiên bản ${revision}` : ''}.`
}

function differences({ disagreements }: Topic): string[] {
  return disagreements.filter(({ aspect }) => aspect === 'papers').map(({ text }) => text)
}

function groupPapers(documents: readonly RequiredDocument[]): PaperGroup[] {
  return ROLES.map(role => ({
    heading: HEADINGS[role],
    papers: documents.filter(one => one.role === role).map(one => toPaper(one, null)),
  })).filter(({ papers }) => papers.length > 0)
}

function toPaper(document: RequiredDocument, when: string | null): Paper {
  return {
    id: document.id,
    name: document.name,
    detail: [formNumber(document), countOf(document)].filter(Boolean).join(', '),
    note: document.note,
    when: when && `${when}, ${BESIDES[document.role]}`,
  }
}

/** Abbreviations keep their capitals. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
