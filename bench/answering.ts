/**
 * `npm run bench -- answering`: how long the answerer takes to be built and to decide with every starter topic, how
 * much of it a phone has to load, and what two ready-made engines do with the same topics and questions. One thread.
 */
import { readFileSync } from 'node:fs'
import { createAnswerer, toRankingCatalogue } from '../shared/answering/index.ts'
import { negativeExamples, starterTopics } from '../shared/content/index.ts'
import { buildMiniSearch, buildNodeNlp, type FindTopic } from './other-engines.ts'
import { measurePhone } from './phone-weight.ts'

const QUESTIONS = 'tests/questions.tsv'
const BUILDS = 5
const WARM_UP = 100

interface Asked {
  text: string
  /** Topics that are right; none where the ward has none. */
  wanted: readonly string[]
}

interface Engine {
  p50Ms: number
  p99Ms: number
  buildMs: number
  /** Per cent of the questions that have a topic. */
  recallAt1: number
}

export async function benchAnswering(): Promise<object> {
  const catalogue = toRankingCatalogue(starterTopics, negativeExamples)
  const keys = new Set(catalogue.topics.map(({ key }) => key))
  const questions = readQuestions(keys)
  const { calibration } = createAnswerer(catalogue)
  const stored = { ...catalogue, calibration }
  const ours = await measure(() => {
    const answerer = createAnswerer(stored)
    return text => answerer.decide(text).topics[0]
  }, questions)
  const { buildMs: calibratedBuildMs } = await buildOften(() => createAnswerer(catalogue), BUILDS)
  const phone = await measurePhone(stored)
  const baselines = {
    miniSearch: await measure(() => buildMiniSearch(catalogue), questions),
    nodeNlp: await measureIfInstalled(() => buildNodeNlp(catalogue), questions),
  }

  const count = `${keys.size} topics, ${questions.length} questions`
  console.log(`${count}; index built in ${ours.buildMs} ms, with its calibration computed in ${calibratedBuildMs} ms`)
  console.table({ ours, ...baselines })
  console.log(
    `phone: ${phone.codeKb} KB code (shared/answering and shared/language, types stripped and minified, gzip) + ` +
      `${phone.catalogueKb} KB catalogue (names, phrases, negatives and calibration as JSON, gzip)`,
  )
  const phoneGzipKb = round(phone.codeKb + phone.catalogueKb)
  return { ...ours, calibratedBuildMs, phoneGzipKb, phone, baselines }
}

/** Our own labelled questions where they are at hand, otherwise the examples of the topics. */
function readQuestions(keys: ReadonlySet<string>): Asked[] {
  const [header = '', ...lines] = readIfThere(QUESTIONS).trim().split('\n')
  const columns = header.split('\t')
  const [text, label] = [columns.indexOf('question'), columns.indexOf('label')]
  if (text < 0 || label < 0)
    return starterTopics.flatMap(({ key, exampleQuestions }) =>
      exampleQuestions.map(question => ({ text: question, wanted: [key] })),
    )
  return lines.map(line => {
    const cells = line.split('\t')
    return { text: cells[text] ?? '', wanted: (cells[label] ?? '').split(/[/+]/).filter(key => keys.has(key)) }
  })
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Every question is asked once, after a warm-up. */
async function measure(
  build: () => FindTopic | Promise<FindTopic>,
  questions: readonly Asked[],
  builds = BUILDS,
): Promise<Engine> {
  const { result: find, buildMs } = await buildOften(build, builds)
  for (const { text } of questions.slice(0, WARM_UP)) await find(text)
  const times: number[] = []
  let right = 0
  for (const { text, wanted } of questions) {
    const asked = performance.now()
    const found = await find(text)
    times.push(performance.now() - asked)
    if (found !== undefined && wanted.includes(found)) right++
  }
  const findable = questions.filter(({ wanted }) => wanted.length > 0).length
  times.sort((a, b) => a - b)
  return {
    p50Ms: round(quantile(times, 0.5), 1000),
    p99Ms: round(quantile(times, 0.99), 1000),
    buildMs,
    recallAt1: round((100 * right) / findable),
  }
}

async function measureIfInstalled(
  build: () => Promise<FindTopic>,
  questions: readonly Asked[],
): Promise<Engine | { missing: string }> {
  try {
    return await measure(build, questions, 1)
  } catch (error) {
    return { missing: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}

/** The last of several builds, and what one took: the median. */
async function buildOften<T>(build: () => T | Promise<T>, times: number): Promise<{ result: T; buildMs: number }> {
  const taken: number[] = []
  for (;;) {
    const began = performance.now()
    const result = await build()
    taken.push(performance.now() - began)
    if (taken.length >= times)
      return {
        result,
        buildMs: round(
          quantile(
            taken.toSorted((a, b) => a - b),
            0.5,
          ),
        ),
      }
  }
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

function round(value: number, parts = 10): number {
  return Math.round(value * parts) / parts
}
