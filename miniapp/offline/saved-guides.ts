/** All guides and the index to find them by, laid by for a day without a network. Public words only. */
import type { TopicIndex } from '../../shared/topic-index.ts'
import { answerShape, boot, fetchJson, type Guide, type Saved } from '../api/index.ts'
import { GUIDES_CACHE } from './caches.ts'

const BOOK = '/api/guide-book'
const INDEX = '/api/topic-index'
const SAVED_AT = 'x-saved-at'
const VERSION = 'x-version'
/** A ward that publishes often does not cost every visitor a book a visit. */
const RENEW_AFTER_MS = 24 * 3600_000

interface GuideBook {
  guides: Guide[]
}

/** Fetches what is not there yet, or is older than a day and no longer what the ward has. Never rejects. */
export async function saveGuides(): Promise<void> {
  if (!boot || !('caches' in window)) return
  try {
    const cache = await caches.open(GUIDES_CACHE)
    await renew(cache, INDEX, boot.indexUrl)
    await renew(cache, BOOK, boot.bookUrl)
  } catch {
    // No room, or no network after all: the next visit tries again.
  }
}

export async function findSavedGuide(key: string): Promise<Saved<Guide> | null> {
  const book = await read<GuideBook>(BOOK)
  const guide = book?.data.guides.find(({ topic }) => topic.key === key)
  return book && guide ? { data: guide, at: book.at } : null
}

export function findSavedIndex(): Promise<Saved<TopicIndex> | null> {
  return read<TopicIndex>(INDEX)
}

async function renew(cache: Cache, name: string, address: string): Promise<void> {
  const found = await cache.match(name)
  if (found && isOurShape(found)) {
    const isSame = found.headers.get(VERSION) === versionOf(address)
    const isYoung = Math.abs(Date.now() - Number(found.headers.get(SAVED_AT))) < RENEW_AFTER_MS
    if (isSame || isYoung) return
  }
  const data = await fetchJson(address)
  const headers = { 'content-type': 'application/json', [SAVED_AT]: String(Date.now()), [VERSION]: versionOf(address) }
  await cache.put(name, new Response(JSON.stringify(data), { headers }))
}

function versionOf(address: string): string {
  return `${answerShape} ${address}`
}

/** What another program laid by may look otherwise. */
function isOurShape(found: Response): boolean {
  return found.headers.get(VERSION)?.startsWith(`${answerShape} `) === true
}

async function read<T>(name: string): Promise<Saved<T> | null> {
  try {
    const found = await (await caches.open(GUIDES_CACHE)).match(name)
    return found && isOurShape(found) ? { data: await found.json(), at: Number(found.headers.get(SAVED_AT)) } : null
  } catch {
    return null
  }
}
