/** What the civil-status tables share: who goes to the desk, and what that person must show. */
import type { TableCondition, TableOption, TableQuestion, TableRule } from '../../decision-table.ts'
import type { Source } from '../../procedures.ts'

/** For figures that a rule reads from the law and no record of the portal states. */
export const tableReading: Source = {
  id: 'bang-cau-hoi-2026',
  name: 'Bảng câu hỏi do người soạn dựng từ luật, chưa đối chiếu nguyên văn',
  url: null,
  asOf: '2026-11-21',
}

const authorisation = 'giay-uy-quyen'

export function answered(question: string, ...options: string[]): TableCondition {
  return { question, in: options }
}

/** Who may be asked to go, and who goes without an authorisation. */
interface Errand {
  /** Tells the question apart where a table asks it more than once. */
  id?: string
  /** The one the papers are for. */
  self: Pick<TableOption, 'label' | 'clause'>
  askWhen?: TableCondition[]
}

const errand = 'nguoi-nop'
const outsider: TableOption = {
  id: 'nguoi-ngoai',
  label: 'Nhờ người ngoài đi thay',
  clause: 'nhờ người ngoài đi thay',
}

/** Relatives need an authorisation too, but not a certified one. */
export function askWhoGoes({ id = errand, self, askWhen = [] }: Errand): TableQuestion {
  return {
    id,
    text: 'Ai sẽ đi nộp hồ sơ?',
    hint: 'Người nhà là ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột.',
    options: [
      { id: 'tu-di', ...self },
      { id: 'nguoi-nha', label: 'Nhờ người nhà đi thay', clause: 'nhờ người nhà đi thay' },
      outsider,
    ],
    askWhen,
  }
}

/** The rules that go with `askWhoGoes`. */
export function whoGoesRules(question = errand): TableRule[] {
  return [
    { id: `${question}-tu-di`, when: [answered(question, 'tu-di')], omit: [authorisation], basis: 'portal' },
    { id: `${question}-nguoi-nha`, when: [answered(question, 'nguoi-nha')], need: [authorisation], basis: 'portal' },
    outsiderRule(question),
  ]
}

/** Relatives of the child or of the deceased act in their own right. */
export function askWhichRelative(text: string, relatives: TableOption[], askWhen: TableCondition[]): TableQuestion {
  return { id: errand, text, hint: null, options: [...relatives, outsider], askWhen }
}

/** Somebody outside the family: without the certificate the trip is in vain. */
export function outsiderRule(question = errand): TableRule {
  return {
    id: `${question}-nguoi-ngoai`,
    when: [answered(question, outsider.id)],
    need: [authorisation],
    warning: 'Giấy ủy quyền phải chứng thực trước; chưa chứng thực thì chưa nộp được.',
    also: 'chung-thuc-chu-ky',
    basis: 'portal',
  }
}
