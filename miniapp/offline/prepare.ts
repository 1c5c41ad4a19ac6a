/** Gets a phone ready for a day without a network, once nobody waits for anything. */
import { boot } from '../api/index.ts'
import { place } from '../zalo/index.ts'
import { saveGuides } from './saved-guides.ts'

/** Long enough for the first page to stand on a slow line. */
const PROGRAM_AFTER_MS = 4000
const GUIDES_AFTER_MS = 4000

/** To be called once. Costs a first visit nothing: everything begins after the page is there. Never rejects. */
export function prepareForOffline(): void {
  if (boot?.isPreview || import.meta.env.MODE !== 'web' || place.isInsideZalo || !('serviceWorker' in navigator)) return
  if (document.readyState === 'complete') void prepare()
  else window.addEventListener('load', () => void prepare(), { once: true })
}

async function prepare(): Promise<void> {
  try {
    await wait(PROGRAM_AFTER_MS)
    await navigator.serviceWorker.register('/app/sw.js', { scope: '/app/' })
    if (isSparing()) return
    await navigator.serviceWorker.ready
    await wait(GUIDES_AFTER_MS)
    await saveGuides()
  } catch {
    // Blocked by the browser, or no room: the app works as before, with a network.
  }
}

/** The person asked for few bytes, or the line carries few: then only guides that were opened stay on the phone. */
function isSparing(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean; effectiveType?: string } }
  return connection?.saveData === true || /2g/.test(connection?.effectiveType ?? '')
}

function wait(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
