/** What the server put into the first page; null inside Zalo, where the page is not ours. */
import type { Boot } from '../../shared/boot.ts'

export const boot: Boot | null = readBoot()

function readBoot(): Boot | null {
  const text = document.getElementById('boot')?.textContent
  return text ? JSON.parse(text) : null
}
