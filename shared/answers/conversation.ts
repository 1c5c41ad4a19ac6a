/** What the ward says around its answers: asking back, sending on, declining, and being polite. */
import type { Chitchat, Emergency } from '../answering/index.ts'
import type { WardProfile } from '../areas.ts'
import { emergencyNumbers } from '../content/index.ts'
import type { OutgoingMessage } from '../messages.ts'
import type { Aspect, Topic } from '../procedures.ts'
import type { Addressing } from './addressing.ts'
import { type Choice, callButton, sayButtons } from './choices.ts'
import { dangerLine } from './emergency-numbers.ts'
import { wardOffice } from './office.ts'
import { findCase, noneOfThese, sayingOf } from './sayings.ts'

const mostTopics = 3
const mostExamples = 5

interface Speaking {
  ward: WardProfile
  addressing?: Addressing | null
}

/** Not sure which is meant: up to three topics to choose from, with the case that `question` names, and a way out. */
export function composeClarification(
  input: Speaking & { topics: readonly Topic[]; aspects: readonly Aspect[]; question?: string; isAgain?: boolean },
): OutgoingMessage[] {
  const topics = input.topics.slice(0, mostTopics)
  if (topics.length === 0) return composeNoneOfThese(input)
  const aspect = input.aspects[0] ?? 'overview'
  const sayingFor = (topic: Topic) =>
    sayingOf(topic, { aspect, caseId: findCase(topic, input.question ?? '')?.id ?? null, view: 'core' })
  const choices: Choice[] = [
    ...topics.map(topic => ({ title: topic.title, say: sayingFor(topic) })),
    { title: noneOfThese, say: noneOfThese },
  ]
  const lines = [
    input.isAgain ? `${you(input)} chọn giúp một việc trước:` : `${you(input)} hỏi việc nào dưới đây?`,
    ...numbered(choices),
    ...differenceBetween(topics),
    `Nhắn số hoặc bấm nút. Việc khác thì gọi ${wardOffice(input.ward).phone}.`,
  ]
  return [{ text: lines.join('\n'), buttons: sayButtons(choices) }]
}

/** Between two topics people confuse, the sentence that tells them apart. */
function differenceBetween([first, second, third]: readonly Topic[]): string[] {
  if (!first || !second || third) return []
  const known = first.confusableWith.find(one => one.topic === second.key)
  const reverse = second.confusableWith.find(one => one.topic === first.key)
  const difference = (known ?? reverse)?.difference
  return difference ? [difference] : []
}

/** None of the choices fitted: say it differently, or ring. */
export function composeNoneOfThese(input: Speaking): OutgoingMessage[] {
  const { name, phone } = wardOffice(input.ward)
  const text = [
    `${you(input)} nhắn lại giúp: cần giấy tờ gì, hay cần làm việc gì?`,
    'Ví dụ: “giấy tờ làm khai sinh”, “mất căn cước”.',
    `Hoặc gọi ${phone} (${name}).`,
  ].join('\n')
  return [{ text, buttons: [callButton(`Gọi ${phone}`, phone)] }]
}

/** A number was typed where nothing, or less, was offered. `offered`: how many choices stand. */
export function composeNothingOffered({ offered, ...input }: Speaking & { offered: number }): OutgoingMessage[] {
  const range = offered === 1 ? 'Chỉ có số 1' : `Chỉ có số từ 1 đến ${offered}`
  if (offered > 0) return [{ text: `${range}. Nhắn lại số, hoặc nhắn việc cần hỏi.`, buttons: [] }]
  const text = `Chưa có mục nào để chọn bằng số. ${you(input)} nhắn việc cần làm, ví dụ: “làm khai sinh cần giấy tờ gì”.`
  return [{ text, buttons: [] }]
}

/** Why the ward does not answer: it is not its field, or there is danger and another number comes first. */
export type RefusalKind = 'not_ours' | Emergency

/** Declines kindly, and says what the ward can do and where a person answers. `topics`: some it can help with. */
export function composeRefusal(input: Speaking & { kind?: RefusalKind; topics?: readonly Topic[] }): OutgoingMessage[] {
  const { name, phone } = wardOffice(input.ward)
  const emergency = input.kind && input.kind !== 'not_ours' ? emergencyNumbers[input.kind] : null
  const choices = emergency ? [] : examples(input.topics)
  const lines = emergency
    ? [
        dangerLine(emergency),
        'Máy không gọi thay được: xin gọi ngay, hoặc nhờ người ở gần gọi giúp.',
        `Việc không gấp thì nhắn việc cần hỏi, hoặc gọi ${phone} (${name}).`,
      ]
    : [
        'Việc này Zalo của phường chưa trả lời được.',
        'Ở đây chỉ hướng dẫn giấy tờ, thủ tục làm tại phường và công an phường.',
        ...numbered(choices),
        `Hỏi việc khác thì gọi ${phone} (${name}).`,
      ]
  const numbers = [...(emergency ? [emergency.number] : []), phone]
  return [
    {
      text: lines.join('\n'),
      buttons: [...sayButtons(choices), ...numbers.map(number => callButton(`Gọi ${number}`, number))],
    },
  ]
}

/** A greeting, thanks and the like. `topics`: a few to begin with. */
export function composeChitchat(input: Speaking & { kind: Chitchat; topics?: readonly Topic[] }): OutgoingMessage[] {
  const choices = input.kind === 'thanks' || input.kind === 'goodbye' ? [] : examples(input.topics)
  const lines = [...chitchatLines(input.kind, input), ...numbered(choices)]
  return [{ text: lines.join('\n'), buttons: sayButtons(choices) }]
}

function chitchatLines(kind: Chitchat, input: Speaking): string[] {
  const { name, phone } = wardOffice(input.ward)
  const ask = 'Nhắn việc cần làm, ví dụ: “làm khai sinh cần giấy tờ gì”. Gõ không dấu cũng được.'
  switch (kind) {
    case 'greeting':
      return [`${input.ward.wardName} xin chào ${input.addressing ?? 'bà con'}.`, ask]
    case 'identity':
      return [
        `Đây là máy trả lời của ${name}, không phải người.`,
        'Máy chỉ nói theo hướng dẫn đã đăng, câu nào cũng ghi nguồn.',
        `Cần gặp người thì gọi ${phone}.`,
      ]
    case 'help':
      return [ask, 'Sau mỗi câu trả lời, nhắn số hoặc bấm nút để xem tiếp.', `Cần gặp người thì gọi ${phone}.`]
    case 'thanks':
      return ['Dạ không có chi.', `Cần gì thêm ${lowerYou(input)} cứ nhắn.`]
    case 'goodbye':
      return [`Chào ${lowerYou(input)}. Cần gì cứ nhắn lại.`]
  }
}

function examples(topics: readonly Topic[] = []): Choice[] {
  return topics.slice(0, mostExamples - 1).map(topic => ({
    title: topic.title,
    say: sayingOf(topic, { aspect: 'overview', caseId: null, view: 'core' }),
  }))
}

function numbered(choices: readonly Choice[]): string[] {
  return choices.map((choice, index) => `${index + 1} ${choice.title}`)
}

function you({ addressing }: Speaking): string {
  return addressing ? `Dạ thưa ${addressing}, ${addressing}` : 'Bà con'
}

function lowerYou({ addressing }: Speaking): string {
  return addressing ?? 'bà con'
}
