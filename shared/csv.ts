/**
 * Tables as plain files for spreadsheets: UTF-8 with its mark, RFC 4180. A cell that a spreadsheet would take for a
 * formula gets an apostrophe before it, so that opening a file never runs what somebody typed (OWASP, CSV Injection).
 */

/** Excel reads Vietnamese only when told so. */
export const csvMark = '\uFEFF'

export type CsvCell = string | number | Date | null

/** One line, with its end. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(toCell).join(',')}\r\n`
}

function toCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = cell instanceof Date ? cell.toISOString() : cell
  return `"${disarm(text).replaceAll('"', '""')}"`
}

/** Spaces and control characters before the sign are skipped by spreadsheets; full-width signs count there too. */
function disarm(text: string): string {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text
}
