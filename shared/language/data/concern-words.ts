/**
 * What people worry about once they have heard what to bring: somebody else going, being late, a fine, a paper they have
 * not got. As patterns over normalised words; `shared/language/pattern.ts` reads them with marks and without.
 */

const SOMEBODY =
  '(?:ai|người khác|người nhà|người thân|người ta|người|con gái|con trai|con cháu|con|cháu|vợ|chồng|em|anh|chị|hàng xóm|ba|má|mẹ|bố|cha)'
const DOES = '(?:đi|nộp|làm|ký|khai|nhận|lấy)'
export const mayI = '(?:được|đc|dc) (?:không|ko|k|hk|hông|hổng|hong)'

/** To go, hand in or sign in somebody's place. */
export const proxyWords = [
  `${DOES} thay`,
  `${DOES}(?: \\S+){0,3} (?:giùm|dùm|giúp|hộ(?! (?:khẩu|tịch|chiếu|nghèo|kinh|cận)))(?: \\S+){0,3} ${mayI}`,
  `nhờ ${SOMEBODY}(?: \\S+){0,3} ${DOES}`,
  `(?:người khác|người nhà|người thân|con|cháu|vợ|chồng)(?: \\S+){0,4} ${DOES}(?: \\S+){0,3} ${mayI}`,
  '(?<!giấy |văn bản )(?:ủy|uỷ) quyền',
  'không (?:tự )?đi (?:được|nổi)|đi không (?:được|nổi)',
  'chính chủ|đích thân',
]

/** Past the day by which it should have been done. */
export const latenessWords = [
  '(?<=(?:nộp|làm|đi|khai|báo|đăng ký|khai sinh|khai tử) )(?:trễ|muộn|chậm)(?! (?:em|sơ|nhỏ|mồ|con|bị|dưới|mới|\\d+ (?:tuổi|tháng tuổi)))',
  '(?:trễ|muộn) (?:hạn|ngày|giờ|quá|rồi)|quá (?:hạn|ngày|thời hạn)',
  'quá \\d+ ngày',
]

/** Words of a worry: what is left without them names the matter. */
export const worryWords = [
  `nhờ ${SOMEBODY}`,
  `(?:ủy|uỷ) quyền(?: cho ${SOMEBODY})?`,
  `(?<=${DOES} )(?:thay|giùm|dùm|giúp|hộ(?! (?:khẩu|tịch|chiếu|nghèo|kinh|cận)))`,
  'người khác|người nhà|người thân|không (?:tự )?đi được|chính chủ|đích thân|giùm|dùm',
  `${mayI}|có sao (?:không|ko)|bị phạt|phạt`,
]

/** Whether somebody comes to them. */
export const homeWords = ['(?:tới|đến|tận|về) (?:tận )?nhà(?: \\S+){0,3} (?:không|ko|k|hông|hổng|hong)']

export const fineWords = ['phạt']

/** The words in brackets name a paper somebody has not got. */
export const missingPaper = `(?:không có|hổng có|ko có|chưa có|thiếu|không còn) (.{2,40}?) (?:thì |mà |vẫn |có )*(?:${DOES} |đăng ký |xin )?(?:\\S+ ){0,2}${mayI}`

/** Somebody says, without asking, that they have not got a paper: the words before, and the paper. */
export const statedLack =
  '^(.*?)(?:^|[\\s,.;])(?:mà |mà lại )?(?:không có|hổng có|hong có|ko có|k có|chưa có|không còn) (\\S.{2,40}?)[\\s.,!]*$'

/** Somebody tells what they are or what has happened, without asking: "tôi đã ly hôn rồi". The words of it. */
export const statedCircumstance =
  '^(?:(?:dạ|thưa|mà|nhưng|thì) )*(?:(?:tôi|tui|toi|mình|em|con|cháu|chau|bác|cô|chú|anh|chị|ông|bà|ba|má|mẹ|vợ|vo|chồng|chong) ){0,2}(?:đã|từng|da|tung) (\\S+(?: \\S+){0,3}?)(?: (?:rồi|roi|xong|lâu|lau))*[\\s.,!]*$'

const PAPER = '(?:sổ|so|giấy|giay|thẻ|the)'
/** A paper is lost or spoilt: what happened to it. */
export const lostPaper = `(?:(mất|rách|hỏng|hư|cháy|thất lạc) (?:(?:cái|cuốn|quyển|tờ|cái tờ) )?${PAPER}(?!\\p{L})|(?<!\\p{L})${PAPER} (?:\\S+ ){0,3}?(?:đã |bị |mới |lỡ |làm |để )*(mất|rách|hỏng|hư|cháy|thất lạc)(?!\\p{L}))`
