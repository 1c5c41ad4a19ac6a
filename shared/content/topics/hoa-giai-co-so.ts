import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { beforeReform, reformFact } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const decision = { number: 'QĐ2338-BTP', date: '2018-09-06' }
const issuedBy = 'Nghị quyết liên tịch 01/2014/NQLT-CP-UBTƯMTTQVN'

const recognition = fromPortal({
  code: '1.002211',
  name: 'Thủ tục công nhận hòa giải viên (cấp xã)',
  decision,
  updatedOn: '2026-04-17',
  recordId: '019d2bfd-572d-77fe-b70b-93b6512c3170',
})
const resignation = fromPortal({
  code: '2.000930',
  name: 'Thủ tục thôi làm hòa giải viên (cấp xã)',
  decision,
  updatedOn: '2026-04-17',
  recordId: '019d2bfd-8e50-70b5-b69c-ebc36daa6542',
})
const head = fromPortal({
  code: '2.000950',
  name: 'Thủ tục công nhận tổ trưởng tổ hòa giải (cấp xã)',
  decision,
  updatedOn: '2026-04-15',
  recordId: '019d2bfd-95cf-74f7-8f8e-81c925ae839a',
})

function paper(id: string, component: string, name: string, more: Partial<RequiredDocument> = {}): RequiredDocument {
  return {
    id,
    name,
    role: 'submit',
    originals: 1,
    copies: 0,
    condition: null,
    note: null,
    form: null,
    components: [component],
    ...more,
  }
}

export const hoaGiaiCoSo: Topic = {
  key: 'hoa-giai-co-so',
  kind: 'procedure',
  title: 'Hòa giải viên, tổ hòa giải ở cơ sở',
  task: 'làm hồ sơ hòa giải viên',
  summary: 'Xích mích trong xóm thì báo tổ trưởng tổ dân phố; mục này về công nhận, cho thôi hòa giải viên.',
  category: 'khieu-nai-phan-anh',
  procedures: [recognition, resignation, head],
  relatedProcedures: [
    {
      code: '2.002080',
      name: 'Thủ tục thanh toán thù lao cho hòa giải viên',
      when: 'hòa giải viên nhận thù lao',
    },
    {
      code: '2.000424',
      name: 'Thủ tục thực hiện hỗ trợ khi hòa giải viên gặp tai nạn hoặc rủi ro ảnh hưởng đến sức khỏe, tính mạng trong khi thực hiện hoạt động hòa giải',
      when: 'hòa giải viên gặp tai nạn, rủi ro khi đi hòa giải',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Chủ tịch Ủy ban nhân dân cấp xã',
    whichOffice: null,
    howToReach: 'Hồ sơ do Trưởng ban công tác Mặt trận ở tổ dân phố lập và gửi.',
  },
  cases: [
    {
      id: 'cong-nhan',
      label: 'Công nhận',
      words: [],
      procedure: recognition.code,
      documents: [
        paper('danh-sach', `${recognition.code}-c2`, 'Danh sách người được đề nghị công nhận', {
          role: 'form',
          form: { number: '06', issuedBy },
        }),
        paper('bien-ban-bau', `${recognition.code}-c1`, 'Biên bản kiểm phiếu hoặc biểu quyết bầu hòa giải viên', {
          note: 'Giơ tay biểu quyết thì dùng Mẫu số 01, bỏ phiếu kín thì Mẫu số 02, phát phiếu đến từng nhà thì Mẫu số 03.',
          form: { number: null, issuedBy: null },
        }),
      ],
    },
    {
      id: 'thoi-lam',
      label: 'Thôi làm',
      words: ['thôi làm', 'nghỉ làm', 'xin nghỉ', 'xin thôi', 'rút khỏi', 'không làm nữa', 'cho thôi'],
      procedure: resignation.code,
      documents: [
        paper('van-ban-de-nghi', `${resignation.code}-c2`, 'Văn bản đề nghị ra quyết định thôi làm hòa giải viên', {
          role: 'form',
          form: { number: '08', issuedBy },
        }),
        paper('bao-cao', `${resignation.code}-c1`, 'Báo cáo về việc thôi làm hòa giải viên', {
          condition: 'Mặt trận, tổ trưởng dân phố không đồng ý cho thôi hoặc không thống nhất',
          role: 'form',
          form: { number: '09', issuedBy },
        }),
      ],
    },
    {
      id: 'to-truong',
      label: 'Tổ trưởng tổ hòa giải',
      words: ['tổ trưởng tổ hòa giải', 'tổ trưởng hòa giải', 'trưởng tổ hòa giải', 'bầu tổ trưởng'],
      procedure: head.code,
      documents: [
        paper('van-ban-de-nghi', `${head.code}-c2`, 'Văn bản đề nghị công nhận tổ trưởng tổ hòa giải', {
          role: 'form',
          form: { number: null, issuedBy: null },
        }),
        paper('bien-ban-bau', `${head.code}-c1`, 'Biên bản kiểm phiếu hoặc biên bản biểu quyết bầu tổ trưởng'),
      ],
    },
  ],
  steps: [
    { title: 'Bầu ở tổ dân phố', text: 'Bà con bầu bằng giơ tay, bỏ phiếu kín hoặc phiếu phát đến từng nhà.' },
    {
      title: 'Mặt trận lập hồ sơ',
      text: 'Trưởng ban công tác Mặt trận gửi hồ sơ cho phường; bầu tổ trưởng thì gửi trong 5 ngày kể từ ngày họp.',
    },
    { title: 'Phường quyết định', text: 'Chủ tịch phường xem xét, ra quyết định.' },
  ],
  channels: [recognition, resignation, head].flatMap(({ code }) =>
    channels(['in_person', 'online', 'post'], {
      procedure: code,
      timeLimit: {
        value: 5,
        unit: 'working_day',
        text:
          code === resignation.code
            ? '5 ngày làm việc. Trước đó Mặt trận có 10 ngày để xem xét đề nghị của tổ trưởng tổ hòa giải.'
            : '5 ngày làm việc kể từ ngày phường nhận hồ sơ.',
      },
      fees: [unknownFee('Phí', 'not_stated', null)],
    }),
  ),
  results: [
    'Quyết định công nhận hòa giải viên',
    'Quyết định thôi làm hòa giải viên',
    'Quyết định công nhận tổ trưởng tổ hòa giải',
  ],
  eligibility: ['Hòa giải viên do bà con ở thôn, tổ dân phố bầu; kết quả bầu phải đạt theo Luật Hòa giải ở cơ sở.'],
  advice: [
    'Nhà có mâu thuẫn, cần người đứng ra hòa giải thì báo tổ trưởng tổ dân phố hoặc gọi phường.',
    'Tranh chấp đất đai thì làm theo mục hòa giải tranh chấp đất đai.',
  ],
  legalBases: laws('35/2013/QH13', '01/2014/NQLT-CP-UBT', '2338/QĐ-BTP'),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal],
  facts: [
    { subject: 'form-show-of-hands', value: 'Mẫu số 01', source: portal.id, record: recognition.code },
    { subject: 'form-secret-ballot', value: 'Mẫu số 02', source: portal.id, record: recognition.code },
    { subject: 'form-ballot-at-home', value: 'Mẫu số 03', source: portal.id, record: recognition.code },
    { subject: 'front-considers', value: '10 ngày', source: portal.id, record: resignation.code },
    { subject: 'sent-after-the-meeting', value: '05 ngày', source: portal.id, record: head.code },
    reformFact(recognition.code),
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [beforeReform(recognition), beforeReform(resignation), beforeReform(head)],
  aliases: [
    'hòa giải viên',
    'tổ hòa giải khu phố',
    'bầu hòa giải viên',
    'vào tổ hòa giải',
    'thôi làm hòa giải viên',
    'tổ trưởng tổ hòa giải',
    'hòa giải ở cơ sở',
    'hòa giải chuyện hàng xóm',
    'hàng xóm cãi nhau nhờ hòa giải',
    'vợ chồng xích mích nhờ tổ hòa giải',
    'mâu thuẫn xóm giềng',
    'hòa giải hàng xóm',
    'hàng xóm mâu thuẫn',
    'xích mích xóm giềng',
    'hòa giải vợ chồng',
  ],
  exampleQuestions: [
    'Tôi mới về hưu, muốn tham gia tổ hòa giải của khu phố thì phải qua bầu bán thế nào?',
    'Ông hòa giải viên tổ tôi già yếu xin nghỉ thì ai làm giấy tờ gửi lên phường?',
    'Tổ mới bầu lại người đứng đầu tổ hòa giải, cần gửi giấy tờ gì để được công nhận?',
    'Hai nhà cạnh nhau lời qua tiếng lại hoài vì con chó, nhờ ai đứng ra hòa giải?',
    'Vợ chồng nhà bên cãi vã suốt ngày, tổ hòa giải có xuống khuyên giải không?',
    'Công nhận hòa giải viên thì mấy ngày có quyết định?',
    'Danh sách hòa giải viên gửi lên phường làm theo mẫu nào?',
  ],
  confusableWith: [
    {
      topic: 'hoa-giai-dat-dai',
      difference:
        'Mục này về hòa giải viên và chuyện xích mích thường ngày; tranh chấp đất đai thì nộp đơn hòa giải đất đai.',
    },
    {
      topic: 'ly-hon',
      difference: 'Tổ hòa giải khuyên giải chuyện vợ chồng; muốn chấm dứt hôn nhân thì ra Tòa án.',
    },
    {
      topic: 'phan-anh-kien-nghi',
      difference:
        'Hòa giải là có người đứng giữa giúp hai bên nói chuyện; báo tiếng ồn, rác thải là phản ánh, kiến nghị.',
    },
  ],
}
