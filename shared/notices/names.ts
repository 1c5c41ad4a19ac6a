/** Lists of people's names. A single name is not looked for: nothing tells it from other words; three in a row are a list. */
import { fold } from '../language/index.ts'

/** The family names of more than 95 in 100 people, folded. */
const FAMILY_NAMES = new Set(
  (
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan trinh truong mai dao lam cao ' +
    'phung luu ha thai chau ta ton quach la tang nghiem kieu luong bach ung tong khuc thach diep tu ngan vuong mac an ' +
    'lu tieu au ninh giang quan than to van'
  ).split(' '),
)
/** What follows is the name of a place: "đường Lê Lợi, Trần Phú". */
const PLACES = /(?:đường|phố|hẻm|ngõ|kiệt|trường|chợ|chùa|đình|cầu|công viên|bệnh viện|nhà thờ|khu)\s[^.;\n]*$/iu
const ENTRY_BREAK = /[\n,;•·|\t]|\s[-–]\s|(?:^|\s)\d{1,3}[.)/]\s/u
const LIST_FROM = 3

/** Whether at least three people are named in a row. */
export function hasNameList(text: string): boolean {
  let inRow = 0
  let before = ''
  for (const entry of text.normalize('NFC').split(ENTRY_BREAK)) {
    const isName = isPersonsName(entry) && !PLACES.test(before)
    // What stands between the names of a list, such as a year of birth or an address, does not end it.
    if (isName) inRow++
    else if (/[\p{L}]{2,}/u.test(entry) && entry.trim().split(/\s+/).length > 6) inRow = 0
    if (inRow >= LIST_FROM) return true
    before += `${entry},`
    if (/[.!?]\s*$/.test(entry) || entry === '') before = ''
  }
  return false
}

function isPersonsName(entry: string): boolean {
  // "Danh sách: Nguyễn Văn An"
  const words = (entry.split(':').at(-1) ?? '')
    .trim()
    .replace(/^\d{1,3}[.)/]\s*/u, '')
    .replace(/^(?:và\s+)?(?:hộ\s+)?(?:(?:ông|bà|anh|chị|em|cô|chú|bác|cháu|cụ)\s+)?/iu, '')
    .split(/\s+/)
  const end = words.findIndex(word => !/^\p{Lu}\p{L}*$/u.test(word))
  const name = end < 0 ? words : words.slice(0, end)
  return name.length >= 2 && name.length <= 5 && FAMILY_NAMES.has(fold((name[0] ?? '').toLowerCase()))
}
