/** Forgets everything that somebody did on this machine, and shows the next person the front page. */
import { answers, signOut } from '../api/index.ts'
import { forgetEverything, place } from '../zalo/index.ts'
import { isSharedDevice, keepSwitch, onAddress } from './switch.ts'

/** The program itself, as a service worker keeps it, holds nothing of anybody. */
const PROGRAM = /precache/

/** Everything stored, in memory and on the disk; on a shared machine the switch alone is set again. Never rejects. */
export async function wipeStorage(): Promise<void> {
  await answers.cancelQueries()
  clearNow()
  await Promise.allSettled([clearCaches(), clearDatabases()])
}

/** What can be forgotten without waiting. */
function clearNow(): void {
  signOut()
  answers.clear()
  forgetEverything()
  for (const name of ['sessionStorage', 'localStorage'] as const) {
    try {
      window[name].clear()
    } catch {
      // Blocked: then nothing was stored there either.
    }
  }
  if (isSharedDevice) keepSwitch(true)
  window.speechSynthesis?.cancel?.()
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

/**
 * Ends a visit. The history is rewound to where this app began in it and written over from there, so that neither "back"
 * nor "forward" leads to what was read; then the page is loaded anew, with nothing left in its memory.
 */
export async function endVisit(): Promise<void> {
  await wipeStorage()
  const depth = Number(window.history.state?.idx ?? 0)
  if (depth > 0) await rewind(depth)
  window.history.replaceState(null, '', onAddress)
  window.history.pushState(null, '', `${onAddress}#da-xoa`)
  // The pages that were passed on the way back may have laid down something again.
  clearNow()
  window.location.reload()
}

const REWIND_WITHIN_MS = 1000

function rewind(depth: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, REWIND_WITHIN_MS)
    window.addEventListener('popstate', () => resolve(), { once: true })
    window.history.go(-depth)
  })
}

/** The switch is read when the page is loaded. */
export async function turnSwitch(isOn: boolean): Promise<void> {
  await wipeStorage()
  keepSwitch(isOn)
  window.location.assign(`${place.basename}/`)
}
