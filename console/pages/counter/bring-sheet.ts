/** What one sheet of paper tells somebody at the counter: what to bring, where, when, for how much, and how far to trust it. */
import {
  channelsOf,
  countOf,
  feeWords,
  formNumber,
  localFormLines,
  localLines,
  type Office,
  officeOf,
  timeLines,
  trustLine,
  withheldLines,
} from '../../../shared/answers/index.ts'
import type { WardProfile } from '../../../shared/areas.ts'
import { feeLines } from '../../../shared/local-parts/index.ts'
import type { ProcedureCase, RequiredDocument, Topic } from '../../../shared/procedures.ts'

type Role = RequiredDocument['role']

export interface SheetPaper {
  id: string
  role: Role
  name: string
  /** Form number and counts; empty: none stated. */
  detail: string
  /** Who needs it; null: everybody. */
  when: string | null
  note: string | null
}

/** The papers of one person, from their answers. */
export interface OwnList {
  papers: SheetPaper[]
  /** Without heeding these the trip is in vain. */
  warnings: string[]
  remarks: string[]
}

export interface BringSheet {
  title: string
  /** Null where there is one case only. */
  caseLabel: string | null
  needed: { heading: string; papers: SheetPaper[] }[]
  sometimes: SheetPaper[]
  /** Come before the papers. */
  warnings: string[]
  remarks: string[]
  office: Office
  reach: string[]
  time: string[]
  fee: string[]
  source: string[]
  /** It was not looked over in time: only where to ask is told. */
  isWithheld: boolean
}

const HEADINGS: Record<Role, string> = {
  form: 'Điền theo mẫu',
  submit: 'Nộp lại',
  present: 'Mang bản chính để đối chiếu, được mang về',
}
const BESIDES: Record<Role, string> = { form: 'điền thêm', submit: 'nộp thêm', present: 'mang thêm bản chính' }
export const ROLES: Role[] = ['form', 'submit', 'present']

/** @param today ISO day at the ward, which decides the reliefs that hold */
export function bringSheet(
  { topic, revision }: { topic: Topic; revision: number },
  theCase: ProcedureCase | null,
  { ward, today, own = null }: { ward: WardProfile; today: string; own?: OwnList | null },
): BringSheet {
  const office = officeOf(topic, ward)
  const channels = channelsOf(topic, theCase)
  const papers = own?.papers ?? listPapers(theCase)
  const times = timeLines(channels)
  const withheld = withheldLines({ topic, office, today })
  if (withheld.length > 0)
    return {
      ...{ title: topic.title, caseLabel: null, needed: [], sometimes: [], warnings: [], remarks: withheld, office },
      ...{ reach: [], time: [], fee: [], source: [sourceOf(topic, theCase, revision)], isWithheld: true },
    }
  return {
    title: topic.title,
    caseLabel: topic.cases.length > 1 && theCase ? theCase.label : null,
    needed: ROLES.map(role => ({
      heading: HEADINGS[role],
      papers: papers.filter(paper => paper.role === role && paper.when === null),
    })).filter(group => group.papers.length > 0),
    sometimes: papers.filter(({ when }) => when !== null),
    warnings: own?.warnings ?? [],
    remarks: [...(own?.remarks ?? []), ...localFormLines(topic), ...differences(topic)],
    office,
    reach: [topic.authority.howToReach, topic.authority.whichOffice].flatMap(line => line ?? []),
    time:
      times.length > 0
        ? [...times, 'Dự kiến; ngày chính thức ghi trên giấy hẹn.']
        : [`Nguồn không ghi. ${ask(office)}`],
    fee: sayFee(topic, theCase, { office, today }),
    source: [sourceOf(topic, theCase, revision), ...trustLine({ topic, ward, office, today })],
    isWithheld: false,
  }
}

export function listPapers(theCase: ProcedureCase | null): SheetPaper[] {
  return ROLES.flatMap(role => (theCase?.documents ?? []).filter(one => one.role === role)).map(document =>
    toSheetPaper(document, document.condition && `Khi ${document.condition}`),
  )
}

/** @param when the clause on which it depends; null: needed */
export function toSheetPaper(document: RequiredDocument, when: string | null): SheetPaper {
  return {
    id: document.id,
    role: document.role,
    name: document.name,
    detail: [formNumber(document), countOf(document)].filter(Boolean).join(', '),
    when: when && `${when}, ${BESIDES[document.role]}`,
    note: document.note,
  }
}

/** The guide's permanent code where it has one; the case stands behind the `#`, which travels to no server. */
export function sheetAddress(
  topic: Topic,
  theCase: ProcedureCase | null,
  { code, site }: { code: string | null; site: string },
): string {
  const isCommon = !theCase || theCase === topic.cases[0]
  return `${code ?? `${site}/app/thu-tuc/${topic.key}`}${isCommon ? '' : `#truong-hop=${theCase.id}`}`
}

function sayFee(
  { local, channels, ...topic }: Topic,
  theCase: ProcedureCase | null,
  { office, today }: { office: Office; today: string },
): string[] {
  const words = feeWords(channelsOf({ ...topic, channels }, theCase), topic.cases.length > 1 ? theCase : null, today)
  if (local?.fee) return [...feeLines(local.fee), ...localLines({ local }, ['fee']), ...words.notes]
  const unknown = words.isSetByProvince
    ? 'Do Hội đồng nhân dân tỉnh, thành phố quyết định; nguồn không ghi số tiền.'
    : 'Nguồn không ghi số tiền.'
  return [
    ...words.lines.map(({ name, amounts }) => `${name}: ${amounts.join('; ')}`),
    ...words.notes,
    ...(words.lines.length === 0 ? [`${unknown} ${ask(office)}`] : []),
  ]
}

function ask({ phone }: Office): string {
  return `Gọi ${phone} để hỏi.`
}

function differences({ disagreements }: Topic): string[] {
  return disagreements.filter(({ aspect }) => aspect === 'papers').map(({ text }) => text)
}

function sourceOf(topic: Topic, theCase: ProcedureCase | null, revision: number): string {
  const record = topic.procedures.find(({ code }) => code === theCase?.procedure) ?? topic.procedures[0]
  const source = topic.sources.find(({ id }) => id === record?.source) ?? topic.sources[0]
  return `Nguồn: ${[source?.name, record && `mã ${record.code}`].filter(Boolean).join(', ')}; phiên bản ${revision}.`
}
