import { describe, expect, it } from '@jest/globals'
import { type AnswerInput, composeAnswer, createSayingReader } from '../shared/answers/index.ts'
import { sampleWard, starterTopics } from '../shared/content/index.ts'
import { messageLength, OutgoingMessage } from '../shared/messages.ts'
import { Aspect, type Topic } from '../shared/procedures.ts'

const ward = sampleWard.profile
const topics = starterTopics.filter(topic => topic.kind === 'information')

function topicOf(key: string): Topic {
  const topic = topics.find(one => one.key === key)
  if (!topic) throw new Error(`no information topic ${key}`)
  return topic
}

function ask(topic: Topic, aspects: AnswerInput['aspects'], more: Partial<AnswerInput> = {}): OutgoingMessage[] {
  return composeAnswer({ topic, revision: 3, publishedOn: '2026-11-20', aspects, ward, today: '2026-11-22', ...more })
}

function say(key: string, aspect: Aspect, more: Partial<AnswerInput> = {}): string {
  return ask(topicOf(key), [aspect], more)
    .map(message => message.text)
    .join('\n')
}

const everything = topics.flatMap(topic =>
  Aspect.options.flatMap(aspect =>
    (['core', 'full'] as const).map(view => ({ topic, aspect, view, replies: ask(topic, [aspect], { view }) })),
  ),
)

describe('information', () => {
  it('is one short message that Zalo accepts, whatever is asked', () => {
    expect(
      everything
        .filter(
          ({ view, replies: [first, ...others] }) =>
            others.length > 0 ||
            !OutgoingMessage.safeParse(first).success ||
            (view === 'core' && messageLength(first?.text ?? '') > 600),
        )
        .map(({ topic, aspect, view }) => `${topic.key} ${aspect} ${view}`),
    ).toEqual([])
  })

  it('names what the ward entered as its source, and no procedure code', () => {
    for (const { replies } of everything) {
      expect(replies[0]?.text).toMatch(/^Nguồn: thông tin phường đã nhập.*; (phiên )?bản 3/m)
      expect(replies[0]?.text).not.toMatch(/\d\.\d{6}|mã \d/)
    }
  })

  it('never speaks of papers, fees or days of return that it does not know', () => {
    for (const { replies } of everything) expect(replies[0]?.text).not.toMatch(/nguồn không ghi|giấy hẹn\.$/im)
  })

  it('offers nothing to press that is not understood again', () => {
    const read = createSayingReader(starterTopics)
    for (const { topic, replies } of everything) {
      for (const button of replies[0]?.buttons ?? []) {
        if (button.kind === 'say') expect(read(button.text)?.topic).toBe(topic.key)
      }
    }
  })
})

describe('the ward itself', () => {
  it('is told with address, telephone, hours and police, all from its profile', () => {
    const text = say('thong-tin-phuong', 'overview')
    for (const part of [
      'Bộ phận Một cửa UBND Phường Mẫu: Số 1 đường Ví Dụ',
      '0200 000 001',
      'Thứ 2 đến thứ 6: 7:30–11:30, 13:30–17:00',
      'Công an Phường Mẫu: Số 2 đường Ví Dụ',
      '0200 000 002',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('chưa kiểm tra lại')
  })

  it('can be rung at a press, and so can its police', () => {
    const [reply] = ask(topicOf('thong-tin-phuong'), [])
    expect(reply?.buttons.filter(button => button.kind === 'call').map(button => button.phone)).toEqual([
      '0200000001',
      '0200000002',
    ])
  })

  it('of its hours speaks alone when only they are asked', () => {
    expect(say('thong-tin-phuong', 'time')).toMatch(/^Giờ làm việc của Bộ phận Một cửa UBND Phường Mẫu:\nThứ 2 đến/)
  })

  it('answers "how much is the number" with the number, not with a fee', () => {
    expect(say('thong-tin-phuong', 'fee')).toContain('0200 000 001')
  })

  it('says which names it does not know, and whom to ring for them', () => {
    expect(say('thong-tin-phuong', 'overview')).toMatch(/lãnh đạo[^\n]*máy không có[^\n]*gọi/i)
  })

  it('says that hours nobody entered are not known', () => {
    const text = say('thong-tin-phuong', 'time', { ward: { ...ward, openingHours: [] } })
    expect(text).toContain('Giờ làm việc: phường chưa nhập. Gọi 0200 000 001 để hỏi.')
  })

  it('without a police station entered speaks of its own desk only', () => {
    expect(say('thong-tin-phuong', 'overview', { ward: { ...ward, police: null } })).not.toContain('Công an')
  })
})

describe('guidance', () => {
  it('says that the machine cannot look into a dossier, and what to do instead', () => {
    const text = say('tra-cuu-ho-so', 'overview')
    expect(text).toContain('không xem được hồ sơ')
    expect(text).toContain('0200 000 001')
  })

  it('is not lost when the place is asked in the same breath', () => {
    const [reply] = ask(topicOf('tai-khoan-dvc'), ['online', 'where'])
    expect(reply?.text).toMatch(/đăng nhập Cổng/)
  })

  it('leads to more guidance, never to more of a part it does not have', () => {
    for (const aspect of Aspect.options) {
      const titles = ask(topicOf('tra-cuu-ho-so'), [aspect])[0]?.buttons.map(button => button.title) ?? []
      expect(titles.filter(title => title.startsWith('Xem đủ') && title !== 'Xem đủ hướng dẫn')).toEqual([])
      expect(titles.filter(title => title.endsWith('ướng dẫn')).length).toBeLessThanOrEqual(1)
    }
  })

  it('opens the portal only where something is done there', () => {
    const opens = (key: string) => ask(topicOf(key), [])[0]?.buttons.some(button => button.kind === 'open')
    expect(opens('tai-khoan-dvc')).toBe(true)
    expect(opens('tra-cuu-ho-so')).toBe(true)
    expect(opens('thong-tin-phuong')).toBe(false)
  })

  it('keeps the note that the ward has not checked it yet, where it rests on others too', () => {
    expect(say('tai-khoan-dvc', 'overview')).toContain('Phường chưa kiểm tra lại mục này; gọi 0200 000 001')
  })
})
