/** What lies on this phone, in words. The names are those under which the other pages keep things. */
import { personalStorage, place } from '../../zalo/index.ts'

export interface KeptThing {
  what: string
  /** It ends by itself when the page is closed. */
  isForVisit: boolean
  /** Bytes. */
  size: number
}

interface Entry {
  name: string
  size: number
}

const PREFIX = 'mot-cua.'
const LASTING: [RegExp, string][] = [
  [/^places$/, 'Nơi của tôi'],
  [/^own\.inbox$/, 'Thông báo gần nhất, để đọc khi mất mạng'],
  [/^notice-drafts$/, 'Bản nháp thông báo chưa gửi'],
  [/^door-marks\./, 'Ghi nhớ đi từng nhà, chờ có mạng để gửi'],
  [/^signed-in$/, 'Ghi nhớ: đã đăng nhập (không có mật khẩu)'],
  [/^ticks\./, 'Giấy tờ đã đánh dấu'],
  [/^look$/, 'Cỡ chữ, màu đã chọn'],
  [/^answers?(\.|$)/, 'Hướng dẫn, thông tin chung của phường, để đọc khi mất mạng'],
  [/^shared-device$/, 'Ghi nhớ: đây là máy dùng chung'],
]
const OF_THE_VISIT: [RegExp, string][] = [
  [/^chat$/, 'Cuộc trò chuyện ở mục Hỏi'],
  [/^(checklist\.|helping)/, 'Câu trả lời ở Giấy tờ của tôi, Làm giúp người thân'],
]
const OTHER = 'Ghi nhớ khác của ứng dụng'

export function listKeptThings(): KeptThing[] {
  const lasting = [...entriesOf('localStorage'), ...(place.isInsideZalo ? entriesInZalo() : [])]
  return [...gather(lasting, LASTING, false), ...gather(entriesOf('sessionStorage'), OF_THE_VISIT, true)]
}

/** One line for each kind of thing, in the order of the list. */
function gather(entries: Entry[], kinds: [RegExp, string][], isForVisit: boolean): KeptThing[] {
  const known = [...kinds, [/^/, OTHER] as const]
  const sizes = new Map<string, number>()
  for (const { name, size } of entries) {
    const what = known.find(([pattern]) => pattern.test(name))?.[1] ?? OTHER
    sizes.set(what, (sizes.get(what) ?? 0) + size)
  }
  return known.flatMap(([, what]) => {
    const size = sizes.get(what)
    return size === undefined ? [] : [{ what, isForVisit, size }]
  })
}

function entriesOf(shelf: 'localStorage' | 'sessionStorage'): Entry[] {
  try {
    const store = window[shelf]
    return Object.keys(store)
      .filter(key => key.startsWith(PREFIX))
      .map(key => ({ name: key.slice(PREFIX.length), size: sizeOf(key + store.getItem(key)) }))
  } catch {
    // Blocked: then nothing is kept there.
    return []
  }
}

function entriesInZalo(): Entry[] {
  return personalStorage.names().map(name => ({ name, size: sizeOf(name + personalStorage.get(name)) }))
}

function sizeOf(text: string): number {
  return new Blob([text]).size
}

/** "dưới 1 KB", "12 KB". */
export function sizeWords(bytes: number): string {
  const kilobytes = Math.round(bytes / 1024)
  return bytes < 1024 ? 'dưới 1 KB' : `${kilobytes} KB`
}
