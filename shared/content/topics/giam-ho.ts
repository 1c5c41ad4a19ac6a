import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { giamHoChecklist } from '../checklists/giam-ho.ts'
import {
  alsoOnVneid,
  authorisationPaper,
  checkStep,
  civilStatusChanges,
  civilStatusDecision,
  civilStatusLaws,
  civilStatusSources,
  declaration,
  deskReturnsPapers,
  draftFact,
  draftStep,
  handInStep,
  identityPaper,
  lawChangeFacts,
  lawChangeFlag,
  postNeedsCertifiedCopies,
  provincialFee,
  residencePaper,
  whichCivilStatusOffice,
} from '../civil-status.ts'
import { handedIn } from '../papers.ts'
import { otherAgency } from '../review.ts'
import { fromPortal } from '../sources.ts'

const code = '1.004837'
const ending = '1.004845'
const foreign = fromPortal({
  code: '1.001669',
  name: 'Thủ tục đăng ký giám hộ có yếu tố nước ngoài',
  decision: civilStatusDecision,
  updatedOn: '2026-04-16',
  recordId: '019d2bfd-47a7-74cf-a1de-4c9e077743e9',
})

function proof(id: string, name: string, component: string, note: string | null = null): RequiredDocument {
  return {
    id,
    name,
    role: 'submit',
    originals: 1,
    copies: 0,
    condition: null,
    note,
    form: null,
    components: [component],
  }
}

const application = declaration('Tờ khai đăng ký giám hộ', `${code}-c8`, `${code}-c6`)
const atTheDesk = [identityPaper(`${code}-c2`), residencePaper(`${code}-c1`), authorisationPaper(`${code}-c3`)]
const feeName = 'Lệ phí đăng ký giám hộ'
const copyFee = 'Xin thêm bản sao trích lục thì có phí riêng theo Thông tư 281/2016/TT-BTC.'
const unstated = unknownFee(feeName, 'not_stated', null)
const copyOnly = unknownFee(feeName, 'see_text', copyFee)

export const giamHo: Topic = {
  key: 'giam-ho',
  kind: 'procedure',
  title: 'Giám hộ',
  task: 'đăng ký giám hộ',
  summary: 'Đăng ký người đứng ra trông nom, đại diện hợp pháp cho người khác, hoặc thôi việc đó.',
  category: 'ho-tich',
  procedures: [
    fromPortal({
      code,
      name: 'Thủ tục đăng ký giám hộ',
      decision: civilStatusDecision,
      updatedOn: '2026-04-15',
      recordId: '019d2bfd-671b-75fa-82fb-8ad05a37f638',
    }),
    fromPortal({
      code: ending,
      name: 'Thủ tục đăng ký chấm dứt giám hộ',
      decision: civilStatusDecision,
      updatedOn: '2026-04-23',
      recordId: '019d2bfd-6724-715f-822c-28e986912730',
    }),
    foreign,
  ],
  relatedProcedures: [
    {
      code: '2.000756',
      name: 'Thủ tục đăng ký chấm dứt giám hộ có yếu tố nước ngoài',
      when: 'chấm dứt giám hộ có người nước ngoài',
    },
    { code: '3.000323', name: 'Đăng ký giám sát việc giám hộ', when: 'cử người giám sát việc giám hộ' },
    { code: '3.000322', name: 'Đăng ký chấm dứt giám sát việc giám hộ', when: 'thôi giám sát việc giám hộ' },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: whichCivilStatusOffice,
    howToReach: null,
  },
  cases: [
    {
      id: 'duong-nhien',
      label: 'Giám hộ đương nhiên',
      words: [],
      procedure: code,
      documents: [
        application,
        proof(
          'dieu-kien-giam-ho',
          'Giấy tờ chứng minh là giám hộ đương nhiên theo Bộ luật Dân sự',
          `${code}-c4`,
          'Gọi phường trước để biết giấy tờ nào dùng được.',
        ),
        handedIn('thoa-thuan-cu', `${code}-c4`, 'Giấy thỏa thuận cử một người làm giám hộ', {
          condition: 'nhiều người cùng đủ điều kiện làm giám hộ đương nhiên',
        }),
        ...atTheDesk,
      ],
    },
    {
      id: 'duoc-cu',
      label: 'Được cử làm giám hộ',
      words: ['được cử', 'cử người', 'cử làm', 'giám hộ cử', 'nhờ người giám hộ'],
      procedure: code,
      documents: [
        application,
        proof('van-ban-cu', 'Văn bản cử người giám hộ theo Bộ luật Dân sự', `${code}-c5`),
        ...atTheDesk,
      ],
    },
    {
      id: 'cham-dut',
      label: 'Chấm dứt giám hộ',
      words: [
        'chấm dứt',
        'không làm người giám hộ',
        'thôi giám hộ',
        'thôi làm',
        'bỏ giám hộ',
        'hết giám hộ',
        'kết thúc giám hộ',
        'không làm nữa',
      ],
      procedure: ending,
      documents: [
        declaration('Tờ khai đăng ký chấm dứt giám hộ', `${ending}-c6`, `${ending}-c7`),
        proof(
          'can-cu-cham-dut',
          'Giấy tờ làm căn cứ chấm dứt giám hộ theo Bộ luật Dân sự',
          `${ending}-c4`,
          'Gọi phường trước để biết giấy tờ nào dùng được.',
        ),
        identityPaper(`${ending}-c2`),
        residencePaper(`${ending}-c1`),
        authorisationPaper(`${ending}-c3`),
      ],
    },
    {
      id: 'nuoc-ngoai',
      label: 'Có người nước ngoài',
      words: ['người nước ngoài', 'yếu tố nước ngoài'],
      procedure: foreign.code,
      documents: [
        declaration('Tờ khai đăng ký giám hộ', `${foreign.code}-c7`, `${foreign.code}-c6`),
        proof(
          'giay-to-giam-ho',
          'Văn bản cử người giám hộ, hoặc giấy tờ chứng minh là giám hộ đương nhiên',
          `${foreign.code}-c2`,
          'Nhiều người cùng là giám hộ đương nhiên thì nộp thêm giấy thỏa thuận cử một người.',
        ),
        identityPaper(`${foreign.code}-c3`),
        residencePaper(`${foreign.code}-c4`),
        authorisationPaper(`${foreign.code}-c1`),
      ],
    },
  ],
  checklist: giamHoChecklist,
  steps: [
    handInStep,
    checkStep,
    draftStep('trích lục'),
    { title: 'Nhận trích lục', text: 'Mang giấy tờ tùy thân và nộp bản chính các giấy tờ trong hồ sơ.' },
  ],
  channels: [
    ...channels(['in_person'], { procedure: code, timeLimit: workingDays(3), fees: [unstated] }),
    ...channels(['online', 'post'], {
      procedure: code,
      onlineNote: alsoOnVneid,
      timeLimit: workingDays(3),
      fees: [copyOnly],
    }),
    ...channels(['in_person'], {
      procedure: ending,
      timeLimit: workingDays(2),
      fees: [
        unknownFee(
          'Lệ phí chấm dứt giám hộ',
          'free_for_eligible',
          'Được miễn: gia đình có công với cách mạng, hộ nghèo, người khuyết tật.',
        ),
      ],
    }),
    ...channels(['online'], {
      procedure: ending,
      note: alsoOnVneid,
      timeLimit: workingDays(2),
      fees: [unknownFee('Lệ phí chấm dứt giám hộ', 'see_text', copyFee)],
    }),
    ...channels(['post'], {
      procedure: ending,
      timeLimit: workingDays(2),
      fees: [unknownFee('Lệ phí chấm dứt giám hộ', 'not_stated', null)],
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: foreign.code,
      onlineNote: alsoOnVneid,
      timeLimit: workingDays(5),
      fees: [provincialFee(feeName, 'trích lục')],
    }),
  ],
  results: ['Trích lục đăng ký giám hộ', 'Trích lục đăng ký chấm dứt giám hộ'],
  eligibility: [
    'Người giám hộ phải đủ điều kiện theo Bộ luật Dân sự.',
    'Nhiều người cùng là giám hộ đương nhiên thì thỏa thuận cử một người.',
  ],
  advice: [deskReturnsPapers, postNeedsCertifiedCopies],
  legalBases: civilStatusLaws('91/2015/QH13', '281/2016/TT-BTC'),
  scheduledChanges: civilStatusChanges,
  disagreements: [],
  sources: civilStatusSources,
  facts: [draftFact(code), draftFact(ending), ...lawChangeFacts(code)],
  effectiveFrom: null,
  effectiveUntil: '2027-02-28',
  verifiedOn: null,
  reviewFlags: [
    lawChangeFlag(code),
    lawChangeFlag(ending),
    lawChangeFlag(foreign.code),
    otherAgency(foreign, 'Phòng Tư pháp'),
  ],
  aliases: [
    'làm người giám hộ',
    'giấy giám hộ cho cháu',
    'cháu mất cả cha lẫn mẹ ai đứng giấy tờ',
    'đứng tên giấy tờ thay cho cháu',
    'giám hộ cho người bệnh tâm thần',
    'giám hộ cho em ruột',
    'cha mẹ đi nước ngoài để cháu lại cho ngoại',
    'thôi làm người giám hộ',
    'chấm dứt giám hộ',
    'cử người giám hộ',
    'bảo hộ cho trẻ mồ côi',
    'xin giấy chứng nhận giám hộ',
    'người giám hộ',
    'đăng ký giám hộ',
    'giấy giám hộ',
    'ông bà làm giám hộ cho cháu',
    'giám hộ trẻ mồ côi',
    'giám hộ cho người mất trí',
    'cháu mồ côi cần người giám hộ',
    'đại diện hợp pháp cho cháu mồ côi',
  ],
  exampleQuestions: [
    'Con trai với con dâu tôi mất trong tai nạn, giờ ông bà nội muốn đứng ra lo giấy tờ cho cháu thì làm giấy gì?',
    'Em tôi bị tâm thần, cha mẹ mất hết rồi, tôi muốn làm người giám hộ hợp pháp cho em',
    'Cha mẹ cháu bỏ đi biệt tích, bà ngoại nuôi từ nhỏ, trường đòi giấy giám hộ',
    'Làm giấy giám hộ cần mang những gì?',
    'Cháu đủ lớn rồi, tôi không làm người giám hộ nữa thì phải báo ở đâu?',
    'Hai ông bà nội ngoại đều muốn giám hộ cháu thì tính sao?',
    'Giám hộ làm mấy ngày xong, có tốn tiền không?',
  ],
  confusableWith: [
    {
      topic: 'nuoi-con-nuoi',
      difference: 'Giám hộ là đứng ra trông nom, đại diện; nhận làm con của mình là nuôi con nuôi.',
    },
    {
      topic: 'cham-soc-thay-the',
      difference:
        'Giám hộ là đại diện về giấy tờ, pháp luật; nhận nuôi tạm trẻ không có nơi nương tựa là chăm sóc thay thế.',
    },
    {
      topic: 'chung-thuc-chu-ky',
      difference: 'Giám hộ là làm giấy đại diện lâu dài; nhờ làm thay một việc thì làm giấy ủy quyền.',
    },
  ],
}

function workingDays(value: number): Topic['channels'][number]['timeLimit'] {
  return { value, unit: 'working_day', text: `${value} ngày làm việc.` }
}
