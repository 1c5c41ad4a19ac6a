import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { filledIn, handedIn } from '../papers.ts'
import { beforeReform, reformFact } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const crops = '1.008004'
const well = '1.001662'
const cages = '1.014801'
const disease = '1.013997'
const fees = [unknownFee('Lệ phí', 'not_stated', null)]

const forCrops = fromPortal({
  code: crops,
  name: 'Chuyển đổi cơ cấu cây trồng, vật nuôi trên đất trồng lúa',
  decision: { number: '1000/QĐ-BNNMT', date: '2025-04-22' },
  updatedOn: '2026-04-21',
  recordId: '019d2bfa-4f9f-7354-9e92-57219bbd01e0',
})
const forWell = fromPortal({
  code: well,
  name: 'Đăng ký khai thác nước dưới đất',
  decision: { number: '248/QĐ-BNNMT', date: '2026-01-20' },
  updatedOn: '2026-04-14',
  recordId: '019d2bfa-0929-7304-8c4e-e9aea3f674ff',
})
const forCages = fromPortal({
  code: cages,
  name: 'Cấp, cấp lại Giấy xác nhận nuôi trồng thủy sản lồng bè, đối tượng thủy sản nuôi chủ lực (hoạt động trên nội địa thuộc phạm vi quản lý và cơ sở nuôi trồng thủy sản lồng bè thuộc thẩm quyền giao khu vực biển của Chủ tịch Ủy ban nhân dân cấp xã)',
  decision: { number: '339/QĐ-BNNMT', date: '2026-01-28' },
  updatedOn: '2026-04-21',
  recordId: '019d2bfa-9dfb-735b-9cfd-5c6f7a67eadb',
})
const forDisease = fromPortal({
  code: disease,
  name: 'Hỗ trợ cơ sở sản xuất bị thiệt hại do dịch bệnh động vật (cơ sở sản xuất không thuộc lực lượng vũ trang nhân dân)',
  decision: { number: '2313/QĐ-BNNMT', date: '2025-06-23' },
  updatedOn: '2026-04-21',
  recordId: '019d2bfa-8686-732b-b2d5-e6a422f1b242',
})

export const nongNghiepThuySan: Topic = {
  key: 'nong-nghiep-thuy-san',
  kind: 'procedure',
  title: 'Trồng trọt, chăn nuôi, nuôi cá, giếng khoan',
  task: 'đăng ký đổi cây trồng, nuôi cá, khoan giếng',
  summary:
    'Đổi cây trồng trên đất lúa, đăng ký giếng khoan, giấy nuôi cá lồng bè, hỗ trợ khi vật nuôi bị tiêu hủy vì dịch.',
  category: 'nong-nghiep',
  procedures: [forCrops, forWell, forCages, forDisease],
  relatedProcedures: [
    {
      code: '3.000439',
      name: 'Giao khu vực biển cho cá nhân Việt Nam để nuôi trồng thủy sản',
      when: 'xin một vùng biển để nuôi',
    },
    {
      code: '1.005412',
      name: 'Phê duyệt đối tượng được hỗ trợ phí bảo hiểm nông nghiệp',
      when: 'xin hỗ trợ phí bảo hiểm nông nghiệp',
    },
    { code: '1.012922', name: 'Kiểm tra hiện trường rừng trồng bị thiệt hại', when: 'rừng trồng bị thiệt hại' },
    { code: '3.000611', name: 'Đánh giá, phân hạng sản phẩm OCOP', when: 'muốn sản phẩm được xếp hạng OCOP' },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: null,
    howToReach: null,
  },
  cases: [
    {
      id: 'doi-cay-trong',
      label: 'Đổi cây trồng trên đất lúa',
      words: [],
      procedure: crops,
      documents: [
        filledIn('ban-dang-ky', `${crops}-c1`, 'Bản đăng ký chuyển đổi cây trồng, vật nuôi trên đất lúa', {
          issuedBy: 'Nghị định 112/2024/NĐ-CP',
        }),
      ],
    },
    {
      id: 'gieng-khoan',
      label: 'Giếng khoan, nước dưới đất',
      words: ['giếng', 'nước ngầm', 'nước dưới đất', 'khoan nước', 'bơm nước'],
      procedure: well,
      documents: [
        filledIn('to-khai-13', `${well}-c1`, 'Tờ khai đăng ký công trình khai thác nước dưới đất', {
          number: '13',
          issuedBy: 'Nghị định 23/2026/NĐ-CP',
          note: 'Dùng khi lấy nước không quá 10 mét khối mỗi ngày đêm.',
        }),
        filledIn('to-khai-14', `${well}-c2`, 'Tờ khai cho nước trong mỏ', {
          number: '14',
          issuedBy: 'Nghị định 23/2026/NĐ-CP',
          condition: 'lấy nước trong mỏ để tuyển quặng hoặc bơm khô mỏ',
        }),
      ],
    },
    {
      id: 'nuoi-long-be',
      label: 'Nuôi cá lồng bè, thủy sản chủ lực',
      words: ['lồng bè', 'nuôi cá', 'nuôi tôm', 'lồng nuôi', 'thủy sản', 'bè cá', 'ao nuôi', 'nuôi hàu'],
      procedure: cages,
      documents: [
        filledIn('don-cap', `${cages}-c2`, 'Đơn đề nghị cấp giấy xác nhận', {
          number: '25',
          issuedBy: 'Nghị định 41/2026/NĐ-CP',
          note: 'Trên mẫu ghi là 25.NT.',
        }),
        handedIn('so-do', `${cages}-c1`, 'Sơ đồ mặt bằng vị trí ao, lồng nuôi, có chủ cơ sở xác nhận', { copies: 1 }),
        filledIn('don-cap-lai', `${cages}-c3`, 'Đơn đề nghị cấp lại giấy xác nhận', {
          number: '26',
          issuedBy: 'Nghị định 41/2026/NĐ-CP',
          condition: 'xin cấp lại',
          note: 'Trên mẫu ghi là 26.NT.',
        }),
        handedIn('giay-thay-doi', `${cages}-c4`, 'Sơ đồ mới hoặc giấy chứng minh đổi chủ', {
          condition: 'xin cấp lại vì đổi quy mô hoặc đổi chủ',
        }),
      ],
    },
    {
      id: 'dich-benh',
      label: 'Vật nuôi bị tiêu hủy vì dịch',
      words: [
        'bị dịch',
        'dịch bệnh',
        'lở mồm long móng',
        'tiêu hủy',
        'heo bệnh',
        'gà bệnh',
        'lợn bệnh',
        'dịch tả',
        'cúm gà',
        'chết dịch',
        'thiệt hại',
      ],
      procedure: disease,
      documents: [
        filledIn('don-ho-tro', `${disease}-c1`, 'Đơn đề nghị hỗ trợ', {
          copies: 1,
          number: '2a',
          issuedBy: 'Nghị định 116/2025/NĐ-CP',
          note: 'Tùy loại cơ sở, dùng mẫu 2a hoặc 2b; hỏi phường.',
        }),
      ],
    },
  ],
  steps: [
    { title: 'Nộp giấy', text: 'Nộp tại phường, gửi bưu điện hoặc nộp trực tuyến.' },
    {
      title: 'Phường xem xét',
      text: 'Đổi cây trồng thì phường so với kế hoạch hằng năm; nuôi lồng bè thì so với quy hoạch.',
    },
    {
      title: 'Vật nuôi bị dịch',
      text: 'Phường lập biên bản lúc tiêu hủy; nộp đơn trong 30 ngày kể từ khi tiêu hủy xong; kết quả dán công khai 5 ngày.',
    },
    { title: 'Nhận kết quả', text: 'Không được thì có văn bản nói rõ lý do.' },
  ],
  channels: [
    ...channels(['in_person', 'online', 'post'], {
      procedure: crops,
      timeLimit: { value: 5, unit: 'working_day', text: '5 ngày làm việc kể từ khi hồ sơ hợp lệ.' },
      fees,
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: well,
      timeLimit: { value: 7, unit: 'working_day', text: '7 ngày làm việc.' },
      fees,
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: cages,
      timeLimit: { value: null, unit: null, text: '5 ngày làm việc kể từ khi hồ sơ đầy đủ, hợp lệ.' },
      fees,
    }),
    ...channels(['in_person'], {
      procedure: disease,
      timeLimit: {
        value: 25,
        unit: 'working_day',
        text: '25 ngày kể từ ngày thẩm định; bảng của Cổng tính là ngày làm việc.',
      },
      fees,
      note: 'Phần các bước cho gửi bưu điện và nộp trực tuyến nữa.',
    }),
  ],
  results: [
    'Văn bản chấp thuận chuyển đổi cây trồng, vật nuôi',
    'Xác nhận đăng ký khai thác nước dưới đất',
    'Giấy xác nhận nuôi trồng thủy sản',
    'Quyết định hỗ trợ thiệt hại do dịch bệnh động vật',
  ],
  eligibility: [
    'Đổi cây trồng: từ đất lúa sang cây lâu năm, hoặc trồng lúa kết hợp nuôi cá.',
    'Giếng khoan: tờ khai này không dành cho hộ gia đình lấy nước sinh hoạt của nhà mình.',
    'Nuôi lồng bè: đúng nơi được phép, có chỗ chứa chất thải riêng, bảo đảm môi trường và thú y.',
    'Vật nuôi bị dịch: phải là loại buộc tiêu hủy và có biên bản tiêu hủy của phường.',
  ],
  advice: [
    'Đổi hẳn đất lúa sang đất ở, đất vườn là chuyển mục đích sử dụng đất, không phải mục này.',
    'Nguồn không ghi mức hỗ trợ khi vật nuôi bị tiêu hủy; gọi phường để hỏi.',
  ],
  legalBases: laws(
    '112/2024/NĐ-CP',
    '28/2023/QH15',
    '23/2026/NĐ-CP',
    '54/2024/NĐ-CP',
    '18/2017/QH14',
    '41/2026/NĐ-CP',
    '116/2025/NĐ-CP',
    '131/2025/NĐ-CP',
    '14/2025/TT-BNNMT',
    '146/2025/QH15',
    '31/2024/QH15',
    '43/2024/QH15',
  ),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal],
  facts: [
    reformFact(crops),
    { subject: 'well-size', value: '10m3', source: portal.id, record: well },
    { subject: 'cage-time', value: '05 ngày làm việc', source: portal.id, record: cages },
    { subject: 'cage-form', value: '25.NT', source: portal.id, record: cages },
    { subject: 'cage-form-again', value: '26.NT', source: portal.id, record: cages },
    { subject: 'disease-forms', value: 'Mẫu số 2b', source: portal.id, record: disease },
    { subject: 'disease-deadline', value: '30 ngày', source: portal.id, record: disease },
    { subject: 'disease-posted', value: '05 ngày', source: portal.id, record: disease },
    { subject: 'disease-time', value: '25 ngày', source: portal.id, record: disease },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [beforeReform(forCrops), beforeReform(forDisease)],
  aliases: [
    'đổi cây trồng trên đất lúa',
    'chuyển đất lúa sang trồng cây',
    'đăng ký giếng khoan',
    'khoan giếng',
    'nước ngầm',
    'nuôi cá lồng bè',
    'nuôi tôm',
    'heo bị dịch tả',
    'tiêu hủy heo gà',
    'hỗ trợ dịch bệnh gia súc',
    'nuôi trồng thủy sản',
    'trồng cây ăn trái trên ruộng',
    'ruộng lúa đào ao nuôi cá',
    'bè cá trên sông',
    'lợn chết dịch đền bù',
    'giấy xác nhận nuôi thủy sản',
    'chuyển đổi cây trồng',
    'đất ruộng trồng cây lâu năm',
    'đất lúa nuôi tôm',
    'bỏ lúa trồng cây khác',
    'đào ao nuôi cá trên ruộng',
    'giếng khoan tưới cây',
    'xin khoan giếng',
    'khai thác nước ngầm',
    'đăng ký nuôi tôm hùm',
    'lồng nuôi cá trên biển',
    'giấy xác nhận bè cá',
    'dịch tả heo châu Phi',
    'gà bị cúm tiêu hủy',
    'đền bù heo chết',
    'hỗ trợ chăn nuôi bị dịch',
    'bò bị lở mồm long móng',
  ],
  exampleQuestions: [
    'Ruộng lúa nhà tôi hay bị mặn, muốn chuyển qua trồng dừa thì xin ai?',
    'Đàn heo bị dịch tả phải chôn hết, nhà nước đền bao nhiêu, nộp đơn ở đâu?',
    'Tôi nuôi cá bè trên sông, cần giấy xác nhận gì của phường?',
    'Khoan cái giếng để tưới rau bán thì có phải khai báo không?',
    'Đổi chủ bè cá rồi thì giấy nuôi thủy sản có phải xin lại không?',
    'Trồng lúa kết hợp thả tôm có cần đăng ký không?',
    'Đăng ký giếng khoan mấy ngày xong?',
    'Đất lúa không có nước, muốn trồng mía thay thì đăng ký thế nào?',
    'Bò nhà tôi bị lở mồm long móng phải tiêu hủy, xin hỗ trợ cần giấy gì?',
    'Nuôi hàu, nuôi cá lồng ngoài vịnh thì đăng ký ở đâu?',
    'Giếng khoan dùng cho trại gà có phải xin phép không?',
    'Heo bệnh đã chôn hơn tháng rồi còn xin hỗ trợ được không?',
    'Muốn đào ao thả cá trong ruộng lúa thì xin phường thế nào?',
    'Giấy nuôi tôm bị mất thì xin cấp lại mấy ngày?',
  ],
  confusableWith: [
    {
      topic: 'chuyen-muc-dich-dat',
      difference:
        'Đây là đổi cây trồng mà đất vẫn là đất lúa; đổi sang đất ở, đất vườn là chuyển mục đích sử dụng đất.',
    },
  ],
}
