/** A guide to be read without any program. */
import type { Topic } from '../../../shared/procedures.ts'

const ROLES = { form: 'Điền', submit: 'Nộp', present: 'Mang bản chính để đối chiếu' }

export function guideMarkdown(topic: Topic, { revision, isRetired }: { revision: number; isRetired: boolean }): string {
  const section = (title: string, lines: string[]): string[] =>
    lines.length > 0 ? [`## ${title}`, '', ...lines.map(line => `- ${line.replaceAll('\n', ' ')}`), ''] : []
  return `${[
    `# ${topic.title}`,
    '',
    topic.summary,
    '',
    `Phiên bản ${revision}${isRetired ? ' (đã ngừng dùng)' : ''}. Nơi làm: ${topic.authority.name}.`,
    '',
    ...topic.cases.flatMap(({ label, documents }) =>
      section(
        `Giấy tờ: ${label}`,
        documents.map(
          ({ name, role, condition, note }) =>
            `${condition ? `Khi ${condition}: ` : ''}${ROLES[role]}: ${name}${note ? `. ${note}` : ''}`,
        ),
      ),
    ),
    ...section(
      'Các bước',
      topic.steps.map(({ title, text }) => `${title}: ${text}`),
    ),
    ...section(
      'Thời hạn, lệ phí',
      topic.channels.flatMap(({ type, timeLimit, fees }) => [
        `${type}: ${timeLimit?.text ?? 'nguồn không ghi thời hạn'}`,
        ...fees.map(
          ({ name, amount, text }) => `${name}: ${text ?? (amount === null ? 'nguồn không ghi' : `${amount} đồng`)}`,
        ),
      ]),
    ),
    ...section('Nên biết', topic.advice),
    ...section(
      'Căn cứ pháp lý',
      topic.legalBases.map(({ number, title }) => `${number}: ${title}`),
    ),
    ...section(
      'Điều cần xem lại',
      topic.reviewFlags.map(({ text }) => text),
    ),
    `Nguồn: ${topic.sources.map(({ name }) => name).join('; ')}.`,
  ].join('\n')}\n`
}
