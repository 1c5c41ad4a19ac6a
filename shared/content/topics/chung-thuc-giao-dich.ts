import type { NationalProcedure, RequiredDocument, Topic } from '../../procedures.ts'
import { channels, statedFee } from '../channels.ts'
import { chungThucGiaoDichChecklist } from '../checklists/chung-thuc-giao-dich.ts'
import { laws } from '../laws.ts'
import { fromPortal, portal } from '../sources.ts'

function certified(code: string, name: string, recordId: string): NationalProcedure {
  return fromPortal({
    code,
    name,
    decision: { number: '858/QĐ-BTP', date: '2026-03-27' },
    updatedOn: '2026-04-20',
    recordId,
  })
}

const deal = certified(
  '2.001035',
  'Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở',
  '019d2bfd-95fa-70ca-93fd-4cab11b87897',
)
const will = certified('2.001019', 'Chứng thực di chúc', '019d2bfd-95f0-7610-845f-c097f144bd55')
const division = certified(
  '2.001406',
  'Chứng thực văn bản phân chia di sản mà di sản là động sản, quyền sử dụng đất, nhà ở',
  '019d2bfd-9daf-70da-8f48-223498332346',
)
const refusal = certified('2.001016', 'Chứng thực văn bản từ chối nhận di sản', '019d2bfd-95e6-7578-ba2d-d1b4373cd174')

/** The portal tells of it in the steps, not among the papers. */
const identity: RequiredDocument = {
  id: 'giay-to-tuy-than',
  name: 'Căn cước hoặc hộ chiếu còn hạn của người ký',
  role: 'present',
  originals: null,
  copies: null,
  condition: null,
  note: 'Căn cước điện tử trên VNeID, giấy tờ đi lại quốc tế còn hạn cũng được.',
  form: null,
  components: [],
}

function papers(draft: string, draftComponent: string, ownership: string, ownershipNote: string): RequiredDocument[] {
  return [
    {
      id: 'du-thao',
      name: `${draft}, chưa ký`,
      role: 'submit',
      originals: 1,
      copies: 0,
      condition: null,
      note: 'Phải ký trước mặt cán bộ; đừng ký sẵn ở nhà.',
      form: null,
      components: [draftComponent],
    },
    identity,
    {
      id: 'giay-to-tai-san',
      name: 'Bản sao giấy tờ tài sản, kèm bản chính để đối chiếu',
      role: 'submit',
      originals: null,
      copies: null,
      condition: 'là nhà, đất, xe hay tài sản phải đăng ký',
      note: ownershipNote,
      form: null,
      components: [ownership],
    },
  ]
}

const anyCopy = 'Nộp bản sao chứng thực hoặc bản sao điện tử chứng thực thì không phải kèm bản chính.'
const landDatabase = `${anyCopy} Đất ở đã tra được trên dữ liệu đất đai thì không phải nộp.`

function feeOf({ code }: NationalProcedure) {
  if (code === will.code) return statedFee('Phí chứng thực di chúc', 50000, { per: 'di chúc', cases: ['di-chuc'] })
  if (code === division.code)
    return statedFee('Phí chứng thực phân chia di sản', 50000, { per: 'văn bản', cases: ['chia-di-san'] })
  if (code === refusal.code)
    return statedFee('Phí chứng thực từ chối nhận di sản', 50000, { per: 'văn bản', cases: ['tu-choi-di-san'] })
  return statedFee('Phí chứng thực giao dịch', 50000, {
    per: 'giao dịch',
    cases: ['mua-ban-tang-cho'],
    text: 'Cá nhân, hộ gia đình vay ngân hàng để làm nông nghiệp, nông thôn thì không thu phí chứng thực hợp đồng thế chấp.',
  })
}

export const chungThucGiaoDich: Topic = {
  key: 'chung-thuc-giao-dich',
  kind: 'procedure',
  title: 'Chứng thực hợp đồng, di chúc, chia thừa kế',
  task: 'chứng thực hợp đồng, di chúc',
  summary: 'Phường chứng hợp đồng mua bán, tặng cho nhà đất, xe; di chúc; giấy chia, từ chối di sản.',
  category: 'chung-thuc',
  procedures: [deal, will, division, refusal],
  relatedProcedures: [
    {
      code: '2.000913',
      name: 'Chứng thực việc sửa đổi, bổ sung, hủy bỏ giao dịch',
      when: 'muốn sửa hoặc hủy hợp đồng đã chứng thực',
    },
    { code: '2.000927', name: 'Sửa lỗi sai sót trong giao dịch', when: 'hợp đồng đã chứng thực có lỗi ghi chép' },
    {
      code: '2.000942',
      name: 'Cấp bản sao có chứng thực từ bản chính giao dịch đã được chứng thực',
      when: 'cần bản sao hợp đồng đã chứng thực ở phường',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: 'Nhà, đất thì làm ở phường, xã nơi có nhà, đất; tổ chức hành nghề công chứng cũng làm việc này.',
    howToReach: null,
  },
  cases: [
    {
      id: 'mua-ban-tang-cho',
      label: 'Mua bán, tặng cho',
      words: [],
      procedure: deal.code,
      documents: papers('Dự thảo hợp đồng', `${deal.code}-c2`, `${deal.code}-c1`, anyCopy),
    },
    {
      id: 'di-chuc',
      label: 'Di chúc',
      words: ['di chúc', 'chúc thư', 'tờ di chúc', 'lập di chúc'],
      procedure: will.code,
      documents: papers(
        'Dự thảo di chúc',
        `${will.code}-c2`,
        `${will.code}-c1`,
        `${anyCopy} Người lập di chúc đang nguy kịch thì không phải nộp.`,
      ),
    },
    {
      id: 'chia-di-san',
      label: 'Chia di sản',
      words: ['chia thừa kế', 'phân chia', 'chia di sản', 'khai di sản', 'thừa kế', 'chia đất', 'đất cha mẹ để lại'],
      procedure: division.code,
      documents: papers('Dự thảo văn bản chia di sản', `${division.code}-c1`, `${division.code}-c2`, landDatabase),
    },
    {
      id: 'tu-choi-di-san',
      label: 'Từ chối nhận di sản',
      words: ['từ chối', 'không nhận thừa kế', 'nhường phần', 'không nhận phần', 'từ chối nhận'],
      procedure: refusal.code,
      documents: papers('Dự thảo văn bản từ chối di sản', `${refusal.code}-c2`, `${refusal.code}-c1`, landDatabase),
    },
  ],
  checklist: chungThucGiaoDichChecklist,
  steps: [
    {
      title: 'Nộp hồ sơ',
      text: 'Đưa giấy tờ tùy thân, bản dự thảo và giấy tờ tài sản; không thạo tiếng Việt thì có người phiên dịch.',
    },
    {
      title: 'Ký trước mặt cán bộ',
      text: 'Cán bộ xem mọi người tự nguyện, minh mẫn rồi mới cho ký; có nhiều trang thì ký từng trang.',
    },
    { title: 'Nhận kết quả', text: 'Nhận văn bản đã ghi lời chứng, có chữ ký và dấu.' },
  ],
  channels: [deal, will, division, refusal].flatMap(procedure =>
    channels(['in_person', 'online', 'post'], {
      procedure: procedure.code,
      onlineNote: 'Nộp cách nào thì khi ký cũng phải có mặt trước cán bộ.',
      timeLimit: { value: 1, unit: 'working_day', text: '1 ngày làm việc.' },
      fees: [feeOf(procedure)],
    }),
  ),
  results: [
    'Giao dịch được chứng thực',
    'Di chúc được chứng thực',
    'Văn bản phân chia hoặc từ chối nhận di sản được chứng thực',
  ],
  eligibility: [
    'Người ký phải tự nguyện, minh mẫn, làm chủ được hành vi lúc ký.',
    'Không ký được thì lăn tay; không đọc, không nghe, không ký, không lăn tay được thì phải có 2 người làm chứng.',
    'Người làm chứng không được có quyền lợi liên quan; không tìm được thì nhờ phường chỉ định.',
  ],
  advice: [
    'Hợp đồng nhà đất chứng thực xong vẫn phải đi đăng ký sang tên ở cơ quan đất đai.',
    'Giấy tờ đã có trên dữ liệu nhà nước thì không phải nộp lại.',
  ],
  legalBases: laws(
    '23/2015/NĐ-CP',
    '280/2025/NĐ-CP',
    '226/2016/TT-BTC',
    '66.7/2025/NQ-CP',
    '01/2020/TT-BTP',
    '18/2026/NĐ-CP',
  ),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal],
  facts: [{ subject: 'witnesses', value: '02 (hai) người làm chứng', source: portal.id, record: deal.code }],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [],
  aliases: [
    'công chứng hợp đồng mua bán nhà',
    'chứng thực hợp đồng tặng cho đất',
    'công chứng mua bán xe',
    'viết giấy bán xe máy ra phường đóng dấu',
    'lập di chúc',
    'làm di chúc để lại nhà cho con',
    'tờ chúc thư',
    'chia thừa kế nhà cha mẹ để lại',
    'từ chối nhận thừa kế',
    'nhường phần thừa kế cho em',
    'khai nhận di sản',
    'hợp đồng thế chấp sổ đỏ vay ngân hàng',
    'hợp đồng ủy quyền bán nhà',
    'chứng thực hợp đồng thuê nhà',
    'chứng thực hợp đồng',
    'công chứng hợp đồng',
    'chứng thực di chúc',
    'viết di chúc',
    'hợp đồng mua bán đất',
    'giấy mua bán xe viết tay',
    'hợp đồng tặng cho nhà',
    'phân chia di sản',
    'không nhận thừa kế',
    'chứng thực hợp đồng mua bán xe máy',
  ],
  exampleQuestions: [
    'Ông già tôi muốn viết di chúc chia nhà cho mấy anh em, ra phường làm thì đem theo gì?',
    'Bán chiếc xe máy cho người quen, giấy mua bán viết tay có đóng dấu ở phường được không?',
    'Ba mẹ cho tôi miếng đất, hợp đồng tặng cho thì ra phường hay ra phòng công chứng?',
    'Cha mất không để lại di chúc, mấy anh em thống nhất chia đất thì làm giấy tờ ở đâu, tốn bao nhiêu?',
    'Tôi không lấy phần của mình trong căn nhà mẹ để lại, muốn nhường cho em út thì làm giấy gì?',
    'Bà cụ nhà tôi không biết chữ, tay run không ký nổi thì lập di chúc ở phường được không?',
    'Hợp đồng thế chấp nhà để vay tiền ngân hàng đóng dấu ở phường mất mấy ngày?',
    'Ký sẵn hợp đồng mua bán đất ở nhà rồi mang ra chứng thực được chứ?',
  ],
  confusableWith: [
    {
      topic: 'chung-thuc-chu-ky',
      difference:
        'Mua bán, tặng cho, thế chấp, di chúc là chứng thực giao dịch; giấy ủy quyền đơn giản, lý lịch là chứng thực chữ ký.',
    },
    {
      topic: 'chung-thuc-ban-sao',
      difference: 'Chứng thực giao dịch là chứng hợp đồng, di chúc; photo giấy tờ rồi đóng dấu là chứng thực bản sao.',
    },
    {
      topic: 'sang-ten-dat',
      difference: 'Phường chứng thực hợp đồng, di chúc; đăng ký sang tên sổ đỏ sau đó làm ở cơ quan đất đai.',
    },
    {
      topic: 'dang-ky-xe',
      difference: 'Phường chứng thực giấy mua bán xe; sang tên, biển số là việc của công an.',
    },
  ],
}
