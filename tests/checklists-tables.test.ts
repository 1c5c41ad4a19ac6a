/** The decision tables a new ward starts with: every way through every one of them, and every word of it. */
import { describe, expect, it } from '@jest/globals'
import {
  composeChecklistQuestion,
  composeChecklistResult,
  createChecklistReader,
  createSayingReader,
  optionChoices,
} from '../shared/answers/index.ts'
import {
  type Answers,
  type ChecklistResult,
  giveAnswer,
  nextQuestion,
  resolveChecklist,
} from '../shared/checklists/index.ts'
import { sampleWard, starterTopics } from '../shared/content/index.ts'
import { DecisionTable, type TableCondition, type TableRule } from '../shared/decision-table.ts'
import { messageLength, OutgoingMessage } from '../shared/messages.ts'
import { maskPersonalData } from '../shared/privacy/index.ts'
import type { Topic } from '../shared/procedures.ts'
import { tinyTopic, walk } from './setup/checklists.ts'
import { figuresIn, figuresOfFields, proseOfTable } from './setup/figures.ts'

const findTopic = (key: string) => starterTopics.find(topic => topic.key === key)

const tables = starterTopics.flatMap(topic => (topic.checklist ? [{ topic, table: topic.checklist }] : []))

type Entry = (typeof tables)[number]

function complaints(check: (entry: Entry) => string[]): string[] {
  return tables.flatMap(entry => check(entry).map(complaint => `${entry.topic.key}: ${complaint}`))
}

/** Every list a person can come to who knows every answer but at most `unknowns`, and how many questions it took. */
function endsOf(topic: Topic, unknowns: number) {
  const ends: { answers: Answers; result: ChecklistResult; asked: number }[] = []
  walk(topic, findTopic, unknowns, ({ answers, depth, isEnd }) => {
    if (isEnd) ends.push({ answers, result: resolveChecklist(topic, answers, findTopic), asked: depth })
  })
  return ends
}

const everyEnd = new Map(tables.map(({ topic }) => [topic.key, endsOf(topic, 1)]))
const knownEnds = new Map(tables.map(({ topic }) => [topic.key, endsOf(topic, 0)]))

function complaintsAboutEnds(
  ends: ReadonlyMap<string, ReturnType<typeof endsOf>>,
  check: (end: ReturnType<typeof endsOf>[number], entry: Entry) => string | false | undefined,
): string[] {
  return complaints(entry =>
    (ends.get(entry.topic.key) ?? []).flatMap(end => {
      const complaint = check(end, entry)
      return complaint ? [`${complaint} after ${JSON.stringify(end.answers)}`] : []
    }),
  )
}

const repeated = (names: string[]) => names.filter((name, index) => names.indexOf(name) !== index)

describe('a starter checklist', () => {
  it('is a complete record, for sixteen things people ask for', () => {
    expect(
      complaints(({ table }) => DecisionTable.safeParse(table).error?.issues.map(({ message }) => message) ?? []),
    ).toEqual([])
    expect(tables.length).toBeGreaterThanOrEqual(16)
  })

  it('uses each id and each label once', () => {
    expect(
      complaints(({ table: { questions, rules } }) => [
        ...repeated(questions.map(({ id }) => id)),
        ...repeated(questions.map(({ text }) => text)),
        ...repeated(rules.map(({ id }) => id)),
        ...questions.flatMap(({ options }) => [
          ...repeated(options.map(({ id }) => id)),
          ...repeated(options.map(({ label }) => label.toLowerCase())),
        ]),
      ]),
    ).toEqual([])
  })

  it('depends only on questions that were asked before, and on answers that exist', () => {
    expect(
      complaints(({ table: { questions, rules } }) => {
        const isKnown = (known: typeof questions) => (one: TableCondition) =>
          one.in.every(id => known.find(question => question.id === one.question)?.options.some(o => o.id === id))
        const unknownIn = (conditions: TableCondition[], known: typeof questions) =>
          conditions.filter(one => !isKnown(known)(one)).map(one => JSON.stringify(one))
        return [
          ...questions.flatMap(({ askWhen }, index) => unknownIn(askWhen, questions.slice(0, index))),
          ...rules.flatMap(({ when }) => unknownIn(when, questions)),
        ]
      }),
    ).toEqual([])
  })

  it('leads only to topics and cases that exist', () => {
    const hasCase = (at: { topic: string; case: string }) =>
      findTopic(at.topic)?.cases.some(one => one.id === at.case) ?? false
    expect(
      complaints(({ topic, table: { start, rules } }) => [
        ...(start.topic === topic.key && hasCase(start) ? [] : ['it does not begin with a case of its own']),
        ...rules.flatMap(({ id, useCase, goTo, also }) => [
          ...(useCase && !hasCase(useCase) ? [`${id} turns to a case that does not exist`] : []),
          ...[goTo, also].flatMap(key =>
            key && (!findTopic(key) || key === topic.key) ? [`${id} leads to ${key}`] : [],
          ),
        ]),
      ]),
    ).toEqual([])
  })

  it('names only papers of the cases it can come to', () => {
    expect(
      complaints(({ topic, table: { rules } }) => {
        const ends = everyEnd.get(topic.key) ?? []
        const papers = new Set(ends.flatMap(({ result }) => result.theCase?.case.documents.map(({ id }) => id) ?? []))
        return rules.flatMap(({ id, need = [], omit = [] }) =>
          [...need, ...omit].filter(one => !papers.has(one)).map(one => `${id} names ${one}`),
        )
      }),
    ).toEqual([])
  })

  it('has no rule without which nobody would be told anything else', () => {
    expect(
      complaints(({ topic, table }) => {
        const ends = everyEnd.get(topic.key) ?? []
        const isIdle = (rule: TableRule) => {
          const without = { ...topic, checklist: { ...table, rules: table.rules.filter(one => one !== rule) } }
          return ends.every(
            ({ answers, result }) =>
              JSON.stringify(resolveChecklist(without, answers, findTopic)) === JSON.stringify(result),
          )
        }
        return table.rules.filter(isIdle).map(({ id }) => id)
      }),
    ).toEqual([])
  })

  it('comes to an end on every way: five questions at most on the common one, seven on any', () => {
    expect(complaintsAboutEnds(everyEnd, ({ asked }) => asked > 7 && `${asked} questions`)).toEqual([])
    expect(
      complaints(({ topic }) => {
        const total = nextQuestion(topic, {}, findTopic)?.total ?? 0
        return total >= 1 && total <= 5 ? [] : [`${total} questions`]
      }),
    ).toEqual([])
  })

  it('never lists a paper twice, nor as needed and as perhaps needed', () => {
    expect(
      complaintsAboutEnds(everyEnd, ({ result: { needed, maybe } }) =>
        repeated([...needed, ...maybe.map(({ document }) => document)].map(({ id }) => id)).join(),
      ),
    ).toEqual([])
  })

  it('comes to papers, or says why there are none', () => {
    expect(
      complaintsAboutEnds(everyEnd, ({ result }) => {
        if (result.stops) return result.warnings.length === 0 && 'it stops without a word'
        const papers = result.needed.length + result.maybe.length
        const reasons = result.warnings.length + result.elsewhere.length
        return result.goTo === null && papers + reasons === 0 && !result.isVague && 'nothing to bring'
      }),
    ).toEqual([])
    expect(complaints(({ table }) => table.rules.filter(one => one.stops && one.goTo).map(({ id }) => id))).toEqual([])
  })

  it('leaves no case, warning or remark open for who knows every answer', () => {
    expect(
      complaintsAboutEnds(knownEnds, ({ result }) => {
        const { others, elsewhere, warnings, notes, also } = result
        const open = [
          ...others.map(one => one.case),
          ...elsewhere.map(one => one.topic),
          ...[...warnings, ...notes].flatMap(({ text, when }) => (when === null ? [] : [text])),
          ...also.flatMap(({ topic, when }) => (when === null ? [] : [topic])),
        ]
        return open.join('; ')
      }),
    ).toEqual([])
  })

  it('never leads in a circle', () => {
    const reached = (key: string, seen: string[]): string[] => {
      if (seen.includes(key)) return [[...seen, key].join(' → ')]
      const ends = knownEnds.get(key) ?? []
      const first = ends.filter(({ asked }) => asked === 0).flatMap(({ result }) => result.goTo ?? [])
      return first.flatMap(next => reached(next, [...seen, key]))
    }
    expect(tables.flatMap(({ topic }) => reached(topic.key, []))).toEqual([])
  })

  it('asks in plain words: questions end with a question mark, answers show no code, clauses read on after "Nếu"', () => {
    const isCode = (text: string) => /\d\.\d{6}|[a-z]+(-[a-z0-9]+)+(?![\p{L}])|_/u.test(text)
    expect(
      complaints(({ table }) => [
        ...table.questions.filter(({ text }) => !text.endsWith('?')).map(({ text }) => text),
        ...proseOfTable(table).flatMap(([, text]) => (isCode(text) ? [text] : [])),
        ...table.questions.flatMap(({ options }) =>
          options.flatMap(({ label, clause }) => [
            ...(/^\p{Lu}|^\d/u.test(label) && !/[.:;]$/.test(label) ? [] : [label]),
            ...(/^không rõ$/i.test(label) ? [label] : []),
            ...(/^(\p{Ll}|VNeID|Tòa án|Ủy ban|Việt)/u.test(clause) && !/[.:;?]$|^nếu /.test(clause) ? [] : [clause]),
          ]),
        ),
        ...table.rules.flatMap(({ note, warning }) =>
          [note, warning].flatMap(text => (text && !/[.!]$/.test(text) ? [text] : [])),
        ),
      ]),
    ).toEqual([])
  })

  it('rests on laws that its topic names', () => {
    expect(
      complaints(({ topic, table }) => {
        const known = topic.legalBases.map(({ number }) => number)
        return [...new Set(table.rules.flatMap(({ laws = [] }) => laws))].filter(number => !known.includes(number))
      }),
    ).toEqual([])
  })
})

describe('the words of a checklist', () => {
  const published = (topic: Topic) => ({ topic, revision: 2, publishedOn: '2026-11-20' })

  function resultOf(topic: Topic, result: ChecklistResult): OutgoingMessage[] {
    const { messages } = composeChecklistResult({
      asked: published(topic),
      found: result.theCase && published(result.theCase.topic),
      result,
      findTopic,
      ward: sampleWard.profile,
      today: '2026-11-22',
    })
    return messages
  }

  const questions = tables.flatMap(({ topic, table }) => table.questions.map(question => ({ topic, question })))

  it('are messages that Zalo accepts, and a question is short', () => {
    const asked = questions.map(({ topic, question }) => {
      const next = { question, number: 2, total: 7 }
      return { topic, messages: composeChecklistQuestion({ next, opening: [] }).messages }
    })
    expect(
      asked.filter(({ messages }) => messages.length !== 1 || messageLength(messages[0]?.text ?? '') > 600),
    ).toEqual([])
    const listed = tables.flatMap(({ topic }) =>
      (everyEnd.get(topic.key) ?? [])
        .filter(({ result }) => result.goTo === null)
        .map(({ result }) => ({ topic, messages: resultOf(topic, result) })),
    )
    const refused = [...asked, ...listed].flatMap(({ topic, messages }) =>
      messages.flatMap(
        one => OutgoingMessage.safeParse(one).error?.issues.map(issue => `${topic.key}: ${issue.message}`) ?? [],
      ),
    )
    expect(refused).toEqual([])
  })

  it('make the common list one message', () => {
    const common = tables.map(({ topic }) => {
      let answers: Answers = {}
      for (let next = nextQuestion(topic, answers, findTopic); next; next = nextQuestion(topic, answers, findTopic))
        answers = giveAnswer(topic, answers, next.question.id, next.question.options[0]?.id ?? '')
      return resultOf(topic, resolveChecklist(topic, answers, findTopic))
    })
    expect(common.filter(messages => messages.length > 1)).toEqual([])
    const lengths = common.map(messages => messageLength(messages[0]?.text ?? '')).toSorted((a, b) => a - b)
    expect(lengths[lengths.length >> 1]).toBeLessThanOrEqual(1000)
  })

  it('are understood again exactly, in capitals too, and mean nothing else', () => {
    const readChecklist = createChecklistReader(starterTopics)
    const readSaying = createSayingReader(starterTopics)
    for (const { topic, question } of questions) {
      for (const { say, option } of optionChoices(question)) {
        const heard = readChecklist(say.toUpperCase())
        expect(heard).toContainEqual({ topic: topic.key, answer: { question: question.id, option } })
        expect(heard.filter(one => one.topic === topic.key)).toHaveLength(1)
        expect(readSaying(say)).toBeNull()
      }
    }
  })

  it('offer to go on only with what is understood', () => {
    const readChecklist = createChecklistReader(starterTopics)
    const readSaying = createSayingReader(starterTopics)
    expect(
      complaintsAboutEnds(everyEnd, ({ result }, { topic }) => {
        const offered = result.goTo === null ? resultOf(topic, result).flatMap(({ buttons }) => buttons) : []
        const sayings = offered.flatMap(button => (button.kind === 'say' ? [button.text] : []))
        return sayings.filter(say => say !== 'Gặp cán bộ' && !readSaying(say) && readChecklist(say).length === 0).join()
      }),
    ).toEqual([])
  })

  it('are understood again when a date in them was masked on the way', () => {
    const topic = tinyTopic()
    const [question] = topic.checklist?.questions ?? []
    if (!question) throw new Error('there are no questions')
    question.text = 'Sinh trước ngày 01/06/2012 phải không?'
    const readChecklist = createChecklistReader([topic])
    const [choice] = optionChoices(question)
    const masked = maskPersonalData(choice?.say ?? '', new Date('2026-11-22T02:00:00Z'))
    expect(masked).toContain('⟨ngày, 14 năm trước⟩')
    expect(readChecklist(masked)).toEqual([
      { topic: topic.key, answer: { question: question.id, option: choice?.option } },
    ])
  })

  it('number every answer, and "Không rõ" comes last', () => {
    for (const { question } of questions) {
      const { messages, choices } = composeChecklistQuestion({ next: { question, number: 1, total: 1 }, opening: [] })
      const last = question.options.length + 1
      expect(messages[0]?.text).toContain(`\n${last} Không rõ\n`)
      expect(choices).toHaveLength(last)
      expect(messages[0]?.buttons.map(one => one.title)).toEqual(
        [...question.options.map(({ label }) => label), 'Không rõ'].slice(0, 5),
      )
    }
  })

  it('end like every other answer: where it comes from, how far to trust it, and what may be asked next', () => {
    for (const { topic } of tables) {
      for (const { result } of knownEnds.get(topic.key) ?? []) {
        if (result.goTo !== null) continue
        const text = resultOf(topic, result)
          .map(message => message.text)
          .join('\n')
        expect(text).toMatch(/\nNguồn: [^\n]+; phiên bản 2 đăng ngày [\d/]+\.\n/)
        expect(text).toMatch(/Phường chưa kiểm tra lại mục này; gọi 0200 000 00\d trước khi đi\./)
        expect(text).toMatch(/\nNhắn số: 1 .+ Gặp cán bộ$/)
        expect(text).toContain(result.stops ? 'Gọi 0200 000 00' : 'Nơi nộp: ')
      }
    }
  })

  it('state no figure that neither the questions’ record nor the papers’ record holds', () => {
    const aboutTheWard = /^(Nơi nộp|Điện thoại|Thứ|Chủ nhật|Nguồn|Phường chưa|Nhắn số|Gọi|Các câu hỏi|Hỏi đường)/
    expect(
      complaintsAboutEnds(everyEnd, ({ result }, { topic }) => {
        const records = [topic, ...(result.theCase ? [result.theCase.topic] : [])]
        const held = new Set(records.flatMap(record => [...figuresOfFields(record)]))
        const lines = resultOf(topic, result).flatMap(({ text }) => text.split('\n'))
        return lines
          .filter(line => !aboutTheWard.test(line))
          .flatMap(line => figuresIn(line).filter(figure => !held.has(figure)))
          .join()
      }),
    ).toEqual([])
  })
})
