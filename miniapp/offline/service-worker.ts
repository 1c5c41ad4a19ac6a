/**
 * Stands between the pages under /app/ and the network, so that the program opens without one. It knows the program's own
 * files and nothing else: what the server answers to anybody never passes its hands.
 */
import { PROGRAM_CACHES } from './caches.ts'

/** Written in at build: what the program is made of, and a name that changes with it. */
declare const PROGRAM: { build: string; files: string[] }

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface Fetching extends Lasting {
  request: Request
  preloadResponse: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}

interface Worker {
  addEventListener(name: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(name: 'fetch', listener: (event: Fetching) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  registration: { navigationPreload?: { enable(): Promise<void> } }
}

const worker = self as unknown as Worker
const CACHE = PROGRAM_CACHES + PROGRAM.build
/** The page around the program, with nobody's data in it. */
const SHELL = '/app/khung'
const FILES = /^\/app\/(?:assets\/[^/]+|icon\.svg)$/
/** Whoever waits longer for a page sees what the phone has, and the page asks again by itself. */
const PATIENCE_MS = 5000

worker.addEventListener('install', event => event.waitUntil(layDown()))
worker.addEventListener('activate', event => event.waitUntil(takeOver()))
worker.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(openPage(event))
  else if (FILES.test(pathname)) event.respondWith(findFile(request))
})

/** One file after the other: whoever reads meanwhile needs the line more. What is there already is not fetched again. */
async function layDown(): Promise<void> {
  const cache = await caches.open(CACHE)
  for (const path of [...PROGRAM.files, SHELL]) {
    if (await cache.match(path)) continue
    const answer = await fetch(path, path === SHELL ? { cache: 'reload' } : {})
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    await cache.put(path, answer)
  }
  await worker.skipWaiting()
}

/** Pages opened before still ask for parts of the build before: that one stays, older ones go. */
async function takeOver(): Promise<void> {
  const others = (await caches.keys()).filter(name => name.startsWith(PROGRAM_CACHES) && name !== CACHE)
  await Promise.all(others.slice(0, -1).map(name => caches.delete(name)))
  await worker.registration.navigationPreload?.enable()
  await worker.clients.claim()
}

/** The server's page first: it is the newest program with the newest words. */
async function openPage(event: Fetching): Promise<Response> {
  const asked = askServer(event)
  event.waitUntil(asked.catch(() => null))
  const saved = await (await caches.open(CACHE)).match(SHELL)
  if (!saved) return asked
  const answer = await Promise.race([asked.catch(() => null), wait(PATIENCE_MS)])
  // An opaque answer is a way to another address, which the browser goes itself.
  return answer && answer.status < 500 ? answer : saved
}

async function askServer({ preloadResponse, request }: Fetching): Promise<Response> {
  return (await preloadResponse) ?? fetch(request)
}

/** A file whose name holds its hash is the same for ever, from whichever build it comes. */
async function findFile(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

function wait(ms: number): Promise<null> {
  return new Promise(resolve => setTimeout(() => resolve(null), ms))
}
