import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { copyOf, filledIn, handedIn, uncounted } from '../papers.ts'
import { beforeReform, otherAgency, reformFact, speaksOf } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const lunch = '1.001622'
const admission = '3.000182'
const transfer = '2.002854'
const studyCosts = '1.014336'
const fees = [unknownFee('Lệ phí', 'not_stated', 'Nguồn cũng không ghi mức tiền được hưởng.')]

const forLunch = fromPortal({
  code: lunch,
  name: 'Hỗ trợ ăn trưa đối với trẻ em mẫu giáo',
  decision: { number: '985/QĐ-BGDĐT', date: '2026-04-22' },
  updatedOn: '2026-05-26',
  recordId: '019d2bf8-98e7-70fc-a7e2-3c4617d4c507',
})
const forAdmission = fromPortal({
  code: admission,
  name: 'Tuyển sinh trung học cơ sở',
  decision: { number: '1693/QĐ-BGDĐT', date: '2025-06-25' },
  updatedOn: '2026-04-14',
  recordId: '019d2bf8-d78d-7335-bc84-dc4d5274946e',
})
const forTransfer = fromPortal({
  code: transfer,
  name: 'Chuyển trường và tiếp nhận học sinh',
  decision: { number: '1130/QĐ-BGDĐT', date: '2026-05-11' },
  updatedOn: '2026-06-01',
  recordId: '019e4f04-8e6e-72c9-99e6-b2edd45b4a83',
})
const forStudyCosts = fromPortal({
  code: studyCosts,
  name: 'Đề nghị hỗ trợ chi phí học tập trong cơ sở giáo dục mầm non công lập, cơ sở giáo dục phổ thông công lập, cơ sở giáo dục công lập thực hiện chương trình giáo dục phổ thông',
  decision: { number: '2624/QĐ-BGDĐT', date: '2025-09-17' },
  updatedOn: '2026-04-14',
  recordId: '019d2bf8-c7e3-744b-8bd9-0747eeabb2db',
})

/** The school compares a copy with its original itself. */
const compared = 'Bản sao chứng thực, hoặc bản sao kèm bản chính để trường đối chiếu.'

export const treEmGiaoDuc: Topic = {
  key: 'tre-em-giao-duc',
  kind: 'procedure',
  title: 'Việc học của con: ăn trưa, vào lớp 6, chuyển trường',
  task: 'xin học, chuyển trường, xin tiền ăn trưa cho con',
  summary: 'Xin tiền ăn trưa mẫu giáo, tiền chi phí học tập, cho con vào lớp 6, chuyển trường; đều nộp ở trường.',
  category: 'giao-duc',
  procedures: [forLunch, forAdmission, forTransfer, forStudyCosts],
  relatedProcedures: [
    {
      code: '1.014337',
      name: 'Đề nghị hỗ trợ chi phí học tập trong cơ sở giáo dục mầm non dân lập, tư thục; trường tiểu học tư thục, trường trung học cơ sở tư thục, cơ sở giáo dục thường xuyên tư thục; cơ sở giáo dục mầm non, trường tiểu học, trung học cơ sở trong các trường đại học, cao đẳng, viện nghiên cứu',
      when: 'con học trường tư mà xin chi phí học tập',
    },
    {
      code: '1.008950',
      name: 'Trợ cấp đối với trẻ em mầm non là con công nhân, người lao động làm việc tại khu công nghiệp',
      when: 'cha mẹ làm ở khu công nghiệp, con học mầm non',
    },
    {
      code: '1.001714',
      name: 'Cấp học bổng và hỗ trợ kinh phí mua phương tiện, đồ dùng học tập dùng riêng cho người khuyết tật học tại các cơ sở giáo dục',
      when: 'con khuyết tật đang đi học',
    },
    {
      code: '2.002770',
      name: 'Xét duyệt học sinh bán trú, học viên bán trú hỗ trợ kinh phí, hỗ trợ gạo',
      when: 'con học bán trú xin tiền, xin gạo',
    },
    {
      code: '3.000465',
      name: 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc',
      when: 'cần bản sao bằng tốt nghiệp, chứng chỉ',
    },
  ],
  authority: {
    kind: 'elsewhere',
    name: 'Trường học của con',
    whichOffice: 'Chuyển trường thì nộp ở trường sẽ chuyển đến.',
    howToReach: 'Nộp ngay tại trường; phường duyệt danh sách ăn trưa và danh sách vào lớp 6 do trường gửi lên.',
  },
  cases: [
    {
      id: 'an-trua-mau-giao',
      label: 'Tiền ăn trưa mẫu giáo',
      words: [],
      procedure: lunch,
      documents: [
        copyOf('giay-ho-ngheo', `${lunch}-c5`, 'Giấy chứng nhận hộ nghèo, hộ cận nghèo', {
          condition: 'nhà thuộc hộ nghèo, cận nghèo',
          note: `${compared} Mỗi năm học nộp lại giấy mới.`,
        }),
        copyOf('giay-khuyet-tat', `${lunch}-c6`, 'Giấy xác nhận khuyết tật hoặc quyết định trợ cấp xã hội', {
          condition: 'trẻ khuyết tật học hòa nhập',
          note: compared,
        }),
        copyOf(
          'giay-mo-coi',
          [`${lunch}-c1`, `${lunch}-c2`, `${lunch}-c3`],
          'Giấy nhận con nuôi, giấy xác nhận mồ côi hoặc quyết định trợ cấp xã hội',
          {
            condition: 'trẻ mồ côi, bị bỏ rơi, không có nguồn nuôi dưỡng',
            note: `Một trong các giấy này. ${compared}`,
          },
        ),
        copyOf('giay-nguoi-co-cong', `${lunch}-c4`, 'Giấy xác nhận người có công và giấy khai sinh của trẻ', {
          condition: 'trẻ là con liệt sĩ, thương binh, bệnh binh',
          note: compared,
        }),
        handedIn('so-dinh-danh', `${lunch}-c7`, 'Số định danh của trẻ, cha, mẹ hoặc người nuôi', {
          ...uncounted,
          condition: 'nhà ở thôn, xã đặc biệt khó khăn',
          note: 'Chỉ cần cho trường biết số.',
        }),
        copyOf('giay-cu-tru', `${lunch}-c8`, 'Căn cước hoặc giấy xác nhận cư trú', {
          condition: 'nhà ở thôn, xã đặc biệt khó khăn mà trường không tra được nơi cư trú',
        }),
      ],
    },
    {
      id: 'vao-lop-6',
      label: 'Cho con vào lớp 6',
      words: ['lớp 6', 'lớp sáu', 'cấp 2', 'cấp hai', 'trung học cơ sở', 'tuyển sinh'],
      procedure: admission,
      documents: [
        handedIn('theo-thong-bao', `${admission}-c1`, 'Giấy tờ theo thông báo tuyển sinh của trường', {
          ...uncounted,
          note: 'Nguồn chưa quy định giấy tờ cụ thể.',
        }),
      ],
    },
    {
      id: 'chuyen-truong',
      label: 'Chuyển trường',
      words: ['chuyển trường', 'đổi trường', 'trường khác', 'trường mới', 'chuyển lớp', 'xin qua trường'],
      procedure: transfer,
      documents: [
        filledIn('don-chuyen-truong', `${transfer}-c1`, 'Đơn xin chuyển trường'),
        handedIn('bang-ket-qua', `${transfer}-c2`, 'Bảng tổng hợp kết quả rèn luyện và học tập'),
        handedIn('ke-hoach-ca-nhan', `${transfer}-c3`, 'Kế hoạch giáo dục cá nhân', {
          condition: 'học sinh khuyết tật có kế hoạch này',
        }),
      ],
    },
    {
      id: 'chi-phi-hoc-tap',
      label: 'Hỗ trợ chi phí học tập',
      words: ['chi phí học tập', 'tiền học', 'học phí', 'tiền sách vở', 'hỗ trợ học tập', 'đóng tiền trường'],
      procedure: studyCosts,
      documents: [
        filledIn('don-chi-phi-hoc-tap', `${studyCosts}-c1`, 'Đơn đề nghị hỗ trợ chi phí học tập', {
          copies: 1,
          issuedBy: 'Nghị định 238/2025/NĐ-CP',
          note: 'Kèm giấy chứng minh diện được hỗ trợ.',
        }),
      ],
    },
  ],
  steps: [
    { title: 'Nộp ở trường', text: 'Nộp trực tiếp, gửi bưu điện hoặc nộp trực tuyến cho trường.' },
    {
      title: 'Ăn trưa mẫu giáo',
      text: 'Trường thông báo vào tháng 8; nộp trong 15 ngày làm việc; phường duyệt danh sách, trường trả tiền làm hai lần trong năm học.',
    },
    {
      title: 'Vào lớp 6',
      text: 'Kế hoạch tuyển sinh công bố trước ngày 31 tháng 3; trường xét tuyển, Chủ tịch phường duyệt danh sách.',
    },
    { title: 'Chuyển trường', text: 'Trường chuyển đến xem xét; không nhận thì ghi rõ lý do vào đơn và trả lại.' },
    { title: 'Chi phí học tập', text: 'Nộp trong 45 ngày làm việc từ ngày khai giảng; nộp trễ thì tính từ lúc nộp.' },
  ],
  channels: [
    ...channels(['in_person', 'online', 'post'], {
      procedure: lunch,
      timeLimit: {
        value: 24,
        unit: 'working_day',
        text: 'Nhiều nhất 24 ngày làm việc kể từ ngày hết hạn nộp ở trường.',
      },
      fees,
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: admission,
      timeLimit: { value: 30, unit: 'working_day', text: '30 ngày làm việc; ngày cụ thể theo thông báo của trường.' },
      fees,
      note: 'Trường ưu tiên nhận trực tuyến; nơi chưa làm được thì nộp trực tiếp hoặc gửi bưu điện.',
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: transfer,
      timeLimit: {
        value: 8,
        unit: 'working_day',
        text: 'Trong cùng tỉnh, thành phố: 5 ngày làm việc; từ tỉnh, thành phố khác: 8 ngày làm việc.',
      },
      fees,
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: studyCosts,
      timeLimit: { value: 10, unit: 'working_day', text: '10 ngày làm việc kể từ khi hết hạn nộp.' },
      fees,
    }),
  ],
  results: [
    'Danh sách trẻ mẫu giáo được hỗ trợ ăn trưa',
    'Học sinh được nhận vào lớp 6',
    'Trường chuyển đến đồng ý nhận học sinh',
    'Danh sách được hỗ trợ chi phí học tập',
  ],
  eligibility: [
    'Ăn trưa: trẻ mẫu giáo nhà nghèo, cận nghèo, khuyết tật học hòa nhập, mồ côi, con người có công, hoặc ở thôn, xã đặc biệt khó khăn.',
    'Vào lớp 6: học xong tiểu học hoặc xóa mù chữ giai đoạn 2, trong độ tuổi quy định.',
    'Chuyển trường: theo cha mẹ đổi nơi ở, hoặc nhà khó khăn, có lý do chính đáng.',
  ],
  advice: [
    'Vào mầm non, lớp 1, lớp 10: nguồn chưa có hướng dẫn; hỏi trường.',
    'Giấy ăn trưa nộp một lần cho cả thời gian học mẫu giáo; riêng hộ nghèo, cận nghèo nộp bổ sung mỗi năm học.',
    'Chuyển trường giữa năm học mẫu giáo thì xin lại giấy tờ ăn trưa để nộp cho trường mới.',
  ],
  legalBases: laws(
    '105/2020/NĐ-CP',
    '30/2024/TT-BGDĐT',
    '15/2026/TT-BGDĐT',
    '238/2025/NĐ-CP',
    '142/2025/NĐ-CP',
    '66.7/2025/NQ-CP',
    '104/2022/NĐ-CP',
  ),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal],
  facts: [
    reformFact(admission),
    { subject: 'lunch-month', value: 'Tháng 8', source: portal.id, record: lunch },
    { subject: 'lunch-deadline', value: '15 ngày làm việc', source: portal.id, record: lunch },
    { subject: 'class', value: 'lớp 6', source: portal.id, record: admission },
    { subject: 'literacy', value: 'giai đoạn 2', source: portal.id, record: admission },
    { subject: 'plan-published', value: '31 tháng 3', source: portal.id, record: admission },
    { subject: 'within-the-province', value: '05 ngày làm việc', source: portal.id, record: transfer },
    { subject: 'costs-deadline', value: '45 ngày làm việc', source: portal.id, record: studyCosts },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    speaksOf(forLunch, 'cấp huyện và chứng minh nhân dân'),
    otherAgency(forLunch, 'cơ sở giáo dục'),
    beforeReform(forAdmission),
    otherAgency(forAdmission, 'trường trung học cơ sở'),
    otherAgency(forStudyCosts, 'cơ sở giáo dục'),
  ],
  aliases: [
    'hỗ trợ ăn trưa',
    'tiền ăn trưa mẫu giáo',
    'tiền ăn cho trẻ mầm non',
    'vào lớp 6',
    'tuyển sinh lớp 6',
    'xin học cấp hai cho con',
    'chuyển trường cho con',
    'xin học trường khác',
    'đổi trường',
    'rút hồ sơ học bạ',
    'hỗ trợ chi phí học tập',
    'miễn giảm học phí',
    'con đi học mẫu giáo nhà nghèo',
    'trái tuyến',
    'xin học cho con',
    'cho con nhập học',
    'tiền học cho con nhà nghèo',
    'xin cho con học trường gần nhà',
    'nhập học lớp 6',
    'hồ sơ vào lớp 6',
    'chuyển trường cấp 2',
    'chuyển trường tiểu học',
    'tiền cơm trưa cho trẻ',
    'trẻ mẫu giáo được hỗ trợ gì',
    'xin miễn học phí',
    'đơn xin chuyển trường',
    'chuyển học bạ',
    'hỗ trợ học sinh nghèo',
    'trợ cấp đi học cho con',
    'nộp hồ sơ cấp hai',
    'xin vào trường mầm non',
    'con khuyết tật đi học',
  ],
  exampleQuestions: [
    'Nhà nghèo, con học lớp lá thì có được cho tiền cơm trưa không?',
    'Vợ chồng tôi dọn lên thành phố, muốn xin cho con đang học lớp bốn qua trường gần nhà thì làm sao?',
    'Năm nay cháu lên cấp hai, nộp đơn ở trường nào, chừng nào nộp?',
    'Chuyển trường từ tỉnh khác về mất mấy ngày?',
    'Xin chuyển trường cần học bạ với giấy gì nữa?',
    'Con mồ côi đang học tiểu học thì xin tiền sách vở chỗ nào?',
    'Trễ hạn nộp đơn xin tiền ăn trưa ở trường mầm non rồi thì sao?',
    'Hộ cận nghèo có được giảm học phí cho con không?',
    'Con tôi học mẫu giáo, nhà cận nghèo, xin tiền ăn bán trú ở đâu?',
    'Gia đình mới chuyển về đây, con đang học lớp tám thì nhập học trường mới thế nào?',
    'Hết lớp 5 rồi, đăng ký cho cháu lên lớp 6 làm sao?',
    'Trường không nhận con tôi chuyển tới thì phải làm gì?',
    'Bé khuyết tật học chung với bạn có được hỗ trợ gì ở trường không?',
    'Xin hỗ trợ tiền sách vở cho con mồ côi cha thì nộp đơn cho ai?',
  ],
  confusableWith: [
    {
      topic: 'ho-ngheo',
      difference: 'Đây là việc nộp ở trường cho con; xin giấy hộ nghèo, cận nghèo thì làm ở phường.',
    },
    {
      topic: 'thuong-tru',
      difference: 'Đây là xin học, chuyển trường; chuyển hộ khẩu cho con là đăng ký thường trú.',
    },
  ],
}
