import type { Channel, RequiredDocument, Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { beforeReform, reformFact } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const decision = { number: '2082/QĐ-BYT', date: '2025-06-24' }

const registration = fromPortal({
  code: '1.004941',
  name: 'Đăng ký nhận chăm sóc thay thế cho trẻ em đối với cá nhân, người đại diện gia đình nhận chăm sóc thay thế không phải là người thân thích của trẻ em',
  decision,
  updatedOn: '2026-05-06',
  recordId: '019d2bff-061f-74ea-9f1a-7afff1ba691a',
})
const notification = fromPortal({
  code: '2.001944',
  name: 'Thông báo nhận chăm sóc thay thế cho trẻ em đối với cá nhân, người đại diện gia đình nhận chăm sóc thay thế là người thân thích của trẻ em',
  decision,
  updatedOn: '2026-05-06',
  recordId: '019d2bff-5457-7246-b12e-d42023faa8a7',
})
const ending = fromPortal({
  code: '1.004944',
  name: 'Chấm dứt việc chăm sóc thay thế cho trẻ em',
  decision,
  updatedOn: '2026-05-06',
  recordId: '019d2bff-061e-754b-9a9b-2d642bcabeb4',
})

function form(name: string, note: string | null, ...components: string[]): RequiredDocument {
  return {
    id: 'don',
    name,
    role: 'form',
    originals: 1,
    copies: 0,
    condition: null,
    note,
    form: { number: null, issuedBy: null },
    components,
  }
}

function handover(procedure: string): Channel[] {
  return channels(['in_person', 'post'], {
    procedure,
    timeLimit: {
      value: 15,
      unit: 'working_day',
      text: 'Có quyết định rồi thì 15 ngày làm việc nữa phường giao trẻ, giao quyết định. Nguồn không ghi ra quyết định mất bao lâu.',
    },
    fees: [unknownFee('Lệ phí', 'not_stated', null)],
  })
}

export const chamSocThayThe: Topic = {
  key: 'cham-soc-thay-the',
  kind: 'procedure',
  title: 'Nhận chăm sóc thay thế cho trẻ em',
  task: 'nhận chăm sóc thay thế cho trẻ',
  summary: 'Nhận nuôi trẻ không sống được với cha mẹ, theo quyết định của phường; không phải nhận con nuôi.',
  category: 'giao-duc',
  procedures: [registration, notification, ending],
  relatedProcedures: [
    {
      code: '2.001942',
      name: 'Chuyển trẻ em đang được chăm sóc thay thế tại cơ sở trợ giúp xã hội đến cá nhân, gia đình nhận chăm sóc thay thế',
      when: 'trẻ đang ở cơ sở trợ giúp xã hội',
    },
    {
      code: '1.004946',
      name: 'Áp dụng các biện pháp can thiệp khẩn cấp hoặc tạm thời cách ly trẻ em khỏi môi trường hoặc người gây tổn hại cho trẻ em',
      when: 'trẻ đang bị xâm hại hoặc gặp nguy hiểm: báo ngay phường hoặc công an',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Chủ tịch Ủy ban nhân dân cấp xã',
    whichOffice: 'Đăng ký ở phường, xã nơi người nhận trẻ cư trú.',
    howToReach: null,
  },
  cases: [
    {
      id: 'khong-phai-nguoi-than',
      label: 'Người ngoài nhận',
      words: [],
      procedure: registration.code,
      documents: [
        form('Đơn đăng ký nhận chăm sóc thay thế', null, `${registration.code}-c1`),
        {
          id: 'giay-kham-suc-khoe',
          name: 'Giấy khám sức khỏe trong 6 tháng tính đến ngày nộp',
          role: 'submit',
          originals: 1,
          copies: 0,
          condition: null,
          note: null,
          form: null,
          components: [`${registration.code}-c3`],
        },
        {
          id: 'ly-lich-tu-phap',
          name: 'Lý lịch tư pháp',
          role: 'submit',
          originals: 1,
          copies: 0,
          condition: 'người nhận là người nước ngoài',
          note: null,
          form: null,
          components: [`${registration.code}-c2`],
        },
      ],
    },
    {
      id: 'nguoi-than',
      label: 'Người thân nhận',
      words: [
        'cháu ruột',
        'cháu nội',
        'cháu ngoại',
        'ông bà',
        'cô ruột',
        'dì ruột',
        'chú ruột',
        'bác ruột',
        'họ hàng',
        'bà con của trẻ',
      ],
      procedure: notification.code,
      documents: [
        form(
          'Đơn theo mẫu của phường',
          'Cổng ghi đây là đơn đề nghị chấm dứt việc chăm sóc thay thế, có thể ghi nhầm; hỏi phường trước khi điền.',
          `${notification.code}-c1`,
        ),
      ],
    },
    {
      id: 'cham-dut',
      label: 'Thôi chăm sóc',
      words: [
        'chấm dứt',
        'thôi nuôi',
        'không nuôi nữa',
        'trả lại trẻ',
        'thôi chăm sóc',
        'không chăm sóc nữa',
        'trả bé',
      ],
      procedure: ending.code,
      documents: [
        form(
          'Đơn đề nghị chấm dứt việc chăm sóc thay thế',
          'Theo Mẫu số 15 kèm Nghị định 56/2017/NĐ-CP; quyết định theo Mẫu số 16 do phường làm.',
          `${ending.code}-c1`,
          `${ending.code}-c2`,
        ),
      ],
    },
  ],
  steps: [
    {
      title: 'Đăng ký hoặc báo phường',
      text: 'Người ngoài nộp đơn đăng ký; người thân của trẻ không phải đăng ký, nhưng phải báo phường nơi mình ở.',
    },
    {
      title: 'Phường xem điều kiện',
      text: 'Đủ điều kiện thì được vào danh sách; người thân thì cán bộ bảo vệ trẻ em đến xác minh.',
    },
    { title: 'Quyết định và giao trẻ', text: 'Chủ tịch phường quyết định, rồi phường tổ chức giao trẻ.' },
  ],
  channels: [
    ...handover(registration.code),
    ...handover(notification.code),
    ...channels(['in_person', 'post'], {
      procedure: ending.code,
      timeLimit: {
        value: 5,
        unit: 'working_day',
        text: '5 ngày làm việc kể từ khi nhận đơn; nộp ở phường đã ra quyết định giao trẻ.',
      },
      fees: [unknownFee('Lệ phí', 'not_stated', null)],
    }),
  ],
  results: ['Quyết định giao, nhận trẻ em', 'Quyết định chấm dứt việc chăm sóc thay thế'],
  eligibility: [
    'Đang sống ở Việt Nam, đủ sức khỏe, đủ năng lực hành vi, đạo đức tốt, có chỗ ở và kinh tế phù hợp.',
    'Cả nhà đồng lòng; không ai bị xử lý về hành vi xâm hại trẻ em.',
    'Người thân của trẻ thì phải là người thành niên; người ngoài thì hơn trẻ từ 20 tuổi trở lên.',
    'Người nước ngoài phải ở Việt Nam ít nhất 6 tháng và còn thời hạn cư trú ít nhất 12 tháng.',
  ],
  advice: ['Đăng ký xong là vào danh sách chờ; khi có trẻ cần chăm sóc, phường mới chọn gia đình.'],
  legalBases: laws('102/2016/QH13', '56/2017/NĐ-CP', '147/2025/NĐ-CP', '42/2025/NĐ-CP'),
  scheduledChanges: [],
  disagreements: [
    {
      aspect: 'form',
      text: 'Với người thân của trẻ, Cổng ghi tên đơn chấm dứt chăm sóc, có thể nhầm; hỏi phường trước khi điền.',
    },
  ],
  sources: [portal],
  facts: [
    { subject: 'health-paper-valid-for', value: '06 tháng', source: portal.id, record: registration.code },
    { subject: 'age-difference', value: '20 tuổi', source: portal.id, record: registration.code },
    { subject: 'foreigner-stays-for', value: '12 tháng', source: portal.id, record: registration.code },
    { subject: 'form-to-end', value: 'Mẫu số 15', source: portal.id, record: ending.code },
    { subject: 'form-of-the-decision', value: 'Mẫu số 16', source: portal.id, record: ending.code },
    reformFact(registration.code),
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [beforeReform(registration), beforeReform(notification), beforeReform(ending)],
  aliases: [
    'chăm sóc thay thế',
    'gia đình nhận nuôi tạm trẻ',
    'nhận nuôi dưỡng trẻ bị bỏ rơi một thời gian',
    'đỡ đầu trẻ mồ côi tại nhà',
    'cưu mang trẻ không nơi nương tựa',
    'nhận trẻ cơ nhỡ về chăm',
    'đăng ký làm gia đình chăm trẻ',
    'nuôi giùm đứa nhỏ cha mẹ bỏ đi',
    'trẻ không ai chăm sóc cần người nhận',
    'nhận chăm cháu vì cha mẹ đi tù',
    'thôi nhận chăm sóc trẻ',
    'gia đình chăm sóc thay thế',
    'nhận trẻ về chăm sóc',
    'nhận chăm trẻ mồ côi',
    'nhận nuôi tạm trẻ',
    'chăm trẻ lang thang',
    'chăm sóc cháu thay cha mẹ',
  ],
  exampleQuestions: [
    'Gần nhà có đứa bé cha mẹ bỏ đi, tôi muốn đem về chăm một thời gian chứ không nhận làm con, phải xin phép ai?',
    'Nhà tôi có điều kiện, muốn đăng ký với phường để khi nào có trẻ lang thang thì cho về ở chăm giúp',
    'Cha mẹ cháu đi tù cả, cô ruột muốn đón cháu về chăm thì phải báo phường như thế nào?',
    'Nhận chăm trẻ tạm thời thì cần điều kiện gì, bao nhiêu tuổi trở lên?',
    'Tôi đang chăm sóc một bé theo quyết định của phường, nay đau yếu không chăm nổi nữa thì làm đơn gì?',
    'Đăng ký làm gia đình chăm sóc thay thế có phải khám sức khỏe không?',
    'Người nước ngoài ở đây có được nhận chăm trẻ mồ côi tạm thời không?',
  ],
  confusableWith: [
    {
      topic: 'nuoi-con-nuoi',
      difference:
        'Chăm sóc thay thế là nuôi trẻ theo quyết định của phường, không thành con; muốn thành con thì nhận con nuôi.',
    },
    {
      topic: 'giam-ho',
      difference: 'Chăm sóc thay thế là nuôi dưỡng trẻ; giám hộ là đại diện về giấy tờ, pháp luật.',
    },
    {
      topic: 'tro-cap-xa-hoi',
      difference: 'Đây là xin nhận trẻ về chăm; xin tiền trợ cấp hằng tháng cho trẻ mồ côi là trợ cấp xã hội.',
    },
  ],
}
