/** The sources the starter topics were written from, when a copy of them lies beside the project. */
import { existsSync, readFileSync } from 'node:fs'
import { plain } from './figures.ts'

const folder = new URL('../../../shared/data/', import.meta.url)

export interface SourceRecord {
  code: string
  name: string
  decision: { number: string; date: string }
  status: string
  supersededBy: string[]
  source: { url: string; portalUpdatedAt: string | null; retrievedAt: string }
  reviewReasons: { code: string }[]
  legalBases: { number: string }[]
  cases: { id: string; components: SourceComponent[] }[]
  channels: SourceChannel[]
}

export interface SourceComponent {
  id: string
  role: string
  original: number | null
  copy: number | null
  form: { number: string | null } | null
}

export interface SourceChannel {
  type: string
  time: { value: number | null; unit: string | null; caseValues?: { value: number; unit: string }[] }
  fees: { status: string; amount: number | null; currency: string }[]
}

export interface SourceData {
  procedure(code: string): SourceRecord | undefined
  /** The official name; also of a procedure that only the national index of ward procedures holds. */
  name(code: string): string | undefined
  /** The first day a document no longer holds; undefined: the document is not known. */
  lastDay(number: string): string | null | undefined
  /** Everything a source says under this name, as one plain text. */
  text(record: string): string
}

/** Null, with the reason printed, on a machine without the copy. */
export function readSourceData(): SourceData | null {
  if (!existsSync(new URL('procedures.json', folder))) {
    console.log('../shared/data is not here: the starter topics are not compared with their sources')
    return null
  }
  const procedures: SourceRecord[] = read('procedures.json').procedures
  const documents: { number: string; expiryDate: string | null }[] = read('legal-documents.json').documents
  const checklists: { id: string }[] = read('checklists.json').checklists
  const index: { code: string; name: string }[] = read('ward-procedure-index.json').procedures
  const procedure = (code: string) => procedures.find(one => one.code === code)
  return {
    procedure,
    name: code => procedure(code)?.name ?? index.find(one => one.code === code)?.name,
    lastDay: number => documents.find(one => one.number === number)?.expiryDate,
    text: record => {
      const checklist = checklists.find(one => `checklist:${one.id}` === record)
      const times = procedure(record)?.channels.flatMap(one => one.time.caseValues ?? []) ?? []
      return plain([JSON.stringify(checklist ?? procedure(record) ?? ''), ...times.map(timeText)].join(' '))
    },
  }
}

function read(file: string) {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
}

function timeText({ value, unit }: { value: number; unit: string }): string {
  return `${value} ${unit === 'working_day' ? 'ngày làm việc' : 'ngày'}`
}
