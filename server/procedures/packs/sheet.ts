/** Guides from a spreadsheet, a row for each paper; the columns are those of the template. */
import { categories } from '../../../shared/content/index.ts'
import { mostRecords } from '../../../shared/packs/index.ts'
import type { RequiredDocument, Topic } from '../../../shared/procedures.ts'
import { emptyGuide } from '../guides/empty-guide.ts'
import type { Proposal } from './records.ts'
import { refuseFile } from './refusal.ts'

/** Headings of the template, in its order. */
export const COLUMNS = {
  key: 'Mã hướng dẫn',
  title: 'Tên',
  category: 'Lĩnh vực',
  task: 'Việc làm',
  summary: 'Tóm tắt',
  case: 'Trường hợp',
  paper: 'Giấy tờ',
  role: 'Loại (điền, nộp, đối chiếu)',
  originals: 'Số bản chính',
  copies: 'Số bản sao',
  condition: 'Chỉ cần khi',
  note: 'Ghi chú',
  time: 'Thời hạn',
  fee: 'Lệ phí (đồng)',
} as const
type Column = keyof typeof COLUMNS

const ROLES: Record<string, RequiredDocument['role']> = { dien: 'form', nop: 'submit', 'doi chieu': 'present' }
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** A sheet that opens such a cell later would work it out as a formula. */
const LIKE_A_FORMULA = /^[=+@]/
const LONGEST = 4000

interface Line {
  number: number
  cell(column: Column): string
}

/** @throws AppError `invalid` when the columns are not there */
export function readGuideSheet(rows: string[][]): Proposal[] {
  const [heading = [], ...rest] = rows
  if (rest.length > mostRecords * 10) throw refuseFile('too_many_records', 'too many rows')
  const at = new Map(heading.map((title, index) => [fold(title), index]))
  const columnOf = (column: Column) => at.get(fold(COLUMNS[column]))
  if (columnOf('key') === undefined || columnOf('title') === undefined)
    throw refuseFile('not_content', 'the columns of key and title are missing')
  const groups = new Map<string, Line[]>()
  rest.forEach((cells, index) => {
    const cell = (column: Column) => (cells[columnOf(column) ?? -1] ?? '').normalize('NFC').trim()
    if (cells.every(text => text.trim() === '')) return
    const key = cell('key').toLowerCase()
    groups.set(key, [...(groups.get(key) ?? []), { number: index + 2, cell }])
  })
  return [...groups].map(([key, lines]) => toProposal(key, lines))
}

function toProposal(key: string, lines: Line[]): Proposal {
  const [first] = lines as [Line]
  const defects = lines.flatMap(line => findDefects(line))
  const title = first.cell('title')
  if (!KEY.test(key) || key.length > 80)
    defects.unshift(`Dòng ${first.number}: mã chỉ gồm chữ thường không dấu, số và gạch nối, ví dụ khai-sinh.`)
  if (!title) defects.push(`Dòng ${first.number}: còn thiếu tên.`)
  const category = categories.find(({ key: shelf, title: name }) =>
    [fold(shelf), fold(name)].includes(fold(first.cell('category'))),
  )
  if (!category)
    defects.push(`Dòng ${first.number}: lĩnh vực phải là một trong: ${categories.map(one => one.title).join('; ')}.`)
  const record = lines.length > 1 ? `dòng ${first.number}–${lines.at(-1)?.number}` : `dòng ${first.number}`
  if (defects.length > 0 || !category)
    return { record, title: title || key || 'không có tên', topic: null, defects, remarks: [] }
  return {
    record,
    title,
    topic: toTopic({ key, title, category: category.key }, lines),
    defects: [],
    remarks: ['Từ bảng tính: bổ sung căn cứ pháp lý và các bước trước khi gửi duyệt.'],
  }
}

function findDefects({ number, cell }: Line): string[] {
  const defects: string[] = []
  const columns = Object.keys(COLUMNS) as Column[]
  if (columns.some(column => LIKE_A_FORMULA.test(cell(column))))
    defects.push(`Dòng ${number}: có ô bắt đầu bằng dấu =, + hoặc @, giống công thức.`)
  if (columns.some(column => cell(column).length > LONGEST))
    defects.push(`Dòng ${number}: có ô dài quá ${LONGEST} chữ.`)
  for (const column of ['originals', 'copies', 'fee'] as const)
    if (cell(column) && !/^\d{1,9}$/.test(cell(column).replaceAll('.', '')))
      defects.push(`Dòng ${number}: “${COLUMNS[column]}” phải là số, hoặc để trống khi không rõ.`)
  if (cell('paper') && !ROLES[fold(cell('role'))])
    defects.push(`Dòng ${number}: loại giấy tờ phải là điền, nộp hoặc đối chiếu.`)
  return defects
}

function toTopic(guide: { key: string; title: string; category: string }, lines: Line[]): Topic {
  const [first] = lines as [Line]
  const labels = [...new Set(lines.map(({ cell }) => cell('case') || 'Trường hợp chung'))]
  const fee = first.cell('fee').replaceAll('.', '')
  return {
    ...emptyGuide({ ...guide, kind: 'procedure' }),
    task: first.cell('task'),
    summary: first.cell('summary'),
    cases: labels.map((label, index) => ({
      id: `truong-hop-${index + 1}`,
      label,
      words: [],
      procedure: null,
      documents: lines
        .filter(({ cell }) => (cell('case') || 'Trường hợp chung') === label && cell('paper') !== '')
        .map(({ cell, number }) => ({
          id: `giay-${number}`,
          name: cell('paper'),
          role: ROLES[fold(cell('role'))] ?? 'submit',
          originals: cell('originals') ? Number(cell('originals')) : null,
          copies: cell('copies') ? Number(cell('copies')) : null,
          condition: cell('condition') || null,
          note: cell('note') || null,
          form: null,
          components: [],
        })),
    })),
    channels: [
      {
        type: 'in_person',
        procedure: null,
        system: null,
        timeLimit: first.cell('time') ? { value: null, unit: null, text: first.cell('time') } : null,
        fees: fee
          ? [{ name: 'Lệ phí', status: 'stated', amount: Number(fee), per: null, cases: null, text: null, reliefs: [] }]
          : [],
        note: null,
      },
    ],
  }
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase().trim()
}
