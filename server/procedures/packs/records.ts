/** National records become guides; what a record lacks or says wrongly is told in Vietnamese, record by record. */
import type { z } from 'zod'
import { ProcedureRecord, RecordFile } from '../../../shared/packs/index.ts'
import type { Aspect, Channel, ProcedureCase, Source, TimeLimit, Topic } from '../../../shared/procedures.ts'
import { refuseFile } from './refusal.ts'

/** One guide that a file would make. */
export interface Proposal {
  record: string
  title: string
  /** Null when it is wrong. */
  topic: Topic | null
  defects: string[]
  remarks: string[]
}

/** The records' categories on our shelves. */
const SHELVES: Record<string, string> = {
  'ho-tich': 'ho-tich',
  'lien-thong': 'ho-tich',
  'nuoi-con-nuoi': 'ho-tich',
  'cu-tru': 'cu-tru',
  'can-cuoc': 'can-cuoc',
  'chung-thuc': 'chung-thuc',
  'dat-dai': 'dat-dai-xay-dung',
  'xay-dung': 'dat-dai-xay-dung',
  'bao-tro-xa-hoi': 'bao-tro-xa-hoi',
  'giam-ngheo': 'bao-tro-xa-hoi',
  'bao-hiem': 'bao-tro-xa-hoi',
  'tre-em': 'giao-duc',
  'giao-duc': 'giao-duc',
  'nguoi-co-cong': 'nguoi-co-cong',
  'nghia-vu-quan-su': 'cong-an-quan-su',
  'an-ninh-trat-tu': 'cong-an-quan-su',
  'ho-kinh-doanh': 'ho-kinh-doanh',
  'hoa-giai-khieu-nai': 'khieu-nai-phan-anh',
  'van-hoa-the-thao': 'van-hoa-ton-giao',
  'ton-giao-dan-toc': 'van-hoa-ton-giao',
  'nong-nghiep-moi-truong': 'nong-nghiep',
  'cong-thuong-an-toan-thuc-pham': 'ho-kinh-doanh',
  'noi-vu-lao-dong': 'bao-tro-xa-hoi',
  'ngoai-cap-xa': 'noi-khac',
}
/** Rows that head a list of papers; no case of anybody. */
const IS_HEADING = /^(giấy tờ|thành phần hồ sơ|hồ sơ)/i
const MOST_CASES = 8
const LONGEST_LABEL = 48
const FEE_NAMES: Record<string, string> = { le_phi: 'Lệ phí', phi: 'Phí' }

/** @throws AppError `invalid` when the file is none of records */
export function readRecords(json: unknown): { from: string; proposals: Proposal[] } {
  const file = RecordFile.safeParse(json)
  if (!file.success) throw refuseFile('not_content', 'not a file of records')
  const seen = new Set<string>()
  const proposals = file.data.procedures.map((value, index): Proposal => {
    const named = nameOf(value, index)
    const parsed = ProcedureRecord.safeParse(value)
    if (!parsed.success) return { ...named, topic: null, defects: parsed.error.issues.map(sayIssue), remarks: [] }
    const defects = findDefects(parsed.data, { file: file.data, seen })
    seen.add(parsed.data.code)
    if (defects.length > 0) return { ...named, topic: null, defects, remarks: [] }
    return { ...named, topic: toTopic(parsed.data, file.data), defects, remarks: sayRemarks(parsed.data) }
  })
  return {
    from: [...new Set(Object.values(file.data.sources).map(({ title }) => title))].slice(0, 1).join(),
    proposals,
  }
}

function nameOf(value: unknown, index: number): Pick<Proposal, 'record' | 'title'> {
  const { code, shortName, name } = (value ?? {}) as Record<string, unknown>
  const text = (one: unknown): string | null => (typeof one === 'string' && one.trim() ? one.slice(0, 200) : null)
  return { record: text(code) ?? `bản ghi thứ ${index + 1}`, title: text(shortName) ?? text(name) ?? 'không có tên' }
}

function findDefects(
  record: ProcedureRecord,
  { file, seen }: { file: RecordFile; seen: ReadonlySet<string> },
): string[] {
  const ids = record.cases.flatMap(({ components }) => components.map(({ id }) => id))
  return [
    ...(seen.has(record.code) ? ['Mã này đã có ở một bản ghi trên.'] : []),
    ...(SHELVES[record.category] ? [] : [`Lĩnh vực “${record.category}” không có trong danh mục.`]),
    ...(file.sources[record.source.sourceId] ? [] : [`Nguồn “${record.source.sourceId}” không được khai ở đầu tệp.`]),
    ...(new Set(ids).size < ids.length ? ['Có hai giấy tờ mang cùng một mã.'] : []),
    ...(ids.some(id => !id.startsWith(record.code)) ? ['Có giấy tờ mang mã của thủ tục khác.'] : []),
    ...(record.status === 'superseded' && record.supersededBy.length === 0
      ? ['Ghi là đã bị thay nhưng không ghi thay bằng mã nào.']
      : []),
  ]
}

/** What hinders nobody, and what the officer should know before handing it in. */
function sayRemarks(record: ProcedureRecord): string[] {
  return [
    ...record.reviewReasons.map(({ text }) => text),
    ...record.conflicts.map(({ kept, other, note }) => note ?? `Các nguồn nói khác nhau: ${kept} / ${other}`),
    ...(record.cases.flatMap(({ components }) => components).length === 0 ? ['Bản ghi không có giấy tờ nào.'] : []),
    ...(record.steps.length === 0 ? ['Bản ghi không có bước thực hiện.'] : []),
    ...record.legalBases.flatMap(({ number, title }) =>
      number === null ? [`Một căn cứ pháp lý không ghi số nên bỏ ra: ${title ?? 'không có tên'}.`] : [],
    ),
    ...(record.levels.includes('ward') ? [] : ['Việc này không làm ở phường: bổ sung cách liên hệ nơi làm.']),
  ]
}

const FIELDS: Record<string, string> = {
  id: 'mã bản ghi',
  code: 'mã thủ tục',
  name: 'tên',
  cases: 'trường hợp',
  components: 'giấy tờ',
  original: 'số bản chính',
  copy: 'số bản sao',
  role: 'loại giấy tờ',
  steps: 'các bước',
  channels: 'cách nộp',
  time: 'thời hạn',
  fees: 'phí, lệ phí',
  amount: 'số tiền',
  results: 'kết quả',
  legalBases: 'căn cứ pháp lý',
  decision: 'quyết định công bố',
  source: 'nguồn',
  retrievedAt: 'ngày chép',
  portalUpdatedAt: 'ngày cập nhật trên Cổng',
  levels: 'cấp thực hiện',
  reviewReasons: 'điều cần xem lại',
  supersededBy: 'mã thay thế',
}

function sayIssue({ path, code, message }: z.core.$ZodIssue): string {
  const where = path
    .map(part => (typeof part === 'number' ? String(part + 1) : (FIELDS[String(part)] ?? String(part))))
    .join(' › ')
  const what = {
    invalid_type: 'thiếu, hoặc sai kiểu dữ liệu',
    invalid_value: 'giá trị không có trong danh mục',
    invalid_format: 'viết sai dạng',
    too_small: 'để trống hoặc quá nhỏ',
    too_big: 'quá dài hoặc quá lớn',
    custom: 'số tiền và tình trạng phí không khớp nhau',
  }[code as string]
  return `${where || 'cả bản ghi'}: ${what ?? message}.`
}

function toTopic(record: ProcedureRecord, { sources }: RecordFile): Topic {
  const title = record.shortName ?? record.name
  const isOurs = record.levels.includes('ward')
  const agency = record.executingAgencies[0] ?? 'Ủy ban nhân dân cấp xã'
  return {
    key: record.id,
    kind: 'procedure',
    title,
    task: lowerFirst(title),
    summary: `${record.name}.`,
    category: SHELVES[record.category] ?? '',
    procedures: [
      {
        code: record.code,
        name: record.name,
        decision: record.decision?.number ? { number: record.decision.number, date: record.decision.date } : null,
        status: record.status,
        supersededBy: record.supersededBy,
        source: sourceKey(record.source.sourceId),
        sourceUrl: record.source.url,
        updatedOn: record.source.portalUpdatedAt,
        retrievedOn: record.source.retrievedAt,
      },
    ],
    relatedProcedures: [],
    authority: {
      kind: isOurs ? (/công an/i.test(agency) ? 'ward_police' : 'ward') : 'elsewhere',
      name: agency,
      whichOffice: null,
      howToReach: record.receivingPoint,
    },
    cases: toCases(record),
    steps: record.steps.map(({ order, title: heading, text }) => ({ title: heading ?? `Bước ${order}`, text })),
    channels: record.channels.map(toChannel(record.code)),
    results: record.results.map(({ name }) => name),
    eligibility: record.requirements ? [record.requirements] : [],
    advice: record.notes,
    legalBases: record.legalBases.flatMap(({ number, title: name }) =>
      number === null ? [] : [{ number, title: name ?? number, url: null, effectiveUntil: null }],
    ),
    scheduledChanges: [],
    disagreements: record.conflicts.map(({ field, kept, other }) => ({
      aspect: aspectOf(field),
      text: `${kept ?? 'nguồn chính không ghi'}; nguồn khác: ${other ?? 'không ghi'}.`,
    })),
    sources: [toSource(record.source.sourceId, sources)],
    facts: [],
    effectiveFrom: null,
    effectiveUntil: null,
    verifiedOn: null,
    reviewFlags: record.reviewReasons.map(({ code, text }) => ({ code, procedure: record.code, text })),
    aliases: record.aliases,
    exampleQuestions: [],
    confusableWith: [],
  }
}

/** Rows under a mere heading belong to everybody; a real case gets their papers beside its own. */
function toCases(record: ProcedureRecord): ProcedureCase[] {
  const isReal = ({ label }: { label: string | null }): boolean => label !== null && !IS_HEADING.test(label)
  const real = record.cases.filter(isReal)
  const common = record.cases.filter(one => !isReal(one)).flatMap(papersOf)
  if (real.length === 0 || real.length > MOST_CASES)
    return [
      {
        id: 'chung',
        label: 'Trường hợp chung',
        words: [],
        procedure: record.code,
        documents: [
          ...common,
          ...real.flatMap(one =>
            papersOf(one).map(paper => ({ ...paper, condition: paper.condition ?? lowerFirst(one.label ?? '') })),
          ),
        ],
      },
    ]
  return real.map((one, index) => ({
    id: `truong-hop-${index + 1}`,
    label: (one.label ?? '').length <= LONGEST_LABEL ? (one.label ?? '') : `Trường hợp ${index + 1}`,
    words: one.label ? [one.label] : [],
    procedure: record.code,
    documents: [...common, ...papersOf(one)],
  }))
}

function papersOf({ components }: ProcedureRecord['cases'][number]): ProcedureCase['documents'] {
  return components.flatMap(({ id, name, role, original, copy, condition, form }) =>
    role === 'heading'
      ? []
      : [
          {
            id: id.slice(id.indexOf('-') + 1),
            name,
            role,
            originals: original,
            copies: copy,
            condition: condition && lowerFirst(condition.replace(/^(khi|nếu|trường hợp)\s+/i, '')),
            note: null,
            form,
            components: [id],
          },
        ],
  )
}

function toChannel(code: string) {
  return ({ type, time, fees, note }: ProcedureRecord['channels'][number]): Channel => ({
    type,
    procedure: code,
    system: null,
    timeLimit: time && toLimit(time),
    fees: fees.map(({ type: kind, amount, status, text }) => ({
      name: (kind && FEE_NAMES[kind]) ?? 'Phí, lệ phí',
      status,
      amount,
      per: null,
      cases: null,
      text,
      reliefs: [],
    })),
    note,
  })
}

const UNITS = { working_day: 'ngày làm việc', day: 'ngày', hour: 'giờ', month: 'tháng' } as const

function toLimit({ value, unit, text }: NonNullable<ProcedureRecord['channels'][number]['time']>): TimeLimit | null {
  const ours = unit === 'calendar_day' ? 'day' : unit
  const words = text ?? (value !== null && ours !== null ? `${value} ${UNITS[ours]}` : null)
  return words === null
    ? null
    : { value: ours === null ? null : value, unit: value === null ? null : ours, text: words }
}

function toSource(id: string, sources: RecordFile['sources']): Source {
  const { title, url, asOf } = sources[id] ?? { title: id }
  return {
    id: sourceKey(id),
    name: title,
    url: url?.startsWith('https://') ? url : null,
    asOf: asOf && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? asOf : null,
  }
}

function sourceKey(id: string): string {
  return (
    id
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'nguon'
  )
}

function aspectOf(field: string): Aspect {
  if (field.includes('fees')) return 'fee'
  if (field.includes('time')) return 'time'
  if (field.startsWith('cases')) return 'papers'
  return 'law'
}

function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
