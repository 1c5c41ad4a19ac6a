/**
 * `npm run ask -- "câu hỏi"` shows what the chatbot understands and answers; `npm run -s ask -- --file IN.jsonl` decides lines
 * `{id, question}` and prints one JSON line each. Reads the starter files; needs no database.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Answerer, createAnswerer, type Decision, toRankingCatalogue } from '../../shared/answering/index.ts'
import { composeAnswer, composeReferral, findCase } from '../../shared/answers/index.ts'
import { negativeExamples, sampleWard, starterTopics } from '../../shared/content/index.ts'
import { readOptions, runAlone } from './command.ts'

const USAGE = `Cách dùng:
  npm run ask -- "làm giấy khai sinh cần gì"        chatbot hiểu câu hỏi thế nào, trả lời gì
  npm run -s ask -- --file CÂU_HỎI.jsonl            mỗi dòng {"id": …, "question": …} cho ra một dòng JSON`

const QuestionLine = z.object({ id: z.union([z.string(), z.number()]), question: z.string() })

const DECISIONS: Record<Decision['decision'], string> = {
  answer: 'trả lời',
  clarify: 'hỏi lại',
  refer: 'chỉ nơi có thẩm quyền',
  refuse: 'nói là không biết',
  chitchat: 'chào hỏi',
}

await runAlone(async args => {
  const options = { file: { type: 'string' } } as const
  const { values, positionals } = readOptions({ args, allowPositionals: true, options }, USAGE)
  const question = positionals.join(' ')
  if (values.file === undefined && question === '') throw new Error(USAGE)
  const answerer = createAnswerer(toRankingCatalogue(starterTopics, negativeExamples))
  if (values.file !== undefined) decideFile(answerer, values.file)
  else explain(question, answerer.decide(question))
})

function decideFile(answerer: Answerer, file: string): void {
  const lines = readFileSync(file, 'utf8').split('\n')
  for (const line of lines.filter(line => line.trim() !== '')) {
    const { id, question } = QuestionLine.parse(JSON.parse(line))
    const started = performance.now()
    const { decision, topics, aspects } = answerer.decide(question)
    const ms = Math.round((performance.now() - started) * 1000) / 1000
    console.log(JSON.stringify({ id, decision, topics, aspects, ms }))
  }
}

function explain(question: string, decision: Decision): void {
  const { topics, aspects, chitchat, emergency, confidence, nearest } = decision
  const titles = topics.map(key => `${titleOf(key)} (${key})`)
  const lines = [
    `Quyết định      ${DECISIONS[decision.decision]}${chitchat ? `: ${chitchat}` : ''}${emergency ? `; có dấu hiệu khẩn cấp: ${emergency}` : ''}`,
    `Chủ đề          ${titles.join('; ') || 'không có'}`,
    `Phần được hỏi   ${aspects.join(', ')}`,
    `Độ chắc         ${confidence.toFixed(2)}`,
    `Giống câu       ${nearest ?? 'không có'}`,
  ]
  console.log([...lines, ...replyTo(question, decision)].join('\n'))
}

function titleOf(key: string): string {
  return starterTopics.find(topic => topic.key === key)?.title ?? key
}

/** What the sample ward would say, where it answers. */
function replyTo(question: string, { decision, topics, aspects }: Decision): string[] {
  const topic = starterTopics.find(({ key }) => key === topics[0])
  if (!topic || (decision !== 'answer' && decision !== 'refer')) return []
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
  const caseId = findCase(topic, question)?.id ?? null
  const input = { topic, revision: 1, publishedOn: today, aspects, caseId, ward: sampleWard.profile, today }
  const messages = decision === 'refer' ? composeReferral(input) : composeAnswer(input)
  return ['', ...messages.map(({ text }) => text)]
}
