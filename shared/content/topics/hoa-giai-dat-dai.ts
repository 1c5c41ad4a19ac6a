import type { Topic } from '../../procedures.ts'
import { channels } from '../channels.ts'
import { hoaGiaiDatDaiChecklist } from '../checklists/hoa-giai-dat-dai.ts'
import { landFee } from '../land.ts'
import { laws } from '../laws.ts'
import { copyOf, filledIn, uncounted } from '../papers.ts'
import { beforeReform, reformFact } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.012812'

const mediation = fromPortal({
  code,
  name: 'Hòa giải tranh chấp đất đai',
  decision: { number: '2304/QĐ-BNNMT', date: '2025-06-23' },
  updatedOn: '2026-04-16',
  recordId: '019d2bfa-76e6-7468-b6f2-3d412e902b88',
})

const fees = [landFee('Phí hòa giải')]

export const hoaGiaiDatDai: Topic = {
  key: 'hoa-giai-dat-dai',
  kind: 'procedure',
  title: 'Hòa giải tranh chấp đất đai',
  task: 'xin hòa giải tranh chấp đất',
  summary: 'Nhờ phường hòa giải khi tranh chấp đất: lấn ranh, lấn lối đi, ai có quyền dùng đất.',
  category: 'dat-dai-xay-dung',
  procedures: [mediation],
  relatedProcedures: [
    {
      code: '1.013967',
      name: 'Giải quyết tranh chấp đất đai thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân cấp xã',
      when: 'hòa giải không thành và muốn Chủ tịch Ủy ban nhân dân cấp xã giải quyết',
    },
    {
      code: '2.002409',
      name: 'Thủ tục giải quyết khiếu nại lần đầu tại xã',
      when: 'không đồng ý với quyết định của phường về đất',
    },
  ],
  authority: { kind: 'ward', name: 'Ủy ban nhân dân cấp xã', whichOffice: null, howToReach: null },
  cases: [
    {
      id: 'hoa-giai',
      label: 'Hòa giải ở phường',
      words: [],
      procedure: code,
      documents: [
        filledIn('don-hoa-giai', `${code}-c2`, 'Đơn yêu cầu hòa giải tranh chấp đất đai', uncounted),
        copyOf('giay-to-dung-dat', `${code}-c1`, 'Giấy tờ liên quan đến việc sử dụng đất', {
          ...uncounted,
          note: 'Bản photo hoặc bản sao chứng thực.',
        }),
      ],
    },
  ],
  checklist: hoaGiaiDatDaiChecklist,
  steps: [
    { title: 'Nộp đơn', text: 'Nộp đơn tại Ủy ban nhân dân cấp xã hoặc gửi bưu điện.' },
    {
      title: 'Phường nhận việc',
      text: 'Trong 3 ngày làm việc, phường báo bằng văn bản là có nhận hay không và vì sao.',
    },
    { title: 'Xác minh', text: 'Phường tìm hiểu nguồn gốc, hiện trạng đất và lập Hội đồng hòa giải.' },
    {
      title: 'Họp hòa giải',
      text: 'Các bên phải có mặt; một bên vắng đến lần thứ hai thì coi là hòa giải không thành.',
    },
    {
      title: 'Nhận biên bản',
      text: 'Hòa giải thành mà đổi ý thì gửi văn bản trong 10 ngày; không thành thì phường chỉ nơi giải quyết tiếp.',
    },
  ],
  channels: [
    ...channels(['in_person'], { timeLimit: { value: 40, unit: 'day', text: '40 ngày.' }, fees }),
    ...channels(['post'], { timeLimit: { value: 30, unit: 'day', text: '30 ngày.' }, fees }),
  ],
  results: ['Biên bản hòa giải có chữ ký các bên và dấu của Ủy ban nhân dân cấp xã'],
  eligibility: ['Người dân, tổ chức đang có tranh chấp đất với nhau.'],
  advice: [
    'Giữ biên bản hòa giải, kể cả khi không thành: nơi giải quyết tiếp sẽ hỏi.',
    'Cãi nhau về thừa kế, mua bán, chia tài sản: hỏi cán bộ trước xem có hòa giải ở phường không hay ra Tòa án.',
  ],
  legalBases: laws('102/2024/NĐ-CP', '43/2024/QH15', '118/2025/NĐ-CP'),
  scheduledChanges: [],
  disagreements: [
    {
      aspect: 'time',
      text: 'Nguồn ghi hai thời hạn, 30 ngày và 40 ngày; hỏi phường khi nộp đơn.',
    },
  ],
  sources: [portal],
  facts: [
    { subject: 'time-to-accept', value: '03 ngày làm việc', source: portal.id, record: code },
    { subject: 'time-to-object', value: '10 ngày', source: portal.id, record: code },
    reformFact(code),
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    beforeReform(mediation),
    { code: 'CONFLICT', procedure: code, text: 'Nguồn có hai thời hạn hòa giải, 30 ngày và 40 ngày; cần chọn một.' },
  ],
  aliases: [
    'tranh chấp đất',
    'hàng xóm lấn đất',
    'tranh chấp ranh giới',
    'lấn ranh đất',
    'cãi nhau chuyện đất đai',
    'tranh chấp lối đi chung',
    'hòa giải đất đai ở phường',
    'nhà bên xây lấn qua đất mình',
    'anh em tranh chấp đất',
    'kiện đất đai',
    'giành đất với nhau',
    'rào lấn đất',
    'bị chiếm đất',
    'giải quyết tranh chấp đất',
  ],
  exampleQuestions: [
    'Ông hàng xóm xây tường lấn qua đất nhà tôi nửa mét, tôi phải làm đơn gửi ai?',
    'Hai nhà cãi nhau cái ranh vườn, nhờ phường đứng ra nói chuyện được không?',
    'Anh em trong nhà giành nhau miếng đất của cha mẹ, ra phường hòa giải cần giấy gì?',
    'Bên kia không chịu tới họp hòa giải thì sao?',
    'Phường hòa giải chuyện đất mất bao nhiêu ngày?',
    'Người ta rào mất lối đi chung của xóm tôi, ai giải quyết?',
    'Hòa giải ở phường không xong thì kiện tiếp chỗ nào?',
  ],
  confusableWith: [
    {
      topic: 'khieu-nai',
      difference:
        'Tranh chấp giữa các nhà với nhau thì hòa giải; không đồng ý với quyết định của phường thì khiếu nại.',
    },
    {
      topic: 'hoa-giai-co-so',
      difference: 'Đây là nhờ hòa giải chuyện đất; công nhận hay thôi làm hòa giải viên là việc khác.',
    },
    {
      topic: 'cap-so-do-lan-dau',
      difference: 'Đất đang tranh chấp thì hòa giải trước; làm sổ cho đất chưa có sổ là việc khác.',
    },
  ],
}
