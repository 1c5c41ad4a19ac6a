import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels } from '../channels.ts'
import { laws } from '../laws.ts'
import {
  alsoPoliceOnline,
  newerLawFlag,
  newLawFact,
  residenceAuthority,
  residenceLaws,
  residenceSources,
} from '../residence.ts'
import { fromPortal, portal, residenceReading } from '../sources.ts'

const code = '2.001159'
const foreigner = '1.000253'

function announcement(name: string, note: string): RequiredDocument {
  return {
    id: 'thong-bao-luu-tru',
    name,
    role: 'submit',
    originals: null,
    copies: null,
    condition: null,
    note,
    form: null,
    components: [`${code}-c1`],
  }
}

const timeLimit: Topic['channels'][number]['timeLimit'] = {
  value: 1,
  unit: 'hour',
  text: 'báo trước 23 giờ, khách đến sau 23 giờ thì trước 8 giờ sáng hôm sau; công an tiếp nhận ngay (Cổng ghi 1 giờ).',
}

export const luuTru: Topic = {
  key: 'luu-tru',
  kind: 'procedure',
  title: 'Thông báo lưu trú (có khách ngủ lại)',
  task: 'thông báo lưu trú',
  summary: 'Nhà dân, nhà nghỉ, bệnh viện có người đến ở lại qua đêm thì báo cho công an phường.',
  category: 'cu-tru',
  procedures: [
    fromPortal({
      code,
      name: 'Thông báo lưu trú',
      decision: { number: '9354/QĐ-BCA-C06', date: '2025-11-20' },
      updatedOn: '2026-04-29',
      recordId: '019d2bf7-adb7-7329-8d7c-db89ef073ced',
    }),
    fromPortal({
      code: foreigner,
      name: 'Khai báo tạm trú cho người nước ngoài tại Việt Nam bằng Phiếu khai báo tạm trú',
      decision: { number: 'QĐ/0001-BCA', date: '2019-08-01' },
      updatedOn: '2026-05-01',
      recordId: '019d2bf7-4fc4-7716-bab8-167242b3fcda',
    }),
  ],
  relatedProcedures: [
    { code: '1.004194', name: 'Đăng ký tạm trú', when: 'người đến ở có thời hạn, không phải ở chơi ít hôm' },
  ],
  authority: residenceAuthority,
  cases: [
    {
      id: 'nha-dan-nha-nghi',
      label: 'Nhà dân, nhà nghỉ, khu công nghiệp',
      words: [],
      procedure: code,
      documents: [
        announcement(
          'Thông báo lưu trú, ghi theo giấy tờ có số định danh của khách',
          'Nguồn không nêu mẫu giấy; chủ nhà hoặc người trong nhà xem giấy tờ của khách rồi báo.',
        ),
      ],
    },
    {
      id: 'benh-vien',
      label: 'Bệnh viện, cơ sở chữa bệnh',
      words: ['bệnh viện', 'trạm y tế', 'phòng khám', 'nằm viện', 'nội trú'],
      procedure: code,
      documents: [
        announcement(
          'Danh sách người điều trị nội trú',
          'Người đại diện của cơ sở lập danh sách và báo công an nơi đặt cơ sở.',
        ),
      ],
    },
    {
      id: 'nguoi-nuoc-ngoai',
      label: 'Khách là người nước ngoài',
      words: ['người nước ngoài', 'khách tây', 'khách nước ngoài', 'việt kiều', 'ông tây', 'rể tây', 'na17'],
      procedure: foreigner,
      documents: [
        {
          id: 'na17',
          name: 'Phiếu khai báo tạm trú cho người nước ngoài',
          role: 'form',
          originals: 1,
          copies: 0,
          condition: null,
          note: 'Có thể gửi trước qua fax hoặc báo trước qua điện thoại cho trực ban công an.',
          form: { number: 'NA17', issuedBy: null },
          components: [`${foreigner}-c1`],
        },
      ],
    },
  ],
  steps: [
    { title: 'Xem giấy tờ của khách', text: 'Chủ nhà hoặc người trong nhà xem giấy tờ có số định danh của khách.' },
    {
      title: 'Báo công an',
      text: 'Báo tại công an phường hoặc điểm tiếp nhận, qua điện thoại, hộp thư điện tử, hoặc trên mạng.',
    },
    {
      title: 'Xong',
      text: 'Công an tiếp nhận ngay và ghi vào dữ liệu; khách nước ngoài thì nhận lại phiếu đã xác nhận.',
    },
  ],
  channels: [
    ...channels(['in_person'], {
      procedure: code,
      timeLimit,
      fees: [],
      note: 'Không phải đến tận nơi: báo được qua số điện thoại, hộp thư điện tử do công an niêm yết.',
    }),
    ...channels(['online'], {
      procedure: code,
      timeLimit,
      fees: [],
      note: `${alsoPoliceOnline} Báo được qua số điện thoại, hộp thư điện tử do công an niêm yết.`,
    }),
    ...channels(['in_person'], {
      procedure: foreigner,
      timeLimit: { value: 7, unit: 'day', text: 'khai ngay khi khách đến; Cổng ghi giải quyết trong 7 ngày.' },
      fees: [],
      note: 'Nộp cho trực ban công an phường nơi khách ở.',
    }),
  ],
  results: [
    'Việc lưu trú được ghi vào dữ liệu cư trú',
    'Phiếu khai báo tạm trú của khách nước ngoài có công an xác nhận',
  ],
  eligibility: [
    'Báo trước 23 giờ ngày khách bắt đầu ở lại; khách đến sau 23 giờ thì báo trước 8 giờ sáng hôm sau.',
    'Ông, bà, cha, mẹ, vợ, chồng, con, cháu, anh, chị, em ruột ở lại nhiều lần thì chỉ cần báo một lần.',
    'Khách nước ngoài: khai báo ngay khi khách đến.',
  ],
  advice: ['Người đến ở trọ, ở lâu thì đăng ký tạm trú, không chỉ báo lưu trú.'],
  legalBases: [...residenceLaws('62/2021/NĐ-CP'), ...laws('47/2014/QH13', '53/2016/TT-BCA')],
  scheduledChanges: [],
  disagreements: [],
  sources: residenceSources,
  facts: [
    newLawFact(code),
    { subject: 'new-form', value: 'CT01 mới', source: residenceReading.id, record: code },
    { subject: 'latest-hour', value: '23 giờ', source: portal.id, record: code },
    { subject: 'latest-hour-next-day', value: '08 giờ ngày hôm sau', source: portal.id, record: code },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    newerLawFlag(code),
    newerLawFlag(foreigner),
    {
      code: 'DECISION_BEFORE_REFORM',
      procedure: foreigner,
      text: 'Quyết định QĐ/0001-BCA ngày 01/08/2019 có trước khi sắp xếp chính quyền địa phương; cần xem lại nơi giải quyết.',
    },
    {
      code: 'MENTIONS_ABOLISHED',
      procedure: foreigner,
      text: 'Bản gốc còn nhắc thị trấn, nay không còn; cần đối chiếu lại.',
    },
  ],
  aliases: [
    'lưu trú',
    'thông báo lưu trú',
    'khai báo lưu trú',
    'đăng ký lưu trú',
    'khách ở qua đêm',
    'khách ngủ lại nhà',
    'bà con ở chơi mấy hôm',
    'cho người ngủ nhờ',
    'báo có khách',
    'cháu lên ở chơi vài hôm',
    'bạn trai nước ngoài ở lại',
    'có người lạ ở lại đêm',
    'nhà nghỉ khai báo khách',
    'homestay khai báo khách',
    'khách tây ở nhà',
    'khai báo người nước ngoài',
    'con rể ngoại quốc về chơi',
  ],
  exampleQuestions: [
    'Có đứa cháu dưới quê lên ở chơi vài hôm, tôi có phải báo công an không?',
    'Nhà có khách ngủ lại một đêm thì khai báo với ai, mấy giờ là trễ?',
    'Mở homestay mỗi ngày khách ra vô, khai báo kiểu gì cho tiện?',
    'Con gái dẫn bạn trai người Pháp về nhà ở một tuần thì phải làm giấy tờ gì?',
    'Con cái về thăm ngủ lại hoài, lần nào cũng phải báo à?',
    'Báo khách lưu trú qua điện thoại được không, khuya rồi tôi không ra phường được',
    'Nuôi bệnh trong viện thì ai khai lưu trú?',
  ],
  confusableWith: [
    {
      topic: 'tam-tru',
      difference: 'Lưu trú là ở lại ít hôm, chủ nhà báo; ở trọ, ở có thời hạn thì đăng ký tạm trú.',
    },
    {
      topic: 'tam-vang',
      difference: 'Lưu trú là khách đến nhà mình; tạm vắng là mình đi khỏi nhà.',
    },
  ],
}
