import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  type Answers,
  type ChecklistResult,
  giveAnswer,
  nextQuestion,
  resolveChecklist,
  takeBack,
  unknown,
} from '../shared/checklists/index.ts'
import { anyTable, completionsOf, plainResult, tinyTopic } from './setup/checklists.ts'

const isOver = ({ stops, goTo }: ChecklistResult) => stops || goTo !== null
const ids = (result: ChecklistResult) => ({
  needed: result.needed.map(({ id }) => id),
  maybe: result.maybe.map(({ document, when }) => `${document.id}: ${when}`),
})

describe('a checklist', () => {
  const topic = tinyTopic()
  const find = (key: string) => (key === topic.key ? topic : undefined)
  const paperIds = (answers: Answers) => ids(resolveChecklist(topic, answers, find))
  const path = (...options: string[]) => {
    let answers: Answers = {}
    for (const option of options) {
      const next = nextQuestion(topic, answers, find)
      if (!next) throw new Error('nothing is asked any more')
      answers = giveAnswer(topic, answers, next.question.id, option)
    }
    return answers
  }

  it('keeps to the guide where no rule decides: what has no condition is needed, what has one may be', () => {
    expect(paperIds(path('con-nho', 'co-giay', 'tu-di'))).toEqual({
      needed: ['to-khai', 'chung-sinh', 'can-cuoc'],
      maybe: ['cu-tru: không tra được nơi ở'],
    })
  })

  it('adds what a rule needs and drops what a rule leaves out, and leaving out weighs more', () => {
    const answers = path('con-nho', 'khong-giay', 'nho-nguoi')
    expect(paperIds(answers).needed).toEqual(['to-khai', 'cam-doan', 'can-cuoc', 'uy-quyen'])
  })

  it('turns to the papers of another case, and says which', () => {
    const answers = path('nguoi-lon', 'tu-di')
    expect(resolveChecklist(topic, answers, find).theCase?.case.id).toBe('nguoi-lon')
    expect(paperIds(answers).needed).toEqual(['to-khai', 'can-cuoc'])
  })

  it('asks nothing that concerns somebody else, or changes nothing any more', () => {
    expect(nextQuestion(topic, path('nguoi-lon'), find)?.question.id).toBe('ai-nop')
    expect(nextQuestion(topic, path('con-nho', 'co-giay', 'tu-di'), find)).toBeNull()
  })

  it('asks no more once a rule stops it or leads elsewhere, and then names no papers', () => {
    expect(nextQuestion(topic, path('da-mat'), find)).toBeNull()
    expect(resolveChecklist(topic, path('da-mat'), find)).toMatchObject({ stops: true, needed: [], maybe: [] })
    expect(resolveChecklist(topic, path('can-ban-sao'), find)).toMatchObject({ goTo: 'trich-luc', needed: [] })
  })

  it('says on what each paper depends when the answer is not known', () => {
    const { needed, maybe } = paperIds(path('con-nho', unknown, unknown))
    expect(needed).toEqual(['to-khai', 'can-cuoc'])
    expect(maybe).toEqual([
      'chung-sinh: có giấy chứng sinh',
      'cam-doan: không có giấy chứng sinh',
      'cu-tru: không tra được nơi ở',
      'uy-quyen: nhờ người khác đi nộp',
    ])
  })

  it('names the other cases, warnings and ways that an unknown answer leaves open', () => {
    const result = resolveChecklist(topic, path(unknown, 'tu-di'), find)
    expect(result.others).toEqual([{ topic: topic.key, case: 'nguoi-lon', when: 'làm cho người lớn' }])
    expect(result.warnings).toEqual([{ text: 'Người đã mất thì không làm được nữa.', when: 'người đó đã mất' }])
    expect(result.elsewhere).toEqual([{ topic: 'trich-luc', when: 'chỉ cần bản sao' }])
  })

  it('counts the questions as they come on the common way', () => {
    expect(nextQuestion(topic, {}, find)).toMatchObject({ number: 1, total: 3 })
    expect(nextQuestion(topic, path('con-nho'), find)).toMatchObject({ number: 2, total: 3 })
    expect(nextQuestion(topic, path('nguoi-lon'), find)).toMatchObject({ number: 2, total: 2 })
  })

  it('takes back the last answer, and forgets what is no longer asked when an earlier one is corrected', () => {
    const answers = path('con-nho', 'khong-giay', 'nho-nguoi')
    expect(takeBack(topic, answers, find)).toEqual({ ai: 'con-nho', giay: 'khong-giay' })
    expect(takeBack(topic, {}, find)).toEqual({})
    expect(giveAnswer(topic, answers, 'ai', 'nguoi-lon')).toEqual({ ai: 'nguoi-lon', 'ai-nop': 'nho-nguoi' })
  })

  it('reads an answer it does not know as not given', () => {
    expect(paperIds({ ai: 'no-such-option' })).toEqual(paperIds({}))
  })
})

describe('any decision table', () => {
  it('is read as its rules say when every answer is known', () => {
    fc.assert(
      fc.property(anyTable, ({ topic, answers }) => {
        for (const completion of completionsOf(topic, answers)) {
          const { end, theCase, needed, maybe, notes } = plainResult(topic, completion)
          const result = resolveChecklist(topic, completion, () => topic)
          expect(result.stops || result.goTo !== null).toBe(end)
          if (end) continue
          expect(result.theCase?.case.id).toBe(theCase)
          expect(result.needed.map(({ id }) => id)).toEqual(needed)
          expect(result.maybe.map(({ document }) => document.id)).toEqual(maybe)
          expect(result.notes.map(({ text }) => text).toSorted()).toEqual(notes.toSorted())
        }
      }),
      { numRuns: 200 },
    )
  })

  it('promises of unknown answers only what holds whatever they turn out to be, and leaves nothing unsaid', () => {
    fc.assert(
      fc.property(anyTable, ({ topic, answers }) => {
        const partial = resolveChecklist(topic, answers, () => topic)
        const spoken = new Set([...partial.needed, ...partial.maybe.map(({ document }) => document)])
        for (const completion of completionsOf(topic, answers)) {
          const full = resolveChecklist(topic, completion, () => topic)
          if (isOver(partial)) {
            expect(isOver(full)).toBe(true)
            continue
          }
          if (isOver(full)) {
            const open = [...partial.warnings.map(({ text }) => text), ...partial.elsewhere.map(one => one.topic)]
            expect(partial.isVague || open.includes(full.goTo ?? full.warnings[0]?.text ?? '')).toBe(true)
            continue
          }
          const texts = ({ notes, warnings }: ChecklistResult) => [...notes, ...warnings].map(({ text }) => text)
          const certain = [...partial.notes, ...partial.warnings].filter(({ when }) => when === null)
          expect(texts(full)).toEqual(expect.arrayContaining(certain.map(({ text }) => text)))
          if (full.theCase?.case !== partial.theCase?.case) {
            expect(partial.isVague || partial.others.some(one => one.case === full.theCase?.case.id)).toBe(true)
            continue
          }
          expect(full.needed).toEqual(expect.arrayContaining(partial.needed))
          expect(full.needed.filter(document => !spoken.has(document))).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('asks only what matters: somewhere, with all else the same, two answers lead to different results', () => {
    fc.assert(
      fc.property(anyTable, ({ topic, answers }) => {
        const next = nextQuestion(topic, answers, () => topic)
        if (!next) return
        const { id, options } = next.question
        const matters = completionsOf(topic, answers).some(completion => {
          const results = options.map(option =>
            JSON.stringify(resolveChecklist(topic, { ...completion, [id]: option.id }, () => topic)),
          )
          return new Set(results).size > 1
        })
        expect(matters).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('leaves nothing open that another question could have settled', () => {
    fc.assert(
      fc.property(anyTable, ({ topic, answers }) => {
        const isSettled = nextQuestion(topic, answers, () => topic) === null
        const hasUnknown = Object.values(answers).includes(unknown)
        const result = resolveChecklist(topic, answers, () => topic)
        if (!isSettled || hasUnknown || isOver(result)) return
        for (const completion of completionsOf(topic, answers))
          expect(resolveChecklist(topic, completion, () => topic)).toEqual(result)
      }),
      { numRuns: 200 },
    )
  })
})
