import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import {
  alsoPoliceOnline,
  newerLawFlag,
  newLawFact,
  receptionFacts,
  receptionHours,
  residenceAuthority,
  residenceDisagreements,
  residenceForm,
  residenceLaws,
  residenceResult,
  residenceSources,
  residenceSteps,
} from '../residence.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.010039'
const population = '1.012564'

function changed(name: string): Topic['cases'][number]['documents'][number] {
  return {
    id: 'chung-minh-thay-doi',
    name,
    role: 'present',
    originals: 1,
    copies: 0,
    condition: 'dữ liệu hộ tịch điện tử chưa có thay đổi này',
    note: null,
    form: null,
    components: [`${code}-c2`],
  }
}

export const dieuChinhCuTru: Topic = {
  key: 'dieu-chinh-cu-tru',
  kind: 'procedure',
  title: 'Sửa thông tin cư trú, đổi chủ hộ',
  task: 'sửa thông tin cư trú',
  summary: 'Đổi chủ hộ, sửa chỗ sai trong thông tin hộ khẩu hoặc dữ liệu dân cư; làm ở công an phường.',
  category: 'cu-tru',
  procedures: [
    fromPortal({
      code,
      name: 'Điều chỉnh thông tin về cư trú trong Cơ sở dữ liệu về cư trú',
      decision: { number: '9354/QĐ-BCA-C06', date: '2025-11-20' },
      updatedOn: '2026-04-29',
      recordId: '019d2bf7-7efc-770c-b60b-dcb21433cea1',
    }),
    fromPortal({
      code: population,
      name: 'Điều chỉnh thông tin trong Cơ sở dữ liệu quốc gia về dân cư theo đề nghị của công dân (thực hiện tại cấp xã)',
      decision: { number: '1523/QĐ-BCA-C06', date: '2026-03-26' },
      updatedOn: '2026-04-28',
      recordId: '019d2bf7-8ebf-777a-917d-a5f1a2877eac',
    }),
  ],
  relatedProcedures: [
    {
      code: '1.004859',
      name: 'Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc',
      when: 'giấy khai sinh, giấy kết hôn ghi sai',
    },
    { code: '1.010038', name: 'Tách hộ', when: 'muốn đứng hộ riêng' },
  ],
  authority: residenceAuthority,
  cases: [
    {
      id: 'sua-thong-tin',
      label: 'Sửa thông tin hộ khẩu',
      words: [],
      procedure: code,
      documents: [residenceForm(`${code}-c1`), changed('Giấy tờ chứng minh chỗ cần sửa')],
    },
    {
      id: 'doi-chu-ho',
      label: 'Đổi chủ hộ',
      words: ['đổi chủ hộ', 'thay chủ hộ', 'chủ hộ mới', 'chủ hộ mất', 'chủ hộ qua đời', 'làm chủ hộ'],
      procedure: code,
      documents: [
        residenceForm(
          `${code}-c1`,
          'Khi phải hỏi ý kiến người trong hộ thì từng người xác nhận trên VNeID hoặc viết giấy, không phải công chứng.',
        ),
        changed('Giấy tờ chứng minh việc đổi chủ hộ'),
      ],
    },
    {
      id: 'thong-tin-dan-cu',
      label: 'Sai trên VNeID, dữ liệu dân cư',
      words: ['vneid', 'dữ liệu dân cư', 'thông tin dân cư', 'trên hệ thống'],
      procedure: population,
      documents: [
        {
          id: 'dc02',
          name: 'Phiếu đề nghị giải quyết thủ tục về căn cước',
          role: 'form',
          originals: 1,
          copies: 0,
          condition: null,
          note: null,
          form: { number: 'DC02', issuedBy: 'Thông tư 17/2024/TT-BCA' },
          components: [`${population}-c1`],
        },
      ],
    },
  ],
  steps: residenceSteps(null, 'Nhận thông báo theo ngày trên phiếu hẹn; dữ liệu được sửa lại.'),
  channels: [
    ...channels(['online'], {
      procedure: code,
      timeLimit: { value: 3, unit: 'working_day', text: '3 ngày làm việc.' },
      fees: [unknownFee('Lệ phí sửa thông tin cư trú', 'not_stated', null)],
      note: `${alsoPoliceOnline} ${receptionHours}`,
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: population,
      timeLimit: {
        value: 2,
        unit: 'working_day',
        text: '2 ngày làm việc, không tính thời gian chuyển hồ sơ về công an nơi cư trú.',
      },
      fees: [
        unknownFee('Lệ phí sửa thông tin dân cư', 'see_text', 'Cổng ghi: chưa quy định.', {
          cases: ['thong-tin-dan-cu'],
        }),
      ],
      note: 'Nộp ở cơ quan công an gần nhất; hồ sơ được chuyển về công an nơi cư trú.',
      onlineNote: alsoPoliceOnline,
    }),
  ],
  results: ['Dữ liệu cư trú, dân cư được sửa lại', residenceResult],
  eligibility: [
    'Khai sinh, kết hôn đã sửa trên dữ liệu hộ tịch điện tử thì không phải làm việc này nữa.',
    'Đổi chủ hộ: khi phải hỏi ý kiến thì các thành viên trong hộ xác nhận.',
  ],
  advice: [
    'Giấy khai sinh, giấy kết hôn ghi sai thì sửa hộ tịch ở phường; dữ liệu hộ tịch đã cập nhật thì không phải làm việc này.',
  ],
  legalBases: [
    ...residenceLaws('75/2022/TT-BTC', '56/2021/TT-BCA'),
    ...laws('26/2023/QH15', '70/2024/NĐ-CP', '17/2024/TT-BCA', '16/2024/TT-BCA', '18/2024/TT-BCA'),
  ],
  scheduledChanges: [],
  disagreements: [
    ...residenceDisagreements,
    {
      aspect: 'where',
      text: 'Sửa thông tin hộ khẩu, đổi chủ hộ: Cổng chỉ ghi cách nộp trực tuyến, nhưng các bước ghi nộp tại công an cấp xã.',
    },
  ],
  sources: residenceSources,
  facts: [
    newLawFact(code),
    ...receptionFacts(code),
    { subject: 'newer-decision', value: 'QĐ 5230/QĐ-BCA-C06 ngày 18/8/2026', source: portal.id, record: population },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    newerLawFlag(code),
    {
      code: 'MENTIONS_ABOLISHED',
      procedure: population,
      text: 'Bản gốc còn nhắc công an cấp huyện, nay không còn; cần đối chiếu lại.',
    },
    {
      code: 'NEWER_LAW',
      procedure: population,
      text: 'Quyết định 5230/QĐ-BCA-C06 ngày 18/08/2026 đã sửa thủ tục này; bản ghi của Cổng chụp trước ngày đó.',
    },
  ],
  aliases: [
    'đổi chủ hộ',
    'thay chủ hộ',
    'chủ hộ mất thì ai đứng tên',
    'sửa thông tin hộ khẩu',
    'hộ khẩu ghi sai',
    'sai thông tin cư trú',
    'điều chỉnh thông tin cư trú',
    'sửa quan hệ với chủ hộ',
    'sửa quê quán trong hộ khẩu',
    'sai địa chỉ trong hộ khẩu',
    'thông tin dân cư bị sai',
    'sửa thông tin dân cư',
    'VNeID ghi sai ngày sinh',
    'VNeID sai họ tên',
    'hộ khẩu ghi tên đường cũ',
    'tên trên dữ liệu khác giấy khai sinh',
    'sang tên chủ hộ',
  ],
  exampleQuestions: [
    'Ba tôi là chủ hộ vừa mất, giờ muốn để má đứng chủ hộ thì làm sao?',
    'Trong hộ khẩu ghi con tôi là cháu của chủ hộ, sửa lại ở đâu?',
    'Mở VNeID ra thấy sai ngày sinh của tôi, lên công an cần mang gì?',
    'Tên đệm trên dữ liệu khác với giấy khai sinh thì sửa chỗ nào trước?',
    'Thay chủ hộ có cần mọi người trong nhà ký không?',
    'Sửa thông tin hộ khẩu mất mấy ngày, có tốn tiền không?',
    'Hộ khẩu còn ghi tên đường cũ, muốn đổi lại cho đúng thì nộp gì?',
  ],
  confusableWith: [
    {
      topic: 'cai-chinh-ho-tich',
      difference:
        'Sửa giấy khai sinh, giấy kết hôn là cải chính hộ tịch ở phường; sửa hộ khẩu, dữ liệu dân cư là ở công an.',
    },
    {
      topic: 'tach-ho',
      difference: 'Đổi chủ hộ thì vẫn một hộ; tách hộ là lập thêm hộ riêng.',
    },
    {
      topic: 'can-cuoc',
      difference: 'Sửa thông tin trong dữ liệu là một việc; in lại thông tin mới lên thẻ là đổi thẻ căn cước.',
    },
    {
      topic: 'dinh-danh-vneid',
      difference:
        'Thông tin hiện trên VNeID bị sai thì sửa dữ liệu dân cư; chưa có tài khoản hoặc bị khóa thì làm định danh điện tử.',
    },
  ],
}
