/** The phone this app runs on. The only folder that knows Zalo's SDK. */
import { loadBridge } from './bridge.ts'
import { createZaloPhone } from './inside.ts'
import type { Phone } from './phone.ts'
import { findPlace } from './place.ts'
import { within } from './result.ts'
import { browserShelf, createStorage, type Storage, zaloShelf } from './storage.ts'
import { createWebPhone } from './web.ts'

export type { Bridge } from './bridge.ts'
export type { Capabilities, Phone, Shared } from './phone.ts'
export type { Reason, Result } from './result.ts'
export type { Storage } from './storage.ts'
export { useStored } from './use-stored.ts'

export const place = findPlace(window.location, window.motCuaBridge !== undefined)

const web = createWebPhone()
export const phone: Phone = place.isInsideZalo ? createZaloPhone(web) : web

/** For what anybody may see: how the pages look, answers of the server. Ready from the first line. */
export const publicStorage: Storage = createStorage(browserShelf())

/** For what belongs to one person: ticks on a list, places. Inside Zalo it fills a moment after the start: subscribe. */
export const personalStorage: Storage = place.isInsideZalo ? createZaloStorage() : createStorage(browserShelf())

const OPEN_WITHIN_MS = 5000

function createZaloStorage(): Storage {
  const storage = createStorage(null)
  within(OPEN_WITHIN_MS, loadBridge).then(opened => {
    const shelf = opened.ok ? zaloShelf(opened.nativeStorage) : browserShelf()
    if (shelf) storage.moveTo(shelf)
  })
  return storage
}

/** Forgets everything this app keeps on the phone. */
export function forgetEverything(): void {
  publicStorage.clear()
  personalStorage.clear()
}
