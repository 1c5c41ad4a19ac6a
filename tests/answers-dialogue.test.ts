import { describe, expect, it } from '@jest/globals'
import {
  composeAnswer,
  composeChitchat,
  composeClarification,
  composeNoneOfThese,
  composeReferral,
  composeRefusal,
  createChecklistReader,
  createSayingReader,
  findCase,
  noneOfThese,
} from '../shared/answers/index.ts'
import { sampleWard, starterTopics } from '../shared/content/index.ts'
import { OutgoingMessage } from '../shared/messages.ts'
import { Aspect, type Topic } from '../shared/procedures.ts'

const ward = sampleWard.profile
const today = '2026-11-22'

function topicOf(key: string): Topic {
  const topic = starterTopics.find(one => one.key === key)
  if (!topic) throw new Error(`no topic ${key}`)
  return topic
}

function sayings(message: OutgoingMessage | undefined): string[] {
  return (message?.buttons ?? []).flatMap(button => (button.kind === 'say' ? [button.text] : []))
}

describe('the words on a button', () => {
  const read = createSayingReader(starterTopics)
  const readChecklist = createChecklistReader(starterTopics)

  const papersOf = (key: string) => {
    const topic = topicOf(key)
    return composeAnswer({ topic, revision: 1, publishedOn: today, aspects: ['papers'], ward, today })[0]
  }

  it('are understood again exactly, in capitals and without marks too', () => {
    const replies = starterTopics.flatMap(topic =>
      Aspect.options.flatMap(aspect =>
        [null, ...topic.cases.map(one => one.id)].flatMap(caseId =>
          composeAnswer({ topic, revision: 1, publishedOn: today, aspects: [aspect], ward, today, caseId }).map(
            reply => ({ key: topic.key, reply }),
          ),
        ),
      ),
    )
    const spoken = replies.flatMap(({ key, reply }) => sayings(reply).map(text => ({ key, text })))
    expect(spoken.length).toBeGreaterThan(1000)
    const readAny = (text: string) => read(text) ?? readChecklist(text)[0]
    expect(spoken.filter(({ text, key }) => readAny(text)?.topic !== key)).toEqual([])
    expect(read('LE PHI LAM THE CAN CUOC')).toEqual({ topic: 'can-cuoc', aspect: 'fee', caseId: null, view: 'core' })
  })

  it('lead to the case and the view they name', () => {
    const full = sayings(papersOf('khai-sinh')).find(text => text.startsWith('Xem đủ'))
    expect(read(full ?? '')).toEqual({ topic: 'khai-sinh', aspect: 'papers', caseId: null, view: 'full' })
    expect(read('Giấy tờ làm khai sinh cho con: trẻ bị bỏ rơi')?.caseId).toBe('tre-bi-bo-roi')
    expect(read('tôi muốn hỏi chuyện khác')).toBeNull()
  })
})

describe('a case', () => {
  it('is found in the words people use, with and without marks', () => {
    expect(findCase(topicOf('can-cuoc'), 'Tôi bị mất căn cước rồi')?.id).toBe('mat-the')
    expect(findCase(topicOf('can-cuoc'), 'mat can cuoc lam lai o dau')?.id).toBe('mat-the')
    expect(findCase(topicOf('thuong-tru'), 'đang thuê nhà có nhập khẩu được không')?.id).toBe('nha-thue-muon')
  })

  it('is not read into words that only look alike without marks', () => {
    expect(findCase(topicOf('thuong-tru'), 'nhà tôi chưa nhập khẩu')).toBeNull()
    expect(findCase(topicOf('khai-sinh'), 'làm khai sinh cần gì')).toBeNull()
  })
})

describe('asking back', () => {
  it('offers up to three topics by number, and a way out as the last', () => {
    const [reply] = composeClarification({ topics: starterTopics, aspects: ['fee'], ward })
    expect(reply?.text).toContain(`4 ${noneOfThese}`)
    expect(sayings(reply)).toEqual([...starterTopics.slice(0, 3).map(topic => `Lệ phí ${topic.task}`), noneOfThese])
  })

  it('tells two neighbours apart', () => {
    const [reply] = composeClarification({ topics: [topicOf('tam-tru'), topicOf('thuong-tru')], aspects: [], ward })
    expect(reply?.text).toContain('Tạm trú là ở trọ')
  })

  it('asks for other words when nothing fitted', () => {
    expect(composeClarification({ topics: [], aspects: [], ward })).toEqual(composeNoneOfThese({ ward }))
  })
})

describe('a message the ward cannot answer', () => {
  it('is declined kindly, with what the ward can do and a number', () => {
    const [reply] = composeRefusal({ ward, topics: starterTopics })
    expect(reply?.text).toContain('hướng dẫn giấy tờ, thủ tục làm tại phường')
    expect(reply?.text).toContain('0200 000 001')
    expect(OutgoingMessage.safeParse(reply).success).toBe(true)
  })

  it('gets the emergency number first when somebody is in danger', () => {
    const first = (kind: 'medical' | 'fire' | 'police') => composeRefusal({ ward, kind })[0]
    expect(first('medical')?.text).toMatch(/^[^\n]*115/)
    expect(first('fire')?.text).toMatch(/^[^\n]*114/)
    expect(first('police')?.buttons[0]).toEqual({ kind: 'call', title: 'Gọi 113', phone: '113' })
  })

  it('is sent to the office that handles it, with the way there and the source', () => {
    const topic: Topic = {
      ...topicOf('khai-sinh'),
      kind: 'referral',
      authority: { kind: 'elsewhere', name: 'Tòa án', whichOffice: null, howToReach: 'Hỏi địa chỉ tại phường.' },
    }
    const [reply] = composeReferral({ topic, revision: 1, publishedOn: today, aspects: [], ward, today })
    expect(reply?.text).toMatch(/^Việc này làm ở Tòa án\.\nHỏi địa chỉ tại phường\./)
    expect(reply?.text).toContain('Nguồn: ')
  })

  it('is answered in kind when it is only small talk', () => {
    for (const kind of ['greeting', 'thanks', 'identity', 'help', 'goodbye'] as const) {
      expect(
        composeChitchat({ kind, ward, topics: starterTopics }).every(one => OutgoingMessage.safeParse(one).success),
      ).toBe(true)
    }
    expect(composeChitchat({ kind: 'greeting', ward, addressing: 'bác' })[0]?.text).toMatch(
      /^Phường Mẫu xin chào bác\./,
    )
  })
})
