/** Forgets everything that somebody did on this machine, and shows the next person the front page. */
import { answers, authorise } from '../api/index.ts'
import { forgetEverything, place } from '../zalo/index.ts'
import { isSharedDevice, keepSwitch } from './switch.ts'

/** The program itself, as a service worker keeps it, holds nothing of anybody. */
const PROGRAM = /precache/

/** Everything stored, on the disk and in memory; the switch alone is set again. Never throws. */
export async function wipeStorage(): Promise<void> {
  authorise(null)
  answers.clear()
  forgetEverything()
  attempt(() => window.sessionStorage.clear())
  attempt(() => window.localStorage.clear())
  if (isSharedDevice) keepSwitch(true)
  window.speechSynthesis?.cancel?.()
  await Promise.allSettled([clearCaches(), clearDatabases()])
}

async function clearCaches(): Promise<void> {
  if (!('caches' in window)) return
  const names = await window.caches.keys()
  await Promise.all(names.filter(name => !PROGRAM.test(name)).map(name => window.caches.delete(name)))
}

async function clearDatabases(): Promise<void> {
  const databases = (await window.indexedDB?.databases?.()) ?? []
  for (const { name } of databases) if (name) window.indexedDB.deleteDatabase(name)
}

const REWIND_WITHIN_MS = 1000

/**
 * After the wipe. The history is rewound to where this app began in it and written over from there, so that neither
 * "back" nor "forward" leads to what was read; then the page is loaded anew, with nothing left in its memory.
 */
export async function startAfresh(): Promise<void> {
  const front = `${place.basename}/`
  const depth = Number(window.history.state?.idx ?? 0)
  if (depth > 0) await rewind(depth)
  window.history.replaceState(null, '', front)
  window.history.pushState(null, '', `${front}#da-xoa`)
  window.location.reload()
}

function rewind(depth: number): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, REWIND_WITHIN_MS)
    window.addEventListener(
      'popstate',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
    window.history.go(-depth)
  })
}

function attempt(action: () => void): void {
  try {
    action()
  } catch {
    // Blocked: then nothing was stored either.
  }
}
