/**
 * A sheet of paper from an office: .xlsx or .csv. It comes from outside: a small file may unpack to gigabytes, so every
 * byte is counted before anything reads it; formulas are never worked out, only the words last shown are read.
 */
import { parse } from 'csv-parse/sync'
import type { Entry } from 'yauzl'
import { AppError } from '../../errors.ts'

/** Ample for a city: two thousand rows of a few hundred letters. */
const MOST_UNPACKED_BYTES = 20_000_000
const MOST_ENTRIES = 200
const MOST_COLUMNS = 30
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')

/** @returns cells as text, row by row. @throws AppError `invalid` with `unreadable_file` */
export async function readSheet(bytes: Uint8Array): Promise<string[][]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const rows = file.subarray(0, 4).equals(ZIP) ? await readWorkbook(file) : readCsv(file)
    return rows.map(row => row.slice(0, MOST_COLUMNS))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('invalid', 'this file cannot be read', 'unreadable_file')
  }
}

async function readWorkbook(file: Buffer): Promise<string[][]> {
  await requireHarmlessZip(file)
  const { readSheet: readFirst } = await import('read-excel-file/node')
  const rows = await readFirst(file)
  return rows.map(row => row.map(cell => (cell === null ? '' : String(cell).trim())))
}

function readCsv(file: Buffer): string[][] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(file)
  if (text.includes('\0')) throw new AppError('invalid', 'this is no text', 'unreadable_file')
  const [heading = ''] = text.split(/\r?\n/, 1)
  const delimiter = [';', '\t'].find(sign => heading.includes(sign)) ?? ','
  return parse(text, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, trim: true })
}

/** Unpacks to nowhere, and stops at the first byte too many; what a zip says of itself is not believed. */
async function requireHarmlessZip(file: Buffer): Promise<void> {
  const { fromBufferPromise } = await import('yauzl')
  const zip = await fromBufferPromise(file, { lazyEntries: true, validateEntrySizes: true })
  let entries = 0
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    entries += 1
    if (entries > MOST_ENTRIES) throw new AppError('invalid', 'too many parts', 'unreadable_file')
    const stream = await zip.openReadStreamPromise(entry as Entry)
    for await (const chunk of stream) {
      unpacked += (chunk as Buffer).length
      if (unpacked > MOST_UNPACKED_BYTES) {
        stream.destroy()
        throw new AppError('invalid', 'this file unpacks to too much', 'unreadable_file')
      }
    }
  }
}
