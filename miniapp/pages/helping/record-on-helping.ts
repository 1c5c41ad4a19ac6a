/**
 * What the record of a topic says about one person going for another, in its own words. Where it says nothing, nothing is
 * said but that one should ring first.
 */
import type { DecisionTable } from '../../../shared/decision-table.ts'
import type { RequiredDocument, Topic } from '../../../shared/procedures.ts'
import type { Errand } from './helped.ts'
import { isWhollyKnown, knownAnswers, rulesOf } from './known-answers.ts'

export interface HelpRecord {
  /** `none`: the table says that none is needed; `unstated`: the record does not speak of it. */
  authorisation: 'needed' | 'sometimes' | 'none' | 'unstated'
  /** The papers that whoever goes for another brings besides. */
  papers: RequiredDocument[]
  /** Without heeding these the trip is in vain. */
  warnings: string[]
  /** What else is written about going for another. */
  sayings: string[]
  /** What the person must do or be there for. */
  inPerson: string[]
  /** Topics worth doing first. */
  also: string[]
}

/** Papers of whoever goes for another, by the ids they carry in the records. */
const AUTHORISATIONS = ['giay-uy-quyen', 'uy-quyen-ca-nhan', 'van-ban-uy-quyen']
const BESIDE_IT = ['can-cuoc-nguoi-uy-quyen']

const GOES_FOR_ANOTHER =
  /ủy quyền|nhờ người|(đi|làm|nộp|nhận) thay|đại diện (hợp pháp|nộp|làm|khai)|đi cùng (cha|người)/i
const IN_PERSON =
  /tự đi làm|phải tự (làm|đi|ký|mình)|nhận thay được|(cùng|phải) (có mặt|đến)|có mặt (ký|trước)|ký trước mặt|đối chiếu khuôn mặt/i
const NOT_IN_PERSON = /không phải (có mặt|đến)/i

export function readHelp(topic: Topic, errand: Errand): HelpRecord {
  const { checklist } = topic
  const answers = checklist ? knownAnswers(checklist, errand) : {}
  const known = checklist ? rulesOf(checklist, answers) : []
  const isDecided = !checklist || isWhollyKnown(checklist, answers, errand)
  const papers = uniquePapers(topic)
  const named = new Set(isDecided ? known.flatMap(({ need }) => need ?? []) : [])
  const isSpared = isDecided && known.some(({ omit }) => omit?.some(id => AUTHORISATIONS.includes(id)))
  const needed = papers.filter(({ id }) => named.has(id))
  const sentences = [...topic.eligibility, ...topic.advice, ...topic.channels.flatMap(({ note }) => note ?? [])]
  const ownWords = known.flatMap(({ note }) => note ?? [])
  const warnings = unique(known.flatMap(({ warning }) => warning ?? []))
  const stated = [...sentences, ...(checklist ? ruleSentences(checklist) : [])].filter(isInPerson)
  // Steps say the same once more: they are heard where nothing else speaks.
  const steps = topic.steps.map(({ text }) => text).filter(text => isInPerson(text) && !GOES_FOR_ANOTHER.test(text))
  const inPerson = unique(stated.length > 0 ? stated : steps).filter(text => !warnings.includes(text))
  return {
    authorisation: isSpared ? 'none' : needed.length > 0 ? 'needed' : papers.length > 0 ? 'sometimes' : 'unstated',
    papers: isSpared ? [] : needed.length > 0 ? needed : papers,
    warnings,
    sayings: unique([...ownWords, ...sentences.filter(text => GOES_FOR_ANOTHER.test(text))]).filter(
      text => !inPerson.includes(text),
    ),
    inPerson,
    also: unique(known.flatMap(({ also }) => also ?? [])),
  }
}

function isInPerson(text: string): boolean {
  return IN_PERSON.test(text) && !NOT_IN_PERSON.test(text)
}

/** One paper may stand in several cases. */
function uniquePapers({ cases }: Topic): RequiredDocument[] {
  const found = new Map<string, RequiredDocument>()
  for (const { documents } of cases)
    for (const one of documents) {
      const isOne = AUTHORISATIONS.includes(one.id) || BESIDE_IT.includes(one.id)
      if (isOne && one.condition !== null && !found.has(one.id)) found.set(one.id, one)
    }
  return [...found.values()]
}

/** What rules say to everybody, or to whom one answer applies; the answer goes before it. */
function ruleSentences({ questions, rules }: DecisionTable): string[] {
  return rules.flatMap(({ when, note, warning }) => {
    const [only, ...others] = when
    const options = questions.find(({ id }) => id === only?.question)?.options ?? []
    const clauses = options.filter(({ id }) => only?.in.includes(id)).map(({ clause }) => clause)
    if (others.length > 0) return []
    return [note, warning].flatMap(text =>
      text ? [only ? `Nếu ${clauses.join(' hoặc ')}: ${text.charAt(0).toLowerCase()}${text.slice(1)}` : text] : [],
    )
  })
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)]
}
