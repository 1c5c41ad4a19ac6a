import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { copyOf, filledIn, handedIn, uncounted } from '../papers.ts'
import { beforeReform, otherAgency, reformFact, speaksOf } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const pensioner = '1.014028'
const assisted = '1.001731'
const meritorious = '1.010824'
const veteran = '2.002307'
const porter = '1.014359'

const fees = [unknownFee('Lệ phí', 'not_stated', 'Nguồn cũng không ghi mức tiền được hưởng.')]
const threeDays: Topic['channels'][number]['timeLimit'] = {
  value: 3,
  unit: 'working_day',
  text: '3 ngày làm việc kể từ khi đủ giấy tờ.',
}
const meritText = 'Trợ cấp một lần và mai táng: 19 ngày; trợ cấp tuất hằng tháng: 24 ngày, kể từ khi đủ giấy tờ.'

const forPensioner = fromPortal({
  code: pensioner,
  name: 'Hỗ trợ chi phí mai táng đối với đối tượng hưởng trợ cấp hưu trí xã hội',
  decision: { number: '2180/QĐ-BYT', date: '2025-06-30' },
  updatedOn: '2026-05-13',
  recordId: '019d2bff-3508-7268-b54b-6ce79a8cbf0e',
})
const forAssisted = fromPortal({
  code: assisted,
  name: 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội',
  decision: { number: '2072/QĐ-BYT', date: '2025-06-24' },
  updatedOn: '2026-05-05',
  recordId: '019d2bfe-b7dd-7239-b166-b6cd79d326b8',
})
const forMeritorious = fromPortal({
  code: meritorious,
  name: 'Hưởng trợ cấp khi người có công đang hưởng trợ cấp ưu đãi từ trần',
  decision: { number: '639/QĐ-BNV', date: '2025-06-20' },
  updatedOn: '2026-04-17',
  recordId: '019d2bfa-fc36-7611-9219-adb6dee5774f',
})
const forVeteran = fromPortal({
  code: veteran,
  name: 'Giải quyết chế độ mai táng phí đối với cựu chiến binh',
  decision: { number: '547/QĐ-LĐTBXH', date: '2020-05-21' },
  updatedOn: '2026-04-29',
  recordId: '019d2bfb-4a4e-7368-a306-f665291850ca',
})
const forPorter = fromPortal({
  code: porter,
  name: 'Giải quyết chế độ mai táng phí đối với dân công hỏa tuyến tham gia kháng chiến chống Pháp, chống Mỹ, chiến tranh bảo vệ Tổ quốc và làm nhiệm vụ quốc tế',
  decision: { number: '1136/QĐ-BNV', date: '2025-10-03' },
  updatedOn: '2026-04-29',
  recordId: '019d2bfb-2b25-777d-a825-2823012ce7ec',
})

/** Declaration and proof of death share a row of the national form. */
function meritPapers(row: string) {
  const declaration = { ...uncounted, number: '12', issuedBy: 'Nghị định 131/2021/NĐ-CP' }
  return [
    filledIn('ban-khai', row, 'Bản khai xin trợ cấp khi người có công từ trần', declaration),
    copyOf('giay-bao-tu', row, 'Bản sao chứng thực giấy báo tử hoặc trích lục khai tử', uncounted),
  ]
}

export const maiTang: Topic = {
  key: 'mai-tang',
  kind: 'procedure',
  title: 'Tiền mai táng',
  task: 'xin tiền mai táng',
  summary: 'Hỗ trợ chi phí mai táng cho gia đình người đã mất, khi người đó thuộc diện được hưởng.',
  category: 'bao-tro-xa-hoi',
  procedures: [forPensioner, forAssisted, forMeritorious, forVeteran, forPorter],
  relatedProcedures: [
    { code: '1.000656', name: 'Thủ tục đăng ký khai tử', when: 'chưa làm giấy khai tử' },
    {
      code: '2.000821',
      name: 'Giải quyết hưởng chế độ tử tuất',
      when: 'người mất có đóng hoặc đang hưởng bảo hiểm xã hội',
    },
    {
      code: '2.002913',
      name: 'Liên thông điện tử: đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất',
      when: 'muốn làm cùng lúc với khai tử',
    },
    {
      code: '2.002308',
      name: 'Giải quyết chế độ mai táng phí đối với thanh niên xung phong thời kỳ chống Pháp',
      when: 'người mất là thanh niên xung phong thời chống Pháp',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice:
      'Người có công: nộp ở phường, xã đang giữ hồ sơ của người đó; dân công hỏa tuyến: nộp ở nơi thường trú.',
    howToReach: null,
  },
  cases: [
    {
      id: 'huong-huu-tri-xa-hoi',
      label: 'Người già hưởng hưu trí xã hội',
      words: [],
      procedure: pensioner,
      documents: [
        filledIn('to-khai', `${pensioner}-c1`, 'Tờ khai đề nghị hỗ trợ chi phí mai táng', {
          number: '02',
          issuedBy: 'Nghị định 176/2025/NĐ-CP',
        }),
      ],
    },
    {
      id: 'huong-tro-cap-xa-hoi',
      label: 'Người hưởng trợ cấp xã hội',
      words: [
        'trợ cấp xã hội',
        'bảo trợ xã hội',
        'khuyết tật',
        'thiên tai',
        'tai nạn',
        'hỏa hoạn',
        'đơn thân nghèo',
        'không có thân nhân',
      ],
      procedure: assisted,
      documents: [
        filledIn('to-khai', `${assisted}-c1`, 'Tờ khai đề nghị hỗ trợ chi phí mai táng', {
          number: '04',
          issuedBy: 'Nghị định 20/2021/NĐ-CP',
        }),
        copyOf('giay-chung-tu', `${assisted}-c2`, 'Bản sao giấy chứng tử hoặc giấy báo tử'),
        copyOf('quyet-dinh-thoi-huong', `${assisted}-c3`, 'Bản sao quyết định hoặc danh sách thôi hưởng trợ cấp', {
          condition: 'người mất từ đủ 80 tuổi, đang hưởng tiền tuất hoặc trợ cấp hằng tháng khác',
        }),
      ],
    },
    {
      id: 'nguoi-co-cong',
      label: 'Người có công',
      words: ['người có công', 'thương binh', 'bệnh binh', 'mẹ Việt Nam anh hùng', 'chất độc da cam'],
      procedure: meritorious,
      documents: meritPapers(`${meritorious}-c1`),
    },
    {
      id: 'tuat-hang-thang',
      label: 'Tiền tuất cho thân nhân người có công',
      words: ['tuất hằng tháng', 'trợ cấp tuất', 'tuất nuôi dưỡng', 'tuất của thương binh'],
      procedure: meritorious,
      documents: [
        ...meritPapers(`${meritorious}-c2`),
        copyOf('giay-khai-sinh', `${meritorious}-c2`, 'Bản sao chứng thực giấy khai sinh hoặc trích lục khai sinh', {
          ...uncounted,
          condition: 'người hưởng là con chưa đủ 18 tuổi',
        }),
        handedIn('giay-xac-nhan-di-hoc', `${meritorious}-c2`, 'Giấy xác nhận của trường đang học', {
          ...uncounted,
          condition: 'người hưởng là con từ đủ 18 tuổi còn đi học',
          note: 'Học nghề, cao đẳng, đại học thì thêm bản sao chứng thực bằng tốt nghiệp trung học phổ thông hoặc giấy của trường phổ thông.',
        }),
      ],
    },
    {
      id: 'cuu-chien-binh',
      label: 'Cựu chiến binh',
      words: ['cựu chiến binh', 'bộ đội', 'hội cựu chiến binh'],
      procedure: veteran,
      documents: [
        filledIn('ban-khai', `${veteran}-c1`, 'Bản khai của đại diện thân nhân hoặc người lo mai táng', {
          ...uncounted,
          number: 'TT1',
          issuedBy: 'Thông tư 05/2013/TT-BLĐTBXH',
          note: 'Đại diện thân nhân thì kèm biên bản ủy quyền.',
        }),
        handedIn('giay-chung-tu', `${veteran}-c1`, 'Giấy chứng tử', uncounted),
        handedIn('ho-so', `${veteran}-c1`, 'Hồ sơ của người có công với cách mạng', uncounted),
      ],
    },
    {
      id: 'dan-cong-hoa-tuyen',
      label: 'Dân công hỏa tuyến',
      words: ['dân công hỏa tuyến', 'dân công'],
      procedure: porter,
      documents: [
        handedIn('trich-sao', `${porter}-c1`, 'Bản trích sao quyết định đã được hưởng trợ cấp một lần'),
        handedIn('giay-chung-tu', `${porter}-c2`, 'Giấy chứng tử'),
      ],
    },
  ],
  steps: [
    { title: 'Làm giấy khai tử', text: 'Khai tử trước, vì nhiều diện phải nộp giấy chứng tử.' },
    { title: 'Nộp tờ khai', text: 'Người lo mai táng nộp tờ khai theo đúng diện của người mất.' },
    {
      title: 'Chờ quyết định',
      text: 'Diện hưu trí xã hội và bảo trợ xã hội do phường quyết định; người có công, cựu chiến binh, dân công hỏa tuyến thì phường xác nhận rồi gửi Sở Nội vụ.',
    },
  ],
  channels: [
    ...channels(['in_person', 'online', 'post'], { procedure: pensioner, timeLimit: threeDays, fees }),
    ...channels(['in_person', 'online', 'post'], { procedure: assisted, timeLimit: threeDays, fees }),
    ...channels(['in_person'], {
      procedure: meritorious,
      timeLimit: { value: 19, unit: 'day', text: meritText },
      fees,
    }),
    ...channels(['post'], { procedure: meritorious, timeLimit: { value: 24, unit: 'day', text: meritText }, fees }),
    ...channels(['in_person', 'post'], {
      procedure: veteran,
      timeLimit: { value: 25, unit: 'day', text: '25 ngày.' },
      fees,
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: porter,
      timeLimit: { value: 12, unit: 'working_day', text: '12 ngày làm việc kể từ khi đủ giấy tờ.' },
      fees,
    }),
  ],
  results: ['Quyết định hỗ trợ chi phí mai táng', 'Quyết định trợ cấp khi người có công từ trần'],
  eligibility: [
    'Người mất đang hưởng trợ cấp hưu trí xã hội, hoặc đã xin, đủ điều kiện mà phường chưa kịp ra quyết định.',
    'Người mất đang hưởng trợ cấp xã hội hằng tháng; con của người đơn thân nghèo; người từ đủ 80 tuổi đang hưởng tiền tuất hoặc trợ cấp hằng tháng khác.',
    'Gia đình có người mất, mất tích vì thiên tai, hỏa hoạn, dịch bệnh, tai nạn giao thông hoặc lao động nghiêm trọng; người đứng ra lo khi không ai nhận.',
    'Người mất là người có công đang hưởng trợ cấp, cựu chiến binh, dân công hỏa tuyến.',
  ],
  advice: [
    'Nguồn không ghi số tiền; gọi phường để hỏi.',
    'Chưa rõ người mất thuộc diện nào thì hỏi phường trước khi điền tờ khai.',
  ],
  legalBases: laws(
    '41/2024/QH15',
    '20/2021/NĐ-CP',
    '02/2020/UBTVQH14',
    '131/2021/NĐ-CP',
    '05/2013/TT-BLĐTBXH',
    '03/2020/TT-BLĐTBXH',
    '138/2015/TTLT-BQP-BLĐBXH-BTC',
    '147/2025/NĐ-CP',
    '129/2025/NĐ-CP',
    '42/2025/NĐ-CP',
    '25/2025/NĐ-CP',
    '45/2025/NĐ-CP',
    '190/2025/NQ-QH15',
  ),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal],
  facts: [
    reformFact(pensioner),
    { subject: 'age', value: 'từ đủ 80 tuổi', source: portal.id, record: assisted },
    { subject: 'age-of-the-child', value: 'chưa đủ 18 tuổi', source: portal.id, record: meritorious },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    beforeReform(forPensioner),
    beforeReform(forAssisted),
    beforeReform(forMeritorious),
    otherAgency(forMeritorious, 'Sở Nội vụ'),
    beforeReform(forVeteran),
    speaksOf(forVeteran, 'phòng lao động, thương binh và xã hội'),
    otherAgency(forVeteran, 'Sở Nội vụ'),
  ],
  aliases: [
    'tiền mai táng',
    'mai táng phí',
    'tiền chôn cất',
    'tiền ma chay',
    'tiền đám tang',
    'lãnh tiền mai táng',
    'trợ cấp mai táng',
    'trợ cấp cho nhà có đám tang',
    'hỗ trợ chi phí mai táng',
    'tiền phúng của nhà nước',
    'trợ cấp khi người già mất',
    'chế độ khi cựu chiến binh mất',
    'tiền hòm',
    'tiền hỏa táng',
    'trợ cấp thương binh từ trần',
    'tiền đám ma',
    'hỗ trợ tang lễ',
    'người già mất được bao nhiêu tiền',
    'mai táng cựu chiến binh',
    'mai táng phí người cao tuổi',
    'chôn cất người không thân nhân',
    'tiền thiêu',
    'mai táng cho dân công hỏa tuyến',
    'trợ cấp một lần khi thương binh mất',
    'chi phí an táng',
  ],
  exampleQuestions: [
    'Bà nội tôi 86 tuổi vừa mất, nhà nước có cho tiền chôn cất không?',
    'Ông ngoại là cựu chiến binh mới qua đời, gia đình được lãnh khoản nào?',
    'Má tôi đang lãnh tiền người già thì mất, giờ xin tiền mai táng ra sao?',
    'Đám xong rồi mới đi xin tiền ma chay có kịp không, cần giấy gì?',
    'Người bị tai nạn giao thông qua đời thì gia đình có được hỗ trợ mai táng không?',
    'Ba tôi thương binh vừa mất, làm hồ sơ tuất cho mẹ thế nào?',
    'Tiền mai táng được bao nhiêu, bao lâu thì nhận?',
    'Ông tôi mất tuần trước, nghe nói được hỗ trợ tiền đám, xin ở đâu?',
    'Cháu khuyết tật đang lãnh trợ cấp thì qua đời, gia đình xin mai táng phí cần giấy gì?',
    'Bố chồng tôi đi dân công hỏa tuyến, nay cụ mất thì có chế độ gì?',
    'Có người vô gia cư mất trong xóm, bà con lo chôn thì ai trả tiền?',
    'Mẹ liệt sĩ vừa mất, con làm giấy gì để nhận tiền mai táng?',
    'Nhà cháy có người thiệt mạng thì được hỗ trợ chôn cất không?',
  ],
  confusableWith: [
    {
      topic: 'khai-tu',
      difference: 'Đây là xin tiền lo đám tang; làm giấy khai tử là việc khác, làm trước.',
    },
    {
      topic: 'bhxh',
      difference: 'Người mất có đóng bảo hiểm xã hội thì chế độ tử tuất làm ở cơ quan bảo hiểm xã hội.',
    },
    {
      topic: 'nguoi-co-cong',
      difference: 'Đây là khi người có công đã mất; chế độ lúc còn sống và thờ cúng liệt sĩ là mục khác.',
    },
  ],
}
