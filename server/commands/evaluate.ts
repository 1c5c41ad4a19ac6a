/**
 * `npm run evaluate -- FILE.tsv` decides every labelled question with the starter content and prints how right the
 * decisions are. `--misses N` shows the first N questions whose topic was not found; `--json` prints the report only.
 */
import { readFileSync } from 'node:fs'
import { createAnswerer, toRankingCatalogue } from '../../shared/answering/index.ts'
import { negativeExamples, starterTopics } from '../../shared/content/index.ts'
import { readOptions, runAlone } from './command.ts'
import { decideAll } from './evaluation/decide.ts'
import type { Outcome } from './evaluation/measures.ts'
import { readQuestions, wantedTopics } from './evaluation/question.ts'
import { missesOf, type Report, report } from './evaluation/report.ts'

const USAGE = `Cách dùng:
  npm run evaluate -- CÂU_HỎI.tsv                 đo trên tệp câu hỏi có nhãn
  npm run evaluate -- CÂU_HỎI.tsv --misses 30     kèm 30 câu tìm sai chủ đề
  npm run -s evaluate -- CÂU_HỎI.tsv --json       chỉ in báo cáo JSON`

const MOST_CONFUSIONS = 15

await runAlone(async args => {
  const options = { misses: { type: 'string' }, json: { type: 'boolean' } } as const
  const { values, positionals } = readOptions({ args, allowPositionals: true, options }, USAGE)
  const [file] = positionals
  if (file === undefined) throw new Error(USAGE)
  const questions = readQuestions(readFileSync(file, 'utf8'))
  const outcomes = decideAll(createAnswerer(toRankingCatalogue(starterTopics, negativeExamples)), questions)
  if (values.json) console.log(JSON.stringify(report(outcomes), null, 1))
  else {
    print(report(outcomes), outcomes)
    if (values.misses !== undefined) printMisses(outcomes, Number(values.misses))
  }
})

function print({ questions, ms, groups, confusions, reliability }: Report, outcomes: readonly Outcome[]): void {
  const known = new Set(starterTopics.map(({ key }) => key))
  const unknown = outcomes.filter(({ question }) => wantedTopics(question).some(key => !known.has(key)))
  console.log(`${questions} câu hỏi; một câu mất ${ms.p50} ms (p50), ${ms.p99} ms (p99)`)
  if (unknown.length > 0) console.log(`${unknown.length} câu hỏi về chủ đề chưa có trong danh mục, vẫn được tính`)
  console.table(groups)
  console.log('\nHay lấy nhầm (cần → lấy)')
  for (const { wanted, got, ids } of confusions.slice(0, MOST_CONFUSIONS))
    console.log(`${String(ids.length).padStart(3)}  ${wanted} → ${got}  (${ids.join(', ')})`)
  console.log('\nĐộ chắc có đáng tin không')
  for (const { from, count, right } of reliability)
    console.log(
      `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}  ${String(count).padStart(4)} câu  đúng ${right ?? '–'} %`,
    )
}

function printMisses(outcomes: readonly Outcome[], most: number): void {
  console.log('')
  for (const { question, decision } of missesOf(outcomes).slice(0, most))
    console.log(
      [question.id, question.label, `${decision.decision}: ${decision.topics.join(', ')}`, question.question].join(
        '\t',
      ),
    )
}
