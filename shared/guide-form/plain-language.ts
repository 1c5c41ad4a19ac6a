/** Whether a text can be read by somebody in a hurry: long sentences, abbreviations nobody explained, nothing to rest on. */
import type { Topic } from '../procedures.ts'

export interface Advice {
  /** The words it is about, cut short. */
  at: string
  text: string
}

/** Words (syllables) of Vietnamese in one breath. */
const longestSentence = 40
/** Known to everybody at a counter. */
const KNOWN = new Set([
  'UBND',
  'VNEID',
  'BHYT',
  'BHXH',
  'CCCD',
  'CMND',
  'QR',
  'PDF',
  'SMS',
  'QH',
  'CP',
  'TT',
  'CT',
  'NĐ',
])
const STIFF: [RegExp, string][] = [
  [/không thuộc thẩm quyền/iu, 'Viết “Việc này làm ở …” thay cho “không thuộc thẩm quyền”.'],
  [/quý khách|(?<![\p{L}])bạn(?![\p{L}])/iu, 'Gọi chung là “bà con”, hoặc bỏ đại từ.'],
  [/theo quy định của pháp luật/iu, 'Nói rõ quy định ấy bảo gì; “theo quy định của pháp luật” không giúp ai.'],
  [/người chết/iu, 'Viết “người đã mất”.'],
]

export function checkWords(topic: Topic): Advice[] {
  const spoken = [
    topic.summary,
    ...topic.steps.map(({ text }) => text),
    ...topic.eligibility,
    ...topic.advice,
    ...topic.cases.flatMap(({ documents }) => documents.flatMap(({ note }) => note ?? [])),
    ...topic.channels.flatMap(({ timeLimit, note, fees }) => [
      timeLimit?.text ?? '',
      note ?? '',
      ...fees.map(({ text }) => text ?? ''),
    ]),
  ]
  return [...new Set(spoken)].flatMap(checkText).concat(checkSources(topic))
}

function checkText(text: string): Advice[] {
  const at = text.length > 60 ? `${text.slice(0, 57)}…` : text
  const long = text.split(/[.!?;:]\s/).filter(sentence => sentence.split(/\s+/).length > longestSentence)
  const short = (text.match(/(?<![\p{L}\d/-])\p{Lu}{2,}(?![\p{L}\d/-])/gu) ?? []).filter(
    letters => !KNOWN.has(letters) && !text.includes(`(${letters})`),
  )
  return [
    ...long.map(() => ({ at, text: 'Câu dài quá, tách làm hai.' })),
    ...[...new Set(short)].map(letters => ({
      at,
      text: `“${letters}” viết tắt: viết đủ chữ, hoặc giải thích lần đầu.`,
    })),
    ...STIFF.filter(([words]) => words.test(text)).map(([, advice]) => ({ at, text: advice })),
  ]
}

function checkSources({ kind, legalBases, procedures, cases, exampleQuestions, sources }: Topic): Advice[] {
  const isOwn = sources.every(({ asOf }) => asOf === null)
  return [
    ...(kind === 'procedure' && legalBases.length === 0 && !isOwn
      ? [{ at: 'Căn cứ pháp lý', text: 'Chưa ghi văn bản nào.' }]
      : []),
    ...(kind === 'procedure' && procedures.length === 0 && !isOwn
      ? [{ at: 'Thủ tục hành chính', text: 'Chưa ghi mã thủ tục.' }]
      : []),
    ...(kind === 'procedure' && cases.every(({ documents }) => documents.length === 0)
      ? [{ at: 'Giấy tờ', text: 'Chưa có giấy tờ nào; người đọc không biết phải mang gì.' }]
      : []),
    ...(exampleQuestions.length === 0
      ? [{ at: 'Câu hỏi mẫu', text: 'Thêm vài câu bà con hay hỏi, để máy nhận ra hướng dẫn này.' }]
      : []),
  ]
}
