/**
 * What a browser lays by for a day without a network, seconds after the page stands and while nobody waits for it: the rest
 * of the program, and the book of all guides. Counted as the server sends it to a browser that knows brotli.
 */
import { get } from 'node:http'
import { kilobytes } from './visit.ts'

export interface LaidBy {
  /** Parts of the program that the visit had not loaded. */
  programKb: number
  /** All guides in one file; not fetched by a phone that saves data or is on a slow line. */
  bookKb: number
}

/** @param site address of the server, without a path @param loaded what the visit has asked for already */
export async function measureLaidBy(site: string, loaded: readonly string[]): Promise<LaidBy> {
  const known = new Set(loaded.map(address => new URL(address).pathname))
  const worker = await (await fetch(`${site}/app/sw.js`)).text()
  const files: string[] = JSON.parse(/PROGRAM=(\{.*?\});/.exec(worker)?.[1] ?? '{"files":[]}').files
  if (files.length === 0) throw new Error('the service worker names no files')
  const page = await (await fetch(`${site}/app/`)).text()
  const book = /"bookUrl":"([^"]+)"/.exec(page)?.[1]
  if (!book) throw new Error('the first page names no book of guides')
  let program = 0
  for (const file of files) if (!known.has(file)) program += await sizeOf(site + file)
  return { programKb: kilobytes(program), bookKb: kilobytes(await sizeOf(site + book)) }
}

/** Packed, as it goes over the wire; `fetch` would unpack it. */
function sizeOf(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'br, gzip' } }, response => {
      let size = 0
      response.on('data', (part: Buffer) => {
        size += part.length
      })
      response.on('end', () => resolve(size))
      response.on('error', reject)
    }).on('error', reject)
  })
}
