/** Decision tables to try the checklists on: a small one to read, any one at random, and every way through one. */
import fc from 'fast-check'
import { type Answers, type FindTopic, giveAnswer, nextQuestion, unknown } from '../../shared/checklists/index.ts'
import type { DecisionTable, TableCondition, TableQuestion, TableRule } from '../../shared/decision-table.ts'
import type { RequiredDocument, Topic } from '../../shared/procedures.ts'

/** A topic with nothing but these papers and this table. */
function topicWith(cases: [id: string, documents: RequiredDocument[]][], checklist: DecisionTable): Topic {
  return {
    key: 'mot-viec',
    kind: 'procedure',
    title: 'Một việc',
    task: 'làm một việc',
    summary: 'Một việc.',
    category: 'mot-nhom',
    procedures: [],
    relatedProcedures: [],
    authority: { kind: 'ward', name: 'Phường', whichOffice: null, howToReach: null },
    cases: cases.map(([id, documents]) => ({ id, label: id, words: [], procedure: null, documents })),
    checklist,
    steps: [],
    channels: [],
    results: [],
    eligibility: [],
    advice: [],
    legalBases: [],
    scheduledChanges: [],
    disagreements: [],
    sources: [{ id: 'mot-nguon', name: 'Một nguồn', url: null, asOf: null }],
    facts: [],
    effectiveFrom: null,
    effectiveUntil: null,
    verifiedOn: null,
    reviewFlags: [],
    aliases: [],
    exampleQuestions: [],
    confusableWith: [],
  }
}

function paper(id: string, condition: string | null = null): RequiredDocument {
  return {
    id,
    name: id,
    role: 'submit',
    originals: null,
    copies: null,
    condition,
    note: null,
    form: null,
    components: [],
  }
}

function question(id: string, options: Record<string, string>, askWhen: TableCondition[] = []): TableQuestion {
  return {
    id,
    text: `${id}?`,
    hint: null,
    options: Object.entries(options).map(([option, clause]) => ({ id: option, label: option, clause })),
    askWhen,
  }
}

const on = (name: string, ...options: string[]): TableCondition[] => [{ question: name, in: options }]

/** Birth papers, much simplified. */
export function tinyTopic(): Topic {
  const topic = 'mot-viec'
  const common = [paper('can-cuoc'), paper('cu-tru', 'không tra được nơi ở'), paper('uy-quyen', 'nhờ người đi thay')]
  return topicWith(
    [
      ['con-nho', [paper('to-khai'), paper('chung-sinh'), paper('cam-doan', 'không có giấy gì'), ...common]],
      ['nguoi-lon', [paper('to-khai'), ...common]],
    ],
    {
      start: { topic, case: 'con-nho' },
      questions: [
        question('ai', {
          'con-nho': 'làm cho con nhỏ',
          'nguoi-lon': 'làm cho người lớn',
          'can-ban-sao': 'chỉ cần bản sao',
          'da-mat': 'người đó đã mất',
        }),
        question(
          'giay',
          { 'co-giay': 'có giấy chứng sinh', 'khong-giay': 'không có giấy chứng sinh' },
          on('ai', 'con-nho'),
        ),
        question('ai-nop', { 'tu-di': 'tự đi nộp', 'nho-nguoi': 'nhờ người khác đi nộp' }),
        question('thich-mau', { xanh: 'thích màu xanh', do: 'thích màu đỏ' }),
      ],
      rules: [
        { id: 'nguoi-lon', when: on('ai', 'nguoi-lon'), useCase: { topic, case: 'nguoi-lon' }, basis: 'portal' },
        { id: 'ban-sao', when: on('ai', 'can-ban-sao'), goTo: 'trich-luc', basis: 'portal' },
        {
          id: 'da-mat',
          when: on('ai', 'da-mat'),
          warning: 'Người đã mất thì không làm được nữa.',
          stops: true,
          basis: 'portal',
        },
        { id: 'co-giay', when: on('giay', 'co-giay'), omit: ['cam-doan'], basis: 'portal' },
        { id: 'khong-giay', when: on('giay', 'khong-giay'), need: ['cam-doan'], omit: ['chung-sinh'], basis: 'portal' },
        { id: 'can-ca-hai', when: on('giay', 'khong-giay'), need: ['chung-sinh'], basis: 'inferred' },
        { id: 'nho-nguoi', when: on('ai-nop', 'nho-nguoi'), need: ['uy-quyen'], basis: 'portal' },
        { id: 'tu-di', when: on('ai-nop', 'tu-di'), omit: ['uy-quyen'], basis: 'portal' },
        { id: 'mau', when: on('thich-mau', 'xanh', 'do'), need: ['can-cuoc'], basis: 'inferred' },
      ],
    },
  )
}

const letters = ['a', 'b', 'c']
const paperIds = ['p', 'q', 'r', 's']
const some = <T>(from: readonly T[]) => fc.subarray([...from], { minLength: 1 })

function anyConditions(questions: readonly TableQuestion[], maxLength: number): fc.Arbitrary<TableCondition[]> {
  if (questions.length === 0) return fc.constant([])
  const condition = fc
    .constantFrom(...questions)
    .chain(({ id, options }) => some(options.map(one => one.id)).map(chosen => ({ question: id, in: chosen })))
  return fc.array(condition, { maxLength })
}

const anyQuestions: fc.Arbitrary<TableQuestion[]> = fc
  .array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 4 })
  .chain(sizes =>
    sizes.reduce<fc.Arbitrary<TableQuestion[]>>(
      (before, size, index) =>
        before.chain(questions =>
          anyConditions(questions, 2).map(askWhen => [
            ...questions,
            question(
              `q${index}`,
              Object.fromEntries(letters.slice(0, size).map(letter => [letter, `q${index} là ${letter}`])),
              askWhen,
            ),
          ]),
        ),
      fc.constant([]),
    ),
  )

const anyEffect: fc.Arbitrary<Partial<TableRule>> = fc.oneof(
  { weight: 4, arbitrary: some(paperIds).map(need => ({ need })) },
  { weight: 4, arbitrary: some(paperIds).map(omit => ({ omit })) },
  { weight: 3, arbitrary: fc.constantFrom('x', 'y').map(id => ({ useCase: { topic: 'mot-viec', case: id } })) },
  { weight: 2, arbitrary: fc.constantFrom('Một.', 'Hai.').map(note => ({ note })) },
  { weight: 1, arbitrary: fc.constantFrom('Ba.', 'Bốn.').map(warning => ({ warning, stops: true as const })) },
  { weight: 1, arbitrary: fc.constantFrom('nơi-kia', 'nơi-nọ').map(goTo => ({ goTo })) },
)

function anyRules(questions: readonly TableQuestion[]): fc.Arbitrary<TableRule[]> {
  const rule = fc.tuple(anyConditions(questions, 2), anyEffect)
  return fc
    .array(rule, { maxLength: 8 })
    .map(rules =>
      rules.map(([when, effect], index) => ({ id: `r${index}`, when, ...effect, basis: 'inferred' as const })),
    )
}

/** A table at random, and a way into it on which some answers are not known. */
export const anyTable: fc.Arbitrary<{ topic: Topic; answers: Answers }> = anyQuestions
  .chain(questions => fc.tuple(fc.constant(questions), anyRules(questions)))
  .chain(([questions, rules]) => {
    const topic = topicWith(
      [
        ['x', [paper('p'), paper('q'), paper('r', 'cần r')]],
        ['y', [paper('p'), paper('r'), paper('s', 'cần s')]],
      ],
      { start: { topic: 'mot-viec', case: 'x' }, questions, rules },
    )
    return fc
      .array(fc.nat({ max: 3 }), { maxLength: questions.length })
      .map(choices => ({ topic, answers: followWay(topic, choices) }))
  })

function followWay(topic: Topic, choices: readonly number[]): Answers {
  let answers: Answers = {}
  for (const choice of choices) {
    const next = nextQuestion(topic, answers, () => topic)
    if (!next) break
    answers = giveAnswer(topic, answers, next.question.id, next.question.options[choice]?.id ?? unknown)
  }
  return answers
}

/** Every way in which what is not known may turn out. */
export function completionsOf({ checklist }: Topic, answers: Answers): Answers[] {
  return (checklist?.questions ?? []).reduce<Answers[]>(
    (all, { id, options }) => {
      const given = answers[id]
      const turns = given !== undefined && given !== unknown ? [given] : options.map(option => option.id)
      return all.flatMap(one => turns.map(option => ({ ...one, [id]: option })))
    },
    [{}],
  )
}

/** What a table says when everything is known, read rule by rule as a clerk would. */
export function plainResult({ checklist, cases }: Topic, answers: Answers) {
  const { questions, rules, start } = checklist ?? { questions: [], rules: [], start: { topic: '', case: '' } }
  const isAsked = (id: string): boolean => questions.find(one => one.id === id)?.askWhen.every(holds) ?? false
  function holds({ question: id, in: options }: TableCondition): boolean {
    return isAsked(id) && options.includes(answers[id] ?? '')
  }
  const holding = rules.filter(({ when }) => when.every(holds))
  const theCase = holding.findLast(({ useCase }) => useCase)?.useCase?.case ?? start.case
  const documents = cases.find(({ id }) => id === theCase)?.documents ?? []
  const isOmitted = ({ id }: RequiredDocument) => holding.some(({ omit }) => omit?.includes(id))
  const isNeeded = ({ id, condition }: RequiredDocument) =>
    condition === null || holding.some(({ need }) => need?.includes(id))
  const left = documents.filter(one => !isOmitted(one))
  return {
    end: holding.some(({ stops, goTo }) => stops || goTo),
    theCase,
    needed: left.filter(isNeeded).map(({ id }) => id),
    maybe: left.filter(one => !isNeeded(one)).map(({ id }) => id),
    notes: [...new Set(holding.flatMap(({ note }) => note ?? []))],
  }
}

export interface Visit {
  answers: Answers
  /** How many questions have been answered. */
  depth: number
  isEnd: boolean
}

/** Visits every place that can be reached by known answers and at most `unknowns` unknown ones. */
export function walk(topic: Topic, findTopic: FindTopic, unknowns: number, visit: (visit: Visit) => void): void {
  const go = (answers: Answers, depth: number, left: number): void => {
    const next = nextQuestion(topic, answers, findTopic)
    visit({ answers, depth, isEnd: next === null })
    if (!next) return
    for (const { id } of next.question.options) go(giveAnswer(topic, answers, next.question.id, id), depth + 1, left)
    if (left > 0) go(giveAnswer(topic, answers, next.question.id, unknown), depth + 1, left - 1)
  }
  go({}, 0, unknowns)
}
