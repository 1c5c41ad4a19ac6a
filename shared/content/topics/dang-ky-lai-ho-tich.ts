import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels } from '../channels.ts'
import {
  abolishedFlag,
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
import { fromPortal, portal } from '../sources.ts'

const birth = '1.004884'
const marriage = '1.004746'
const death = '1.005461'

function oldPaper(component: string, name: string, note: string): RequiredDocument {
  return {
    id: 'giay-cu',
    name,
    role: 'submit',
    originals: 0,
    copies: 1,
    condition: null,
    note,
    form: null,
    components: [component],
  }
}

export const dangKyLaiHoTich: Topic = {
  key: 'dang-ky-lai-ho-tich',
  kind: 'procedure',
  title: 'Đăng ký lại khai sinh, kết hôn, khai tử',
  task: 'đăng ký lại hộ tịch',
  summary: 'Làm lại khai sinh, kết hôn, khai tử khi sổ lưu và bản chính đều không còn.',
  category: 'ho-tich',
  procedures: [
    fromPortal({
      code: birth,
      name: 'Thủ tục đăng ký lại khai sinh',
      decision: civilStatusDecision,
      updatedOn: '2026-04-23',
      recordId: '019d2bfd-6eac-7598-b88b-15f8a61b366a',
    }),
    fromPortal({
      code: marriage,
      name: 'Thủ tục đăng ký lại kết hôn',
      decision: civilStatusDecision,
      updatedOn: '2026-04-08',
      recordId: '019d2bfd-6711-733d-b674-f82cb6606242',
    }),
    fromPortal({
      code: death,
      name: 'Đăng ký lại khai tử',
      decision: civilStatusDecision,
      updatedOn: '2026-04-08',
      recordId: '019d2bfd-6ebc-709e-8678-a9f8b66738f2',
    }),
  ],
  relatedProcedures: [
    {
      code: '2.000635',
      name: 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh',
      when: 'sổ lưu vẫn còn, chỉ cần bản sao',
    },
    {
      code: '1.004772',
      name: 'Thủ tục đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân',
      when: 'đã có giấy tờ tùy thân mà chưa từng được khai sinh',
    },
    {
      code: '2.000522',
      name: 'Thủ tục đăng ký lại khai sinh có yếu tố nước ngoài',
      when: 'làm lại khai sinh có người nước ngoài',
    },
    {
      code: '2.000513',
      name: 'Thủ tục đăng ký lại kết hôn có yếu tố nước ngoài',
      when: 'làm lại giấy kết hôn với người nước ngoài',
    },
    {
      code: '2.000497',
      name: 'Thủ tục đăng ký lại khai tử có yếu tố nước ngoài',
      when: 'làm lại khai tử có yếu tố nước ngoài',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: whichCivilStatusOffice,
    howToReach: null,
  },
  cases: [
    {
      id: 'lai-khai-sinh',
      label: 'Khai sinh',
      words: [],
      procedure: birth,
      documents: [
        {
          ...declaration('Tờ khai đăng ký lại khai sinh', `${birth}-c10`, `${birth}-c9`),
          note: 'Trong tờ khai phải cam đoan không còn bản chính và đã nộp đủ giấy tờ mình có; cam đoan sai thì bị hủy kết quả.',
        },
        oldPaper(
          `${birth}-c5`,
          'Giấy khai sinh được cấp trước đây',
          'Bản sao chứng thực hoặc bản sao lấy từ sổ. Giấy thay Giấy khai sinh cấp trước năm 1945 ở miền Bắc, trước năm 1975 ở miền Nam cũng dùng được.',
        ),
        {
          ...oldPaper(
            `${birth}-c4`,
            'Các giấy tờ có họ tên, ngày sinh: căn cước, hộ chiếu, giấy tờ cư trú, bằng cấp, học bạ',
            'Có bao nhiêu thì nộp bấy nhiêu.',
          ),
          id: 'giay-to-ca-nhan',
          condition: 'không có bản sao Giấy khai sinh',
        },
        {
          id: 'xac-nhan-co-quan',
          name: 'Giấy của thủ trưởng cơ quan xác nhận nội dung khai sinh đúng với hồ sơ đang giữ',
          role: 'submit',
          originals: 1,
          copies: 0,
          condition: 'là cán bộ, công chức, viên chức, bộ đội, công an',
          note: 'Cán bộ tra được trên hệ thống thì không phải nộp.',
          form: null,
          components: [`${birth}-c3`],
        },
        identityPaper(`${birth}-c1`),
        residencePaper(`${birth}-c2`),
        authorisationPaper(`${birth}-c7`),
      ],
    },
    {
      id: 'lai-ket-hon',
      label: 'Kết hôn',
      words: ['kết hôn', 'hôn thú', 'giá thú', 'giấy cưới', 'vợ chồng', 'hai vợ chồng'],
      procedure: marriage,
      documents: [
        declaration('Tờ khai đăng ký lại kết hôn', `${marriage}-c4`, `${marriage}-c5`),
        oldPaper(
          `${marriage}-c1`,
          'Giấy chứng nhận kết hôn được cấp trước đây',
          'Không có thì nộp bản sao giấy tờ cá nhân có thông tin về việc kết hôn.',
        ),
        {
          ...identityPaper(`${marriage}-c2`),
          name: 'Căn cước hoặc giấy tùy thân có ảnh, còn hạn, của cả hai',
        },
        {
          ...residencePaper(`${marriage}-c3`),
          condition: 'làm ở nơi khác nơi đăng ký trước đây mà cán bộ không tra được nơi cư trú',
        },
      ],
    },
    {
      id: 'lai-khai-tu',
      label: 'Khai tử',
      words: ['khai tử', 'chứng tử', 'báo tử', 'người đã mất'],
      procedure: death,
      documents: [
        declaration('Tờ khai đăng ký lại khai tử', `${death}-c6`, `${death}-c5`),
        oldPaper(
          `${death}-c3`,
          'Giấy chứng tử được cấp hợp lệ trước đây',
          'Không có thì nộp bản sao giấy tờ chứng minh người đó đã mất.',
        ),
        identityPaper(`${death}-c2`),
        residencePaper(`${death}-c1`),
        authorisationPaper(`${death}-c4`),
      ],
    },
  ],
  steps: [
    handInStep,
    checkStep,
    draftStep('giấy tờ'),
    {
      title: 'Nhận kết quả',
      text: 'Mang giấy tờ tùy thân; đăng ký lại kết hôn thì hai vợ chồng cùng đến ký, mỗi bên nhận 1 bản chính.',
    },
  ],
  channels: [birth, death, marriage].flatMap(procedure =>
    channels(['in_person', 'online', 'post'], {
      procedure,
      onlineNote: alsoOnVneid,
      timeLimit:
        procedure === marriage
          ? { value: 25, unit: 'day', text: '25 ngày.' }
          : { value: 5, unit: 'working_day', text: '5 ngày làm việc.' },
      fees: [feeOf(procedure)],
    }),
  ),
  results: ['Giấy khai sinh', 'Giấy chứng nhận kết hôn, mỗi bên 1 bản chính', 'Trích lục khai tử'],
  eligibility: [
    'Đã đăng ký trước đây nhưng sổ lưu và bản chính đều không còn.',
    'Phải nộp đủ giấy tờ mình có và chịu trách nhiệm về lời cam đoan.',
  ],
  advice: [
    'Trước hết nhờ phường tra sổ: sổ còn thì chỉ cần xin bản sao trích lục, nhanh hơn.',
    deskReturnsPapers,
    postNeedsCertifiedCopies,
  ],
  legalBases: civilStatusLaws('281/2016/TT-BTC', '09/2022/TT-BTP'),
  scheduledChanges: civilStatusChanges,
  disagreements: [],
  sources: civilStatusSources,
  facts: [
    { subject: 'older-papers-north', value: 'trước năm 1945 ở miền Bắc', source: portal.id, record: birth },
    { subject: 'older-papers-south', value: 'trước năm 1975 ở miền Nam', source: portal.id, record: birth },
    { subject: 'originals-for-each', value: '01 bản chính', source: portal.id, record: marriage },
    draftFact(birth),
    draftFact(marriage),
    draftFact(death),
    ...lawChangeFacts(birth),
  ],
  effectiveFrom: null,
  effectiveUntil: '2027-02-28',
  verifiedOn: null,
  reviewFlags: [
    abolishedFlag(birth, 'sổ hộ khẩu và Chứng minh nhân dân'),
    lawChangeFlag(birth),
    abolishedFlag(marriage, 'thị trấn'),
    lawChangeFlag(marriage),
    abolishedFlag(death, 'thị trấn'),
    lawChangeFlag(death),
  ],
  aliases: [
    'đăng ký lại khai sinh',
    'đăng ký lại kết hôn',
    'đăng ký lại khai tử',
    'sổ gốc không còn',
    'sổ bộ bị cháy',
    'phường không còn lưu sổ',
    'tra sổ không thấy tên',
    'mất cả bản chính lẫn sổ lưu',
    'khai sanh chế độ cũ bị thất lạc',
    'giấy tờ cháy hết hồi chiến tranh',
    'lũ cuốn mất hết giấy khai sinh',
    'người già không còn sổ khai sinh nào lưu',
    'cưới từ thời bao cấp giờ không còn giấy',
    'giấy chứng tử mất mà sổ cũng không có',
    'làm lại khai sinh từ đầu',
    'xã không còn sổ gốc',
    'sổ hộ tịch bị mất',
    'khai sinh không còn sổ lưu',
    'khai sinh mất mà tra sổ không có',
    'làm lại hôn thú vì không còn sổ',
    'hôn thú mất tra sổ không ra',
    'khai tử không còn sổ lưu',
    'khai sinh thất lạc hồi chiến tranh',
    'đăng ký lại hộ tịch',
    'sổ lưu bị lũ cuốn',
  ],
  exampleQuestions: [
    'Má tôi sinh hồi trước giải phóng, giấy khai sinh mất lâu rồi, xã tra sổ nói không còn, giờ làm sao có lại khai sinh?',
    'Ông bà cưới mấy chục năm, hôn thú mối ăn hết mà trên xã cũng không tìm ra sổ, muốn làm lại thì cần gì?',
    'Hồi đó lụt trôi hết sổ sách của xã, giờ tôi muốn đăng ký lại khai sinh',
    'Phường báo không tìm thấy tên tôi trong sổ lưu, vậy phải làm gì tiếp theo?',
    'Khai tử cho ông nội từ lâu mà giờ giấy không còn, sổ cũng không có, cần giấy để chia đất',
    'Làm lại khai sinh vì sổ gốc hư thì mất bao lâu?',
    'Không còn giấy tờ gì ngoài cái căn cước với học bạ thì có đăng ký lại khai sinh được không?',
    'Hai vợ chồng già muốn đăng ký lại kết hôn có phải cùng ra phường không?',
  ],
  confusableWith: [
    {
      topic: 'trich-luc-ho-tich',
      difference: 'Sổ lưu vẫn còn thì xin bản sao trích lục; sổ lưu và bản chính đều mất mới phải đăng ký lại.',
    },
    {
      topic: 'khai-sinh',
      difference: 'Đăng ký lại là cho người từng được khai sinh; trẻ chưa khai sinh lần nào thì làm khai sinh.',
    },
    {
      topic: 'cai-chinh-ho-tich',
      difference: 'Giấy còn mà ghi sai thì cải chính; giấy và sổ không còn thì đăng ký lại.',
    },
  ],
}

function feeOf(procedure: string) {
  if (procedure === marriage) return provincialFee('Lệ phí đăng ký lại kết hôn', null)
  if (procedure === death) return provincialFee('Lệ phí đăng ký lại khai tử', 'Trích lục khai tử')
  return provincialFee('Lệ phí đăng ký lại khai sinh', 'Giấy khai sinh')
}
