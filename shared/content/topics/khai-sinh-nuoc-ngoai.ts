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
  enquiryFact,
  foreignPapersNeedLegalisation,
  handInStep,
  identityPaper,
  lateHourFact,
  lawChangeFacts,
  lawChangeFlag,
  postNeedsCertifiedCopies,
  provincialFee,
  residencePaper,
  whichCivilStatusOffice,
} from '../civil-status.ts'
import { fromPortal } from '../sources.ts'

const code = '2.000528'

function handedOver(
  id: string,
  component: number,
  name: string,
  more: Partial<RequiredDocument> = {},
): RequiredDocument {
  return {
    id,
    name,
    role: 'submit',
    originals: 1,
    copies: 0,
    condition: null,
    note: null,
    form: null,
    components: [`${code}-c${component}`],
    ...more,
  }
}

const application = declaration('Tờ khai đăng ký khai sinh', `${code}-c10`, `${code}-c9`)

const nationality = handedOver('thoa-thuan-quoc-tich', 5, 'Giấy cha mẹ thỏa thuận chọn quốc tịch cho con', {
  condition: 'cha, mẹ hoặc cả hai là người nước ngoài',
  note: 'Chọn quốc tịch nước ngoài thì thêm giấy của nước đó xác nhận trẻ có quốc tịch là đúng luật nước họ.',
})

const atTheDesk = [
  identityPaper(`${code}-c8`),
  residencePaper(`${code}-c6`),
  {
    ...authorisationPaper(`${code}-c4`, 'nhờ người không phải ông, bà, người thân đi thay'),
    note: 'Giấy ủy quyền này phải được chứng thực.',
  },
]

export const khaiSinhNuocNgoai: Topic = {
  key: 'khai-sinh-nuoc-ngoai',
  kind: 'procedure',
  title: 'Khai sinh có yếu tố nước ngoài',
  task: 'làm khai sinh có yếu tố nước ngoài',
  summary: 'Khai sinh cho trẻ có cha, mẹ người nước ngoài, hoặc trẻ sinh ở nước ngoài về sống.',
  category: 'ho-tich',
  procedures: [
    fromPortal({
      code,
      name: 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài',
      decision: civilStatusDecision,
      updatedOn: '2026-04-16',
      recordId: '019d2bfd-8662-763f-927f-dc039ede198c',
    }),
  ],
  relatedProcedures: [
    {
      code: '1.001695',
      name: 'Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước ngoài',
      when: 'cha mẹ chưa đăng ký kết hôn mà muốn nhận con ngay lần này',
    },
    {
      code: '2.000547',
      name: 'Thủ tục ghi vào Sổ hộ tịch việc hộ tịch khác của công dân Việt Nam đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài (khai sinh; giám hộ; nhận cha, mẹ, con; xác định cha, mẹ, con; nuôi con nuôi; khai tử; thay đổi hộ tịch)',
      when: 'trẻ đã được khai sinh ở nước ngoài',
    },
    {
      code: '1.000893',
      name: 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài cho người đã có hồ sơ, giấy tờ cá nhân',
      when: 'người đã có giấy tờ mà chưa từng được khai sinh',
    },
    {
      code: '2.000522',
      name: 'Thủ tục đăng ký lại khai sinh có yếu tố nước ngoài',
      when: 'đã khai sinh nhưng sổ và bản chính đều mất',
    },
    {
      code: '1.000110',
      name: 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới',
      when: 'ở khu vực biên giới',
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
      id: 'sinh-o-viet-nam',
      label: 'Sinh ở Việt Nam',
      words: [],
      procedure: code,
      documents: [
        application,
        handedOver('giay-chung-sinh', 1, 'Giấy chứng sinh', {
          note: 'Đã có bản điện tử thì không phải nộp bản giấy. Không có Giấy chứng sinh thì nộp giấy của người làm chứng; không có người làm chứng thì viết giấy cam đoan về việc sinh.',
          components: [`${code}-c1`, `${code}-c2`],
        }),
        nationality,
        ...atTheDesk,
      ],
    },
    {
      id: 'sinh-o-nuoc-ngoai',
      label: 'Sinh ở nước ngoài',
      words: ['sinh ở nước ngoài', 'đẻ ở nước ngoài', 'sinh bên', 'đẻ bên', 'đem về', 'đưa về nước', 'bồng về'],
      procedure: code,
      documents: [
        application,
        handedOver(
          'giay-chung-sinh-nuoc-ngoai',
          3,
          'Giấy của nước ngoài xác nhận trẻ sinh ở đó và ai là mẹ, như giấy chứng sinh',
        ),
        handedOver(
          'nhap-canh-va-cu-tru',
          7,
          'Hộ chiếu hoặc giấy tờ có dấu nhập cảnh của trẻ, kèm giấy công an xác nhận trẻ đang ở Việt Nam',
          {
            role: 'present',
            condition: 'cha hoặc mẹ là người Việt Nam mà trẻ chưa khai sinh ở nước ngoài',
          },
        ),
        nationality,
        ...atTheDesk,
      ],
    },
  ],
  steps: [
    handInStep,
    checkStep,
    draftStep('Giấy khai sinh'),
    { title: 'Nhận Giấy khai sinh', text: 'Giấy khai sinh được in sau khi dữ liệu dân cư cấp số định danh cá nhân.' },
  ],
  channels: channels(['in_person', 'online', 'post'], {
    onlineNote: alsoOnVneid,
    timeLimit: {
      value: 1,
      unit: 'working_day',
      text: '1 ngày làm việc. Nộp sau 15 giờ thì trả vào ngày làm việc tiếp theo.',
    },
    fees: [provincialFee('Lệ phí khai sinh', 'Giấy khai sinh')],
  }),
  results: ['Giấy khai sinh'],
  eligibility: [
    'Trẻ có cha, mẹ hoặc cả hai là người nước ngoài, hoặc trẻ sinh ở nước ngoài về Việt Nam sống.',
    'Ông, bà, người thân đi thay thì không cần giấy ủy quyền, nhưng phải thống nhất nội dung khai với cha mẹ.',
  ],
  advice: [
    'Cha mẹ đã kết hôn thì ghi thông tin Giấy chứng nhận kết hôn vào tờ khai; cán bộ tự tra. Không tra được thì phường hỏi nơi khác, nơi đó trả lời trong 3 ngày làm việc.',
    foreignPapersNeedLegalisation,
    deskReturnsPapers,
    postNeedsCertifiedCopies,
  ],
  legalBases: civilStatusLaws('281/2016/TT-BTC', '01/2013/TT-BVHTTDL').filter(
    ({ number }) => number !== '106/2021/TT-BTC',
  ),
  scheduledChanges: civilStatusChanges,
  disagreements: [],
  sources: civilStatusSources,
  facts: [enquiryFact(code), draftFact(code), lateHourFact(code), ...lawChangeFacts(code)],
  effectiveFrom: null,
  effectiveUntil: '2027-02-28',
  verifiedOn: null,
  reviewFlags: [abolishedFlag(code, 'Chứng minh nhân dân'), lawChangeFlag(code)],
  aliases: [
    'khai sinh có yếu tố nước ngoài',
    'khai sinh cho con lai',
    'con lai tây làm khai sinh',
    'chồng ngoại quốc làm khai sinh cho con',
    'ba đứa nhỏ là người nước ngoài',
    'cha là Việt kiều làm khai sinh',
    'sinh con ở nước ngoài về',
    'con đẻ bên Đài Loan đem về quê',
    'cháu sinh bên Hàn gửi về quê nuôi',
    'chọn quốc tịch cho con',
    'khai sanh cho cháu sinh bên Mỹ',
    'bé mang hộ chiếu nước ngoài chưa khai sinh ở Việt Nam',
    'vợ người nước ngoài sinh con',
    'khai sinh cho con có cha nước ngoài',
    'con có cha người Hàn',
    'con có mẹ người Lào',
    'khai sinh cho trẻ sinh ở nước ngoài',
    'đẻ bên Nhật về khai sinh',
    'cha quốc tịch Mỹ khai sinh cho con',
    'khai sinh cho con hai quốc tịch',
    'cháu sinh ở Đài Loan chưa có khai sinh',
  ],
  exampleQuestions: [
    'Chồng em người Hàn Quốc, em mới sinh ở Việt Nam thì khai sinh cho bé cần thêm giấy gì?',
    'Con gái tôi lấy chồng Đài Loan, đẻ bên đó rồi bồng cháu về cho ông bà nuôi, giờ làm giấy khai sinh cho cháu ra sao?',
    'Cha là người Mỹ, mẹ Việt Nam thì khai sinh cho con mang quốc tịch nào?',
    'Cháu đẻ ở Campuchia, đem về đây ở luôn mà chưa có giấy tờ gì hết',
    'Hai vợ chồng đi lao động ở Nhật, sinh con bên đó chưa khai, nay về nước khai sinh ở phường được không?',
    'Sinh con bên Úc, giấy tờ bên đó có phải dịch ra tiếng Việt, hợp pháp hóa gì không?',
    'Ba nó là người nước ngoài không về được, một mình mẹ đi khai sinh cho con được chứ?',
  ],
  confusableWith: [
    {
      topic: 'khai-sinh',
      difference:
        'Mục này có người nước ngoài hoặc trẻ sinh ở nước ngoài; cha mẹ người Việt, trẻ sinh trong nước thì làm khai sinh thường.',
    },
    {
      topic: 'ket-hon-nuoc-ngoai',
      difference: 'Đây là giấy khai sinh cho con; đăng ký cưới người nước ngoài là việc khác.',
    },
  ],
}
