/** Forgets everything this app holds on the phone, on the disk and in memory. */
import { wipeStorage } from '../../shared-device/wipe.ts'

/** On the address of the page that is shown afterwards. */
export const FRAGMENT_WHEN_DELETED = '#da-xoa'

/** Ends with the page loaded anew: what other pages held in memory goes with the old one. */
export async function deleteEverything(): Promise<void> {
  await wipeStorage()
  const { pathname } = window.location
  window.history.replaceState(null, '', pathname + FRAGMENT_WHEN_DELETED)
  window.location.reload()
}
