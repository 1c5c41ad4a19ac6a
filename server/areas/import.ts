/** Areas from a spreadsheet: what each row would change, said first and done afterwards, all or nothing. */
import {
  type AreaImport,
  type AreaOtherName,
  type ImportedRow,
  mostImportedRows,
  NewAreaCode,
} from '../../shared/area-edits.ts'
import type { Area, AreaNameKind } from '../../shared/areas.ts'
import { AppError } from '../errors.ts'
import { addArea, addOtherNames, type Change, renameArea } from './edits.ts'

/** How people head their columns; matched without marks. */
const HEADINGS: Record<'code' | 'name' | AreaNameKind | 'alsoKnownAs', string[]> = {
  code: ['ma', 'ma dia ban', 'ma to'],
  name: ['ten', 'ten dia ban', 'ten to', 'to dan pho', 'khu pho', 'thon', 'ap'],
  alsoKnownAs: ['ten khac', 'ten goi khac'],
  street: ['duong', 'cac duong', 'duong pho'],
  alley: ['hem', 'ngo', 'kiet', 'hem ngo', 'cac hem'],
  old: ['ten cu'],
}
const LONGEST_NAME = 120
/** A sheet that opens such a cell later would work it out as a formula. */
const LIKE_A_FORMULA = /^[=+@-]/

interface Row extends ImportedRow {
  names: AreaOtherName[]
}

/** @param known the areas below `parent`, former ones too @throws AppError `invalid` */
export function planImport(sheet: string[][], known: Known[]): Row[] {
  const [heading = [], ...rows] = sheet
  if (rows.length > mostImportedRows) throw new AppError('invalid', 'too many rows', 'too_many_rows')
  const columns = heading.map(title => findColumn(title))
  if (!columns.includes('code') || !columns.includes('name'))
    throw new AppError('invalid', 'the columns of code and name are missing', 'unreadable_file')
  const seen = new Set<string>()
  return rows.flatMap((cells, index): Row[] => {
    const cell = (wanted: keyof typeof HEADINGS) => (cells[columns.indexOf(wanted)] ?? '').normalize('NFC').trim()
    const code = cell('code').toLowerCase()
    const name = cell('name')
    if (!code && !name) return []
    const names = readNames(cell)
    const row = { line: index + 2, code, name, names }
    const problem = findProblem(row, { seen, known: known.find(area => area.code === code) })
    seen.add(code)
    if (problem) return [{ ...row, change: 'wrong' as const, problem }]
    return [
      {
        ...row,
        change: findChange(
          row,
          known.find(area => area.code === code),
        ),
        problem: null,
      },
    ]
  })
}

export interface Known extends Area {
  isRetired: boolean
  isBelow: boolean
  names: AreaOtherName[]
}

/** Does what was planned. @throws AppError `invalid` when a row is wrong */
export async function carryOut(change: Change, parent: Area, rows: Row[], known: Known[]): Promise<void> {
  if (rows.some(row => row.change === 'wrong')) throw new AppError('invalid', 'some rows are wrong')
  for (const { code, name, names, change: what } of rows) {
    const area = known.find(one => one.code === code)
    if (!area) await addOtherNames(change, await addArea(change, parent, { code, name }), names)
    else if (what !== 'same') {
      await renameArea(change, area, name)
      await addOtherNames(change, area.id, names)
    }
  }
}

export function toAnswer(rows: Row[], isDone: boolean): AreaImport {
  return { isDone, rows: rows.map(({ names: _names, ...row }) => row) }
}

function findColumn(title: string): keyof typeof HEADINGS | null {
  const folded = title.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase().trim()
  const found = Object.entries(HEADINGS).find(([, titles]) => titles.includes(folded))
  return (found?.[0] as keyof typeof HEADINGS | undefined) ?? null
}

function readNames(cell: (wanted: keyof typeof HEADINGS) => string): AreaOtherName[] {
  const kinds: [keyof typeof HEADINGS, AreaNameKind][] = [
    ['alsoKnownAs', 'name'],
    ['street', 'street'],
    ['alley', 'alley'],
    ['old', 'old'],
  ]
  return kinds.flatMap(([column, kind]) =>
    cell(column)
      .split(/[;\n]/)
      .map(name => name.trim())
      .filter(Boolean)
      .map(name => ({ kind, name })),
  )
}

function findProblem(
  { code, name, names }: Pick<Row, 'code' | 'name' | 'names'>,
  { seen, known }: { seen: ReadonlySet<string>; known: Known | undefined },
): string | null {
  if (!code) return 'Còn thiếu mã.'
  if (!NewAreaCode.safeParse(code).success) return 'Mã chỉ gồm chữ thường không dấu, số và dấu gạch nối, ví dụ to-12.'
  if (!name) return 'Còn thiếu tên.'
  if ([name, ...names.map(one => one.name)].some(text => text.length > LONGEST_NAME)) return 'Có tên dài quá 120 chữ.'
  if ([name, ...names.map(one => one.name)].some(text => LIKE_A_FORMULA.test(text)))
    return 'Tên không được bắt đầu bằng dấu =, +, - hoặc @.'
  if (seen.has(code)) return 'Mã này đã có ở một dòng trên.'
  if (known && !known.isBelow) return 'Mã này đang dùng cho một địa bàn ở nơi khác.'
  if (known?.isRetired) return 'Mã này đã dùng cho một địa bàn cũ; mã không dùng lại, xin đặt mã khác.'
  return null
}

function findChange({ name, names }: Pick<Row, 'name' | 'names'>, known: Known | undefined): ImportedRow['change'] {
  if (!known) return 'new'
  if (known.name !== name) return 'renamed'
  const has = (one: AreaOtherName) => known.names.some(own => own.kind === one.kind && own.name === one.name)
  return names.every(has) ? 'same' : 'names'
}
