/** What has to be proved in several civil-status tables: a birth, a kinship, the consent of a superior. */
import type { TableCondition, TableQuestion, TableRule } from '../../decision-table.ts'
import { answered } from './civil-status.ts'

/** How a birth is proved; `birthPapers` names the papers. */
export function askForProofOfBirth(askWhen: TableCondition[]): TableQuestion {
  return {
    id: 'chung-sinh',
    text: 'Có Giấy chứng sinh của bệnh viện không?',
    hint: null,
    options: [
      { id: 'co', label: 'Có giấy chứng sinh', clause: 'có Giấy chứng sinh bằng giấy' },
      { id: 'dien-tu', label: 'Bệnh viện đã gửi lên mạng', clause: 'bệnh viện đã gửi Giấy chứng sinh lên mạng' },
      {
        id: 'lam-chung',
        label: 'Không, nhưng có người làm chứng',
        clause: 'không có Giấy chứng sinh nhưng có người làm chứng việc sinh',
      },
      {
        id: 'khong',
        label: 'Không giấy, không người làm chứng',
        clause: 'không có Giấy chứng sinh, cũng không có người làm chứng',
      },
    ],
    askWhen,
  }
}

const certificate = 'giay-chung-sinh'
const witness = 'nguoi-lam-chung'
const pledge = 'cam-doan-viec-sinh'

export const proofOfBirthRules: TableRule[] = [
  { id: 'co-chung-sinh', when: [answered('chung-sinh', 'co')], omit: [witness, pledge], basis: 'portal' },
  {
    id: 'chung-sinh-dien-tu',
    when: [answered('chung-sinh', 'dien-tu')],
    omit: [certificate, witness, pledge],
    note: 'Cán bộ tra được Giấy chứng sinh điện tử thì không phải nộp bản giấy; có bản giấy thì cứ mang theo.',
    basis: 'portal',
  },
  {
    id: 'co-nguoi-lam-chung',
    when: [answered('chung-sinh', 'lam-chung')],
    need: [witness],
    omit: [certificate, pledge],
    basis: 'portal',
  },
  {
    id: 'khong-chung-sinh',
    when: [answered('chung-sinh', 'khong')],
    need: [pledge],
    omit: [certificate, witness],
    basis: 'portal',
  },
]

/** How kinship is proved; a dispute ends it here. */
export function askForProofOfKinship(askWhen: TableCondition[]): TableQuestion {
  return {
    id: 'chung-cu',
    text: 'Có giấy xác nhận quan hệ cha con, mẹ con chưa?',
    hint: 'Là giấy của cơ quan y tế hoặc cơ quan giám định, như giấy xét nghiệm ADN.',
    options: [
      { id: 'chua', label: 'Chưa có giấy này', clause: 'chưa có giấy y tế, giám định' },
      { id: 'co', label: 'Đã có giấy này', clause: 'đã có giấy y tế, giám định' },
      {
        id: 'tranh-chap',
        label: 'Đang có người tranh chấp',
        clause: 'đang có người tranh chấp việc nhận cha, mẹ, con',
      },
    ],
    askWhen,
  }
}

export const proofOfKinshipRules: TableRule[] = [
  {
    id: 'chua-giam-dinh',
    when: [answered('chung-cu', 'chua')],
    need: ['cam-doan'],
    omit: ['giay-giam-dinh'],
    note: 'Không bắt buộc phải xét nghiệm ADN.',
    basis: 'portal',
  },
  { id: 'co-giam-dinh', when: [answered('chung-cu', 'co')], omit: ['cam-doan'], basis: 'portal' },
  {
    id: 'co-tranh-chap',
    when: [answered('chung-cu', 'tranh-chap')],
    omit: ['giay-giam-dinh', 'cam-doan'],
    stops: true,
    warning: 'Phải nhờ Tòa án giải quyết tranh chấp trước; phường không giải quyết được.',
    basis: 'inferred',
  },
]

/** Asked where a superior's letter is needed. */
export function askForPublicService(id: string, text: string, askWhen: TableCondition[]): TableQuestion {
  return {
    id,
    text,
    hint: null,
    options: [
      { id: 'khong', label: 'Không', clause: 'không làm cho nhà nước' },
      { id: 'co', label: 'Có', clause: 'là cán bộ, công chức, viên chức, bộ đội hoặc công an' },
    ],
    askWhen,
  }
}

export function publicServiceRules(question: string): TableRule[] {
  return [
    { id: `${question}-khong`, when: [answered(question, 'khong')], omit: ['xac-nhan-co-quan'], basis: 'portal' },
    { id: `${question}-co`, when: [answered(question, 'co')], need: ['xac-nhan-co-quan'], basis: 'portal' },
  ]
}
