/** What an example comes to, in words that a reviewer compares. Pure, for any state of the catalogue. */
import { findCase } from '../../../shared/answers/index.ts'
import { nextQuestion, resolveChecklist, unknown } from '../../../shared/checklists/index.ts'
import type { ExampleAsked, ExampleTarget } from '../../../shared/guides/index.ts'
import type { Channel, Topic } from '../../../shared/procedures.ts'
import type { Catalogue } from '../catalogue.ts'

const OFFERED = 3

type Known = Pick<Catalogue, 'topics' | 'answerer'>

/** @returns null when the guide is not in that catalogue */
export function outcomeOf(asked: ExampleAsked, guide: string, known: Known): string | null {
  const topic = known.topics.get(guide)?.topic
  if (asked.kind === 'question') return questionOutcome(asked.text, known)
  return topic ? checklistOutcome(topic, asked.answers, known) : null
}

/** "Khai sinh cho con › Trẻ mới sinh". */
export function wordTarget({ topic: key, caseId }: ExampleTarget, { topics }: Pick<Catalogue, 'topics'>): string {
  const topic = topics.get(key)?.topic
  const found = topic?.cases.find(({ id }) => id === caseId)
  return [topic?.title ?? key, found?.label].filter(Boolean).join(' › ')
}

export function wordAsked(asked: ExampleAsked, topic: Topic | undefined): string {
  if (asked.kind === 'question') return `“${asked.text}”`
  const given = (topic?.checklist?.questions ?? []).flatMap(({ id, options }) => {
    const answer = asked.answers[id]
    if (answer === undefined) return []
    return answer === unknown ? ['không rõ'] : (options.find(option => option.id === answer)?.label ?? [])
  })
  return given.length > 0 ? `${asked.name} (${given.join(', ')})` : asked.name
}

function questionOutcome(text: string, { topics, answerer }: Known): string {
  const { decision, topics: keys } = answerer.decide(text)
  const titles = keys.flatMap(key => topics.get(key)?.topic.title ?? [])
  if (decision === 'clarify') return `Hỏi lại: ${titles.slice(0, OFFERED).join('; ')}`
  const topic = topics.get(keys[0] ?? '')?.topic
  if ((decision === 'answer' || decision === 'refer') && topic)
    return wordTarget({ topic: topic.key, caseId: findCase(topic, text)?.id ?? null }, { topics })
  return 'Không trả lời được'
}

function checklistOutcome(topic: Topic, answers: Readonly<Record<string, string>>, { topics }: Known): string {
  if (!topic.checklist) return 'Hướng dẫn không còn bảng câu hỏi'
  const findTopic = (key: string) => (key === topic.key ? topic : topics.get(key)?.topic)
  const next = nextQuestion(topic, answers, findTopic)
  if (next) return `Còn hỏi: ${next.question.text}`
  const result = resolveChecklist(topic, answers, findTopic)
  if (result.goTo !== null) return `Chuyển sang: ${findTopic(result.goTo)?.title ?? result.goTo}`
  const { theCase, needed, maybe, warnings, stops } = result
  const names = (papers: readonly { name: string }[]) => papers.map(({ name }) => name).join('; ') || 'không có'
  return [
    ...warnings.map(({ text }) => `Chú ý: ${text}`),
    ...(stops ? [] : [`Giấy tờ: ${names(needed)}`]),
    ...(maybe.length > 0 ? [`Có thể cần: ${names(maybe.map(({ document }) => document))}`] : []),
    ...(theCase ? [`Thời hạn: ${timeOf(theCase.topic, theCase.case.procedure)}`] : []),
  ].join('\n')
}

function timeOf({ channels }: Topic, procedure: string | null): string {
  const own = (one: Channel) => one.procedure === null || procedure === null || one.procedure === procedure
  const limits = channels.filter(own).flatMap(({ timeLimit }) => timeLimit?.text ?? [])
  return [...new Set(limits)].join('; ') || 'nguồn không ghi'
}
