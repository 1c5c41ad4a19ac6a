import type { Topic } from '../../procedures.ts'
import { channels } from '../channels.ts'
import { landAuthority, landFee, landPaper, originalOrCopy, originalsAtTheEnd } from '../land.ts'
import { laws } from '../laws.ts'
import { filledIn, uncounted } from '../papers.ts'
import { beforeReform, reformFact, speaksOf } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.013978'
const correctionCode = '1.012796'

const first = fromPortal({
  code,
  name: 'Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư, người gốc Việt Nam định cư ở nước ngoài',
  decision: { number: '3380/QĐ-BNNMT', date: '2025-08-25' },
  updatedOn: '2026-04-16',
  recordId: '019d2bfa-8678-770b-8917-1872078767cd',
})

const correction = fromPortal({
  code: correctionCode,
  name: 'Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót',
  decision: { number: '2304/QĐ-BNNMT', date: '2025-06-23' },
  updatedOn: '2026-04-16',
  recordId: '019d2bfa-76cb-741b-996e-33d1ef50be50',
})

function application(component: number) {
  return filledIn('don-dang-ky', `${code}-c${component}`, 'Đơn đăng ký đất đai, tài sản gắn liền với đất', uncounted)
}

const fees = [
  landFee(
    'Phí, lệ phí làm sổ đỏ',
    ' Tiền sử dụng đất, nếu phải nộp, do cơ quan thuế thông báo sau khi phường xét xong.',
  ),
]

function days(value: number): Topic['channels'][number]['timeLimit'] {
  return { value, unit: 'working_day', text: `${value} ngày làm việc.` }
}

export const capSoDoLanDau: Topic = {
  key: 'cap-so-do-lan-dau',
  kind: 'procedure',
  title: 'Làm sổ đỏ lần đầu',
  task: 'làm sổ đỏ lần đầu',
  summary:
    'Đăng ký đất, nhà chưa có sổ để được cấp Giấy chứng nhận (sổ đỏ, sổ hồng), hoặc sửa sổ cấp lần đầu bị ghi sai.',
  category: 'dat-dai-xay-dung',
  procedures: [first, correction],
  relatedProcedures: [
    {
      code: '1.012817',
      name: 'Xác định lại diện tích đất ở của hộ gia đình, cá nhân đã được cấp Giấy chứng nhận trước ngày 01 tháng 7 năm 2004',
      when: 'sổ cũ cần tính lại diện tích đất ở',
    },
    {
      code: '1.012818',
      name: 'Thu hồi Giấy chứng nhận đã cấp lần đầu không đúng quy định của pháp luật đất đai do người sử dụng đất, chủ sở hữu tài sản gắn liền với đất phát hiện và cấp lại Giấy chứng nhận sau khi thu hồi',
      when: 'thấy sổ cấp lần đầu không đúng quy định và muốn cấp lại',
    },
  ],
  authority: landAuthority,
  cases: [
    {
      id: 'ho-gia-dinh-ca-nhan',
      label: 'Hộ gia đình, cá nhân',
      words: [],
      procedure: code,
      documents: [
        application(14),
        landPaper(
          'giay-to-ve-dat',
          `${code}-c7`,
          'Giấy tờ về đất, nhà mà Luật Đất đai công nhận',
          'còn giấy tờ cũ',
          'Có sơ đồ nhà, công trình thì kèm theo. Phần đất tăng thêm đã có sổ thì nộp thêm giấy chuyển quyền và sổ của phần đó.',
        ),
        landPaper(
          'giay-chuyen-quyen',
          `${code}-c1`,
          'Giấy chuyển quyền có chữ ký hai bên',
          'mua, nhận đất mà chưa sang tên',
        ),
        landPaper(
          'giay-thua-ke',
          `${code}-c12`,
          'Giấy tờ về việc nhận thừa kế quyền sử dụng đất',
          'nhận thừa kế đất chưa có sổ',
        ),
        landPaper(
          'thua-ke-va-chuyen-quyen',
          `${code}-c6`,
          'Giấy tờ nhận thừa kế và giấy tờ chuyển quyền sử dụng đất',
          'thuộc trường hợp thừa kế riêng của Luật Đất đai mà cán bộ chỉ ra',
        ),
        landPaper(
          'thanh-vien-ho',
          `${code}-c5`,
          'Văn bản xác định các thành viên có chung quyền sử dụng đất',
          'hộ gia đình đang sử dụng đất',
        ),
        landPaper(
          'cap-chung-so',
          `${code}-c16`,
          'Văn bản thỏa thuận cấp chung một Giấy chứng nhận',
          'nhiều người có chung quyền với đất, nhà',
        ),
        landPaper(
          'van-ban-dai-dien',
          `${code}-c8`,
          'Văn bản về việc đại diện theo pháp luật dân sự',
          'nhờ người đại diện làm',
        ),
        landPaper(
          'chung-tu-tai-chinh',
          `${code}-c2`,
          'Chứng từ đã nộp tiền, giấy tờ miễn, giảm nghĩa vụ tài chính về đất',
          'đã nộp tiền hoặc được miễn, giảm',
        ),
        landPaper(
          'trich-do',
          `${code}-c9`,
          'Mảnh trích đo bản đồ địa chính thửa đất',
          'đã có mảnh trích đo',
          'Chưa có thì phường đề nghị đơn vị đo đạc làm.',
        ),
        landPaper(
          'xu-phat',
          [`${code}-c4`, `${code}-c13`],
          'Giấy tờ xử phạt vi phạm hành chính về đất đai và chứng từ nộp phạt',
          'có vi phạm về đất đai',
        ),
        landPaper(
          'giao-dat-hoa-gia',
          `${code}-c11`,
          'Giấy tờ về việc giao đất, hoặc mua, nhận thanh lý, hóa giá, phân phối nhà ở, công trình',
          'đất được giao không đúng thẩm quyền, hoặc nhà được thanh lý, hóa giá, phân phối',
        ),
        landPaper(
          'thua-lien-ke',
          `${code}-c3`,
          'Hợp đồng, văn bản thỏa thuận hoặc quyết định của Tòa án, kèm sơ đồ phần đất liền kề được dùng',
          'đăng ký quyền đối với thửa đất liền kề',
        ),
        landPaper(
          'xac-nhan-nha-du-dieu-kien',
          `${code}-c15`,
          'Giấy của cơ quan quản lý xây dựng cấp huyện trước đây xác nhận nhà, công trình đủ điều kiện tồn tại',
          'muốn chứng nhận cả nhà, công trình thuộc diện phải xin phép xây dựng và đã có giấy này',
        ),
        landPaper(
          'ho-so-thiet-ke',
          `${code}-c10`,
          'Hồ sơ thiết kế đã thẩm định hoặc văn bản chấp thuận kết quả nghiệm thu',
          'muốn chứng nhận công trình trên đất nông nghiệp không có giấy tờ, hoặc công trình được miễn giấy phép xây dựng',
        ),
      ],
    },
    {
      id: 'ghi-sai-tren-so',
      label: 'Sổ ghi sai',
      words: ['ghi sai', 'sai tên', 'sai thông tin', 'đính chính', 'sai diện tích', 'in sai', 'viết sai', 'sai sót'],
      procedure: correctionCode,
      documents: [
        filledIn('don-bien-dong', `${correctionCode}-c4`, 'Đơn đăng ký biến động đất đai, tài sản gắn liền với đất', {
          number: '18',
          ...uncounted,
        }),
        landPaper('so-da-cap', `${correctionCode}-c1`, 'Bản gốc Giấy chứng nhận đã cấp'),
        landPaper('chung-minh-sai-sot', `${correctionCode}-c2`, 'Giấy tờ chứng minh chỗ ghi sai'),
        landPaper(
          'van-ban-uy-quyen',
          `${correctionCode}-c3`,
          'Văn bản ủy quyền theo pháp luật dân sự',
          'nhờ người đại diện làm',
        ),
      ],
    },
    {
      id: 'goc-viet-o-nuoc-ngoai',
      label: 'Người gốc Việt',
      words: ['việt kiều', 'gốc việt', 'định cư ở nước ngoài', 'định cư nước ngoài', 'sống ở nước ngoài'],
      procedure: code,
      documents: [
        application(18),
        landPaper('giay-thua-ke', `${code}-c20`, 'Giấy tờ về việc nhận thừa kế quyền sử dụng đất'),
        landPaper('giay-to-ve-dat', `${code}-c19`, 'Giấy tờ về đất, nhà mà Luật Đất đai công nhận', 'còn giấy tờ cũ'),
        landPaper(
          'cap-chung-so',
          `${code}-c17`,
          'Văn bản thỏa thuận cấp chung một Giấy chứng nhận',
          'nhiều người có chung quyền với đất, nhà',
        ),
        landPaper(
          'van-ban-dai-dien',
          `${code}-c21`,
          'Văn bản về việc đại diện theo pháp luật dân sự',
          'nhờ người đại diện làm',
        ),
      ],
    },
    {
      id: 'da-co-thong-bao',
      label: 'Đã có thông báo đăng ký đất',
      words: ['thông báo xác nhận kết quả đăng ký', 'đã có thông báo', 'đã đăng ký đất'],
      procedure: code,
      documents: [
        application(22),
        landPaper('thong-bao-dang-ky', `${code}-c23`, 'Thông báo xác nhận kết quả đăng ký đất đai'),
      ],
    },
  ],
  steps: [
    { title: 'Nộp hồ sơ', text: 'Nộp tại quầy một cửa, gửi bưu điện hoặc nộp trực tuyến; đủ giấy thì nhận giấy hẹn.' },
    {
      title: 'Phường kiểm tra',
      text: 'Phường xem hiện trạng, tranh chấp, nguồn gốc đất; chưa có bản đồ thì cho đo, không quá 5 ngày làm việc.',
    },
    { title: 'Niêm yết', text: 'Kết quả dán tại trụ sở phường và khu dân cư nơi có đất trong 15 ngày.' },
    { title: 'Nộp tiền', text: 'Cơ quan thuế thông báo số tiền phải nộp; nộp xong hoặc được ghi nợ mới cấp sổ.' },
    {
      title: 'Nhận sổ',
      text: 'Chủ tịch Ủy ban nhân dân cấp xã cấp sổ; không đủ điều kiện hoặc không xin sổ thì nhận thông báo đăng ký đất đai.',
    },
  ],
  channels: [
    ...channels(['in_person'], { procedure: code, timeLimit: days(27), fees }),
    ...channels(['online'], { procedure: code, timeLimit: days(17), fees }),
    ...channels(['post'], { procedure: code, timeLimit: days(20), fees }),
    ...channels(['in_person', 'online', 'post'], { procedure: correctionCode, timeLimit: days(8), fees }),
  ],
  results: [
    'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất',
    'Thông báo xác nhận kết quả đăng ký đất đai',
  ],
  eligibility: [
    'Hộ gia đình, cá nhân, cộng đồng dân cư đang dùng đất chưa có sổ.',
    'Người gốc Việt Nam định cư ở nước ngoài cũng làm theo mục này.',
    'Không có giấy tờ về đất vẫn nộp được; phường xác nhận thêm nguồn gốc đất.',
  ],
  advice: [
    originalOrCopy,
    originalsAtTheEnd,
    'Sổ đã có mà rách, mất, hoặc muốn đổi sổ mới: ở đây chưa có hướng dẫn; gọi phường để hỏi.',
  ],
  legalBases: laws(
    '31/2024/QH15',
    '101/2024/NĐ-CP',
    '151/2025/NĐ-CP',
    '226/2025/NĐ-CP',
    '43/2024/QH15',
    '118/2025/NĐ-CP',
  ),
  scheduledChanges: [],
  disagreements: [
    {
      aspect: 'time',
      text: 'Làm sổ lần đầu, Cổng ghi mỗi cách nộp một thời hạn; khi nộp nên hỏi lại ngày hẹn.',
    },
  ],
  sources: [portal],
  facts: [
    { subject: 'time-to-measure', value: '05 ngày làm việc', source: portal.id, record: code },
    { subject: 'time-on-display', value: '15 ngày', source: portal.id, record: code },
    reformFact(correctionCode),
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [speaksOf(first, 'cấp huyện'), beforeReform(correction)],
  aliases: [
    'làm sổ đỏ',
    'làm sổ hồng',
    'xin cấp sổ đỏ',
    'làm bìa đỏ',
    'đất chưa có sổ',
    'đất ông bà để lại chưa có sổ',
    'hợp thức hóa nhà đất',
    'đất giấy tay xin ra sổ',
    'mua đất giấy tay',
    'đất khai hoang làm sổ',
    'giấy chứng nhận quyền sử dụng đất',
    'cấp GCNQSDĐ lần đầu',
    'sổ đỏ ghi sai tên',
    'đính chính sổ đỏ',
    'ra sổ cho miếng đất',
    'nhà ở lâu năm chưa có sổ hồng',
    'làm bằng khoán đất',
    'đăng ký đất đai lần đầu',
  ],
  exampleQuestions: [
    'Nhà tôi ở đây mấy chục năm rồi mà đất chưa có sổ, giờ xin cấp thì cần gì?',
    'Ba má mất để lại miếng vườn không giấy tờ, mấy anh em muốn ra sổ thì làm sao?',
    'Hồi trước mua đất viết giấy tay, giờ có xin sổ hồng được không?',
    'Cuốn sổ người ta in sai năm sinh của tôi, sửa lại ở đâu?',
    'Làm sổ đỏ bao lâu mới có?',
    'Ra sổ lần đầu tốn bao nhiêu tiền vậy cán bộ?',
    'Đất khai hoang từ hồi giải phóng, không có giấy tờ chi hết, phường có cho làm bìa đỏ không?',
  ],
  confusableWith: [
    {
      topic: 'sang-ten-dat',
      difference: 'Đây là đất chưa có sổ; đất đã có sổ mà mua bán, cho tặng, thừa kế thì đăng ký sang tên.',
    },
    {
      topic: 'tach-thua',
      difference: 'Đây là xin sổ lần đầu; đất có sổ muốn chia ra hay gộp lại thì tách thửa, hợp thửa.',
    },
    {
      topic: 'chuyen-muc-dich-dat',
      difference: 'Đây là xin sổ cho đất chưa có sổ; lên thổ cư là chuyển mục đích sử dụng đất.',
    },
    {
      topic: 'hien-dat',
      difference: 'Hiến một phần đất chưa có sổ thì làm mục hiến đất trước, phần còn lại mới làm sổ.',
    },
  ],
}
