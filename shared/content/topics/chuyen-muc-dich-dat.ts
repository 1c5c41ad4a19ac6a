import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels } from '../channels.ts'
import { landAuthority, landFee, landPaper, originalOrCopy } from '../land.ts'
import { laws } from '../laws.ts'
import { filledIn, uncounted } from '../papers.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.013949'

const topsoilPlan = (component: number): RequiredDocument =>
  filledIn('tang-dat-mat', `${code}-c${component}`, 'Phương án sử dụng tầng đất mặt', {
    number: '26',
    issuedBy: 'Nghị định 151/2025/NĐ-CP',
    condition: 'chuyển từ đất chuyên trồng lúa',
    ...uncounted,
  })

const application = (component: number): RequiredDocument =>
  filledIn('don-de-nghi', `${code}-c${component}`, 'Đơn đề nghị chuyển mục đích sử dụng đất', uncounted)

const landTitle = (component: number): RequiredDocument =>
  landPaper(
    'giay-to-ve-dat',
    `${code}-c${component}`,
    'Sổ đỏ, sổ hồng, hoặc giấy tờ khác về đất',
    null,
    'Giấy tờ khác là giấy mà Luật Đất đai công nhận, hoặc quyết định giao đất, cho thuê đất, cho chuyển mục đích.',
  )

export const chuyenMucDichDat: Topic = {
  key: 'chuyen-muc-dich-dat',
  kind: 'procedure',
  title: 'Chuyển mục đích sử dụng đất',
  task: 'chuyển mục đích sử dụng đất',
  summary: 'Xin đổi loại đất, như đất vườn, đất ruộng lên đất ở (thổ cư), hoặc gia hạn đất hết thời hạn sử dụng.',
  category: 'dat-dai-xay-dung',
  procedures: [
    fromPortal({
      code,
      name: 'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; trường hợp giao đất, cho thuê đất thông qua đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; giao đất và giao rừng; cho thuê đất và cho thuê rừng, gia hạn sử dụng đất khi hết thời hạn sử dụng đất',
      decision: { number: '3380/QĐ-BNNMT', date: '2025-08-25' },
      updatedOn: '2026-04-16',
      recordId: '019d2bfa-867b-703e-a311-18fc1df76fc8',
      casesLeftOut: [1, 2, 3, 5, 6].map(number => `${code}-h${number}`),
    }),
  ],
  relatedProcedures: [
    {
      code: '1.115148',
      name: 'Thủ tục tính hoặc tính lại tiền sử dụng đất theo quy định tại các điểm a, b, c và d khoản 2 Điều 12 Nghị định số 50/2026/NĐ-CP ngày 31/01/2026 của Chính phủ',
      when: 'cần tính hoặc tính lại tiền sử dụng đất',
    },
    {
      code: '1.008004',
      name: 'Chuyển đổi cơ cấu cây trồng, vật nuôi trên đất trồng lúa',
      when: 'chỉ đổi cây trồng, vật nuôi trên đất lúa',
    },
  ],
  authority: landAuthority,
  cases: [
    {
      id: 'nguoi-dan',
      label: 'Đổi loại đất',
      words: [],
      procedure: code,
      documents: [application(27), landTitle(26), topsoilPlan(28)],
    },
    {
      id: 'gia-han',
      label: 'Gia hạn đất',
      words: ['gia hạn', 'hết hạn sử dụng', 'hết thời hạn', 'đất hết hạn'],
      procedure: code,
      documents: [
        filledIn('don-gia-han', `${code}-c25`, 'Đơn đề nghị gia hạn sử dụng đất', uncounted),
        landPaper(
          'giay-to-ve-dat',
          `${code}-c24`,
          'Sổ đỏ, sổ hồng, hoặc quyết định giao đất, cho thuê đất, cho chuyển mục đích',
          null,
          'Dùng đất cho dự án đầu tư thì nộp văn bản về thời hạn hoạt động của dự án.',
        ),
      ],
    },
    {
      id: 'du-an-dau-tu',
      label: 'Dự án đầu tư',
      words: ['dự án', 'chủ trương đầu tư', 'nhà đầu tư'],
      procedure: code,
      documents: [
        application(14),
        landTitle(16),
        landPaper(
          'van-ban-dau-tu',
          `${code}-c15`,
          'Bản sao văn bản duyệt dự án, chấp thuận chủ trương đầu tư hoặc chấp thuận nhà đầu tư',
        ),
        topsoilPlan(13),
      ],
    },
  ],
  steps: [
    { title: 'Nộp hồ sơ', text: 'Nộp tại quầy một cửa, gửi bưu điện hoặc nộp trực tuyến.' },
    {
      title: 'Kiểm tra',
      text: 'Bộ phận đất đai của phường xem hồ sơ, ra thực địa; nơi chưa có bản đồ thì hướng dẫn nộp thêm trích đo.',
    },
    { title: 'Ra quyết định', text: 'Chủ tịch Ủy ban nhân dân cấp xã quyết định.' },
    { title: 'Nộp tiền', text: 'Cơ quan thuế báo tiền sử dụng đất; nộp xong thuế xác nhận với phường.' },
    { title: 'Nhận sổ', text: 'Văn phòng đăng ký đất đai ghi thay đổi lên sổ hoặc cấp sổ mới, trả tại nơi nộp hồ sơ.' },
  ],
  channels: channels(['in_person', 'online', 'post'], {
    timeLimit: { value: 15, unit: 'day', text: '15 ngày.' },
    fees: [landFee('Phí, lệ phí chuyển mục đích', ' Tiền sử dụng đất do cơ quan thuế tính và thông báo.')],
  }),
  results: [
    'Quyết định cho phép chuyển mục đích sử dụng đất',
    'Giấy chứng nhận quyền sử dụng đất mới hoặc đã ghi thay đổi',
  ],
  eligibility: [],
  advice: [
    originalOrCopy,
    'Trước khi làm đơn, hỏi phường thửa đất có được chuyển không và phải nộp khoảng bao nhiêu tiền.',
    'Xin giao đất, thuê đất, nhận đất rừng: ở đây chưa có hướng dẫn; gọi phường để hỏi.',
  ],
  legalBases: laws(
    '31/2024/QH15',
    '102/2024/NĐ-CP',
    '151/2025/NĐ-CP',
    '226/2025/NĐ-CP',
    '131/2025/NĐ-CP',
    '136/2025/NĐ-CP',
    '43/2024/QH15',
    '118/2025/NĐ-CP',
    '156/2018/NĐ-CP',
  ),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal],
  facts: [],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [],
  aliases: [
    'lên thổ cư',
    'lên đất ở',
    'chuyển đất vườn sang đất ở',
    'chuyển đất nông nghiệp thành đất ở',
    'đất ruộng chuyển thổ cư',
    'chuyển mục đích sử dụng đất',
    'đổi loại đất',
    'đất trồng cây lâu năm lên thổ cư',
    'xin thổ cư',
    'đất lúa làm nhà',
    'phí lên thổ cư',
    'chuyển đất ao sang đất ở',
    'đất rẫy lên đất ở',
    'gia hạn đất hết hạn sử dụng',
    'chuyển CMĐSDĐ',
    'lên đất thổ',
  ],
  exampleQuestions: [
    'Tôi có miếng vườn sau nhà, muốn chuyển qua đất ở để cất nhà cho con thì làm sao?',
    'Lên thổ cư một trăm mét thì nộp bao nhiêu tiền?',
    'Ruộng nhà tôi bỏ không, có xin làm đất ở được không?',
    'Đất ghi là cây lâu năm mà muốn xây nhà thì phải xin gì trước?',
    'Xin chuyển sang đất ở mất mấy ngày mới có quyết định?',
    'Đất nông nghiệp trong sổ ghi hết thời hạn rồi, giờ gia hạn ở đâu?',
    'Chuyển đất ao thành đất ở nộp hồ sơ chỗ nào, có qua mạng được không?',
  ],
  confusableWith: [
    {
      topic: 'cap-so-do-lan-dau',
      difference: 'Đây là đổi loại đất; đất chưa có sổ thì làm sổ đỏ lần đầu.',
    },
    {
      topic: 'giay-phep-xay-dung',
      difference: 'Đổi sang đất ở là việc của đất; cất nhà thì xin giấy phép xây dựng sau.',
    },
    {
      topic: 'nong-nghiep-thuy-san',
      difference: 'Chỉ đổi cây trồng, vật nuôi trên đất lúa mà không lên đất ở thì là việc khác.',
    },
  ],
}
