/** What a scanned code leads to within this app; null: it is none of ours, and is not followed. */
import { codeOfPath, findNoticeCodes } from '../../../shared/notices/index.ts'
import { pageOf } from './public-notices.ts'

const AREA = /\/thong-bao\/(?:to\/)?([a-z0-9]+(?:-[a-z0-9]+)+)\/?(?:[?#].*)?$/
const NOTICE = /\/tb\/([a-z0-9]{5})(?:[/?#].*)?$/i

/** Only the path is taken: whatever host the code names, nothing outside this app is opened. */
export function addressInApp(content: string): string | null {
  const text = content.trim()
  const code =
    codeOfPath(NOTICE.exec(text)?.[1] ?? '') ?? (/^tb/i.test(text) ? (findNoticeCodes(text)[0] ?? null) : null)
  if (code) return pageOf(code)
  const area = AREA.exec(text)?.[1]
  return area ? `/thong-bao/to/${area}` : null
}
