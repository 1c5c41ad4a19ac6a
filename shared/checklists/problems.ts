/** What is wrong with the questions of a guide, in words for whoever writes them. Pure; bounded, however large a table is. */
import type { TableCondition } from '../decision-table.ts'
import type { Topic } from '../procedures.ts'
import { giveAnswer, nextQuestion } from './questions.ts'
import { resolveChecklist } from './resolve.ts'
import { type Answers, unknown } from './table.ts'
import type { FindTopic } from './weighing.ts'

/** Questions on the way of the common answers, and on any way. */
const mostOnCommonWay = 5
const mostOnAnyWay = 7
/** Ways tried; a table of this size was never seen. */
const mostWays = 3000
const NOT_KNOWN = /^(tôi )?(không|chưa|ko) (rõ|biết|chắc|nhớ)( rõ| chắc)?[.…]*$/iu

/** @returns none when the table may be published; none as well for a guide without a table */
export function listTableProblems(topic: Topic, findOther: FindTopic): string[] {
  if (!topic.checklist) return []
  const findTopic: FindTopic = key => (key === topic.key ? topic : findOther(key))
  const written = [...listWordProblems(topic), ...listReferenceProblems(topic, findTopic)]
  // Ways are walked only over what refers to something.
  return written.length > 0 ? written : listWayProblems(topic, findTopic)
}

function listWordProblems({ checklist }: Topic): string[] {
  const { questions = [], rules = [] } = checklist ?? {}
  const name = (index: number) => `Câu ${index + 1}`
  return [
    ...(questions.length === 0 ? ['Chưa có câu hỏi nào. Thêm một câu, hoặc bỏ cả bảng.'] : []),
    ...questions.flatMap(({ text, options }, index) => [
      ...(text.trim() === '' ? [`${name(index)} chưa có lời hỏi.`] : []),
      ...(options.length < 2 ? [`${name(index)} cần ít nhất hai câu trả lời.`] : []),
      ...(options.length > 6 ? [`${name(index)} có quá sáu câu trả lời.`] : []),
      ...(options.some(({ label, clause }) => label.trim() === '' || clause.trim() === '')
        ? [`${name(index)} có câu trả lời chưa đủ chữ: cần cả chữ trên nút và vế câu đứng sau “Nếu”.`]
        : []),
      ...options
        .filter(({ label }) => NOT_KNOWN.test(label.trim()))
        .map(({ label }) => `${name(index)}: bỏ “${label}”. Máy luôn cho sẵn nút “Không rõ”.`),
      ...repeated(options.map(({ label }) => label.trim().toLowerCase())).map(
        label => `${name(index)} có hai câu trả lời giống nhau: “${label}”.`,
      ),
    ]),
    ...repeated(questions.map(({ text }) => text.trim().toLowerCase())).map(
      text => `Hai câu hỏi giống nhau: “${text}”.`,
    ),
    ...rules
      .filter(({ stops, warning }) => stops && !warning)
      .map((_, index) => `Điều kết thúc ${index + 1} chưa nói vì sao: thêm lời cảnh báo.`),
    ...rules
      .filter(({ stops, goTo }) => stops && goTo)
      .map(() => 'Một điều vừa kết thúc vừa chuyển sang hướng dẫn khác: chọn một.'),
  ]
}

function listReferenceProblems(topic: Topic, findTopic: FindTopic): string[] {
  const { checklist, key, cases } = topic
  if (!checklist) return []
  const { start, questions, rules } = checklist
  const caseOf = (at: { topic: string; case: string }) => findTopic(at.topic)?.cases.find(({ id }) => id === at.case)
  const isKnown = (known: typeof questions) => (one: TableCondition) =>
    one.in.length > 0 &&
    one.in.every(id =>
      known.some(({ id: question, options }) => question === one.question && options.some(o => o.id === id)),
    )
  const reachable = [start, ...rules.flatMap(({ useCase }) => useCase ?? [])]
  const papers = new Set(reachable.flatMap(at => caseOf(at)?.documents.map(({ id }) => id) ?? []))
  const names = new Map(cases.flatMap(({ documents }) => documents.map(({ id, name }) => [id, name] as const)))
  return [
    ...(start.topic === key && caseOf(start) ? [] : ['Chưa chọn trường hợp để bắt đầu.']),
    ...questions.flatMap(({ askWhen }, index) =>
      askWhen.every(isKnown(questions.slice(0, index)))
        ? []
        : [`Câu ${index + 1} chỉ được tùy theo câu đứng trước nó, và câu trả lời còn có.`],
    ),
    ...rules.flatMap(({ when, need = [], omit = [], useCase, goTo, also }, index) => [
      ...(when.every(isKnown(questions)) ? [] : [`Điều ${index + 1} dựa vào một câu hỏi hay câu trả lời đã bỏ.`]),
      ...[...need, ...omit]
        .filter(id => !papers.has(id))
        .map(id =>
          names.has(id)
            ? `Điều ${index + 1} nêu giấy “${names.get(id)}” của một trường hợp mà bảng không dẫn tới.`
            : `Điều ${index + 1} nêu một giấy không còn trong hướng dẫn.`,
        ),
      ...(useCase && !caseOf(useCase) ? [`Điều ${index + 1} chuyển sang một trường hợp không còn.`] : []),
      ...[goTo, also].flatMap(other =>
        other !== undefined && (!findTopic(other) || other === key)
          ? [`Điều ${index + 1} dẫn tới một hướng dẫn không có, hoặc chính hướng dẫn này.`]
          : [],
      ),
    ]),
  ]
}

/** Every way through, with "Không rõ" at most once besides everywhere. */
function listWayProblems(topic: Topic, findTopic: FindTopic): string[] {
  const problems = new Set<string>()
  const asked = new Set<string>()
  let ways = 0
  walk({}, 0, 1)
  allUnknown()
  const { questions = [] } = topic.checklist ?? {}
  for (const [index, { id, text }] of questions.entries())
    if (ways < mostWays && !asked.has(id))
      problems.add(`Câu ${index + 1} (“${text}”) không bao giờ được hỏi, hoặc trả lời thế nào cũng như nhau.`)
  const common = nextQuestion(topic, {}, findTopic)?.total ?? 0
  if (common > mostOnCommonWay)
    problems.add(`Người thường gặp nhất phải trả lời ${common} câu; nên từ ${mostOnCommonWay} câu trở xuống.`)
  return [...problems]

  function walk(answers: Answers, depth: number, unknownsLeft: number): void {
    if (ways >= mostWays) return
    const next = nextQuestion(topic, answers, findTopic)
    if (!next || depth > mostOnAnyWay) {
      ways += 1
      if (next) problems.add(`Có đường phải trả lời hơn ${mostOnAnyWay} câu; bớt câu hỏi hoặc cho hỏi tùy trường hợp.`)
      else requireEnd(answers)
      return
    }
    asked.add(next.question.id)
    for (const { id } of next.question.options)
      walk(giveAnswer(topic, answers, next.question.id, id), depth + 1, unknownsLeft)
    if (unknownsLeft > 0) walk(giveAnswer(topic, answers, next.question.id, unknown), depth + 1, unknownsLeft - 1)
  }

  function allUnknown(): void {
    let answers: Answers = {}
    for (let next = nextQuestion(topic, answers, findTopic); next; next = nextQuestion(topic, answers, findTopic))
      answers = giveAnswer(topic, answers, next.question.id, unknown)
    requireEnd(answers)
  }

  function requireEnd(answers: Answers): void {
    const { needed, maybe, warnings, elsewhere, isVague, stops, goTo } = resolveChecklist(topic, answers, findTopic)
    const saysSomething = needed.length + maybe.length + warnings.length + elsewhere.length > 0 || isVague
    if (!saysSomething && !stops && goTo === null)
      problems.add(`Có người trả lời xong mà không được chỉ gì: ${wordAnswers(answers)}.`)
  }

  function wordAnswers(answers: Answers): string {
    const given = (topic.checklist?.questions ?? []).flatMap(({ id, options }) => {
      const answer = answers[id]
      if (answer === undefined) return []
      return `“${answer === unknown ? 'Không rõ' : (options.find(option => option.id === answer)?.label ?? answer)}”`
    })
    return given.join(', ') || 'không câu nào'
  }
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index))]
}
