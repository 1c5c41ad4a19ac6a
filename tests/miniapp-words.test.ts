/** The app's own rules, without a browser: what is said of money, what Zalo's refusals mean, what is kept where. */
import { describe, expect, it } from '@jest/globals'
import { lifeEvents } from '../miniapp/content/life-events.ts'
import { findPlace } from '../miniapp/zalo/place.ts'
import { within } from '../miniapp/zalo/result.ts'
import { createStorage, type Shelf, zaloShelf } from '../miniapp/zalo/storage.ts'
import { channelsOf, feeWords, timeLines } from '../shared/answers/index.ts'
import { starterTopics } from '../shared/content/index.ts'
import type { Channel, Fee, Topic } from '../shared/procedures.ts'

const TODAY = '2026-11-22'

function fee(parts: Partial<Fee>): Fee {
  return { name: 'Lệ phí', status: 'stated', amount: 50_000, per: null, cases: null, text: null, reliefs: [], ...parts }
}

function channel(type: Channel['type'], fees: Fee[], time: string | null = null): Channel {
  const timeLimit = time === null ? null : { value: null, unit: null, text: time }
  return { type, procedure: null, system: null, timeLimit, fees, note: null }
}

describe('money', () => {
  it('that nobody stated is never shown as an amount, and nothing at all is called free', () => {
    for (const topic of starterTopics) {
      for (const chosen of [null, ...topic.cases]) {
        const channels = channelsOf(topic, chosen)
        const words = feeWords(channels, chosen, TODAY)
        const stated = channels.some(({ fees }) => fees.some(({ amount }) => amount !== null))
        if (!stated) expect(words.lines).toEqual([])
        expect(JSON.stringify(words.lines)).not.toMatch(/miễn phí/i)
      }
    }
  })

  it('is told once where every way costs the same, and for each way where it does not', () => {
    const same = [channel('in_person', [fee({})]), channel('online', [fee({})])]
    expect(feeWords(same, null, TODAY).lines).toEqual([{ name: 'Lệ phí', amounts: ['50.000 đồng'] }])
    const cheaper = [channel('in_person', [fee({})]), channel('online', [fee({ amount: 25_000 })])]
    expect(feeWords(cheaper, null, TODAY).lines[0]?.amounts).toEqual([
      'Nộp trực tiếp: 50.000 đồng',
      'Nộp trực tuyến: 25.000 đồng',
    ])
  })

  it('that is waived is told with the last day and for whom, and not a day longer', () => {
    const relief = {
      percent: 100,
      from: '2026-01-01',
      until: '2026-12-31',
      condition: 'nộp trực tuyến',
      law: 'L',
      source: 's',
    }
    const channels = [channel('online', [fee({ reliefs: [relief] })])]
    expect(feeWords(channels, null, TODAY).notes).toEqual(['Khi nộp trực tuyến: không thu đến hết 31/12/2026.'])
    expect(feeWords(channels, null, '2027-01-01').notes).toEqual([])
  })

  it('of another case is left out', () => {
    const topic = starterTopics.find(({ cases }) => cases.length > 1) as Topic
    const [first, second] = topic.cases
    const channels = [channel('in_person', [fee({ cases: [second?.id ?? ''] })])]
    expect(feeWords(channels, first ?? null, TODAY).lines).toEqual([])
    expect(feeWords(channels, second ?? null, TODAY).lines).toHaveLength(1)
  })
})

describe('a time limit', () => {
  it('is told once, or for each way of handing in', () => {
    expect(timeLines([channel('in_person', [], '1 ngày'), channel('online', [], '1 ngày')])).toEqual(['1 ngày'])
    expect(timeLines([channel('in_person', [], '1 ngày'), channel('post', [], '3 ngày')])).toEqual([
      'Nộp trực tiếp: 1 ngày',
      'Gửi bưu điện: 3 ngày',
    ])
    expect(timeLines([channel('in_person', [])])).toEqual([])
  })
})

describe('an event of life', () => {
  it('leads to guides that exist', () => {
    const keys = new Set(starterTopics.map(({ key }) => key))
    for (const { topics } of lifeEvents) expect(topics.filter(key => !keys.has(key))).toEqual([])
  })
})

describe('the app', () => {
  it.each([
    ['h5.zdn.vn', '/zapps/123/thu-tuc/khai-sinh', { isInsideZalo: true, basename: '/zapps/123' }],
    ['h5.zdn.vn', '/', { isInsideZalo: false, basename: '/app' }],
    ['localhost', '/app/thu-tuc', { isInsideZalo: false, basename: '/app' }],
    ['phuong-mau.example.vn', '/app/', { isInsideZalo: false, basename: '/app' }],
  ])('knows whether it is inside Zalo: %s%s', (hostname, pathname, place) => {
    expect(findPlace({ hostname, pathname }, false)).toEqual(place)
  })

  it('takes every refusal and every silence of Zalo for an answer', async () => {
    const refuse = (code: number) => within(1000, () => Promise.reject({ code, message: 'no' }))
    expect(await refuse(-201)).toEqual({ ok: false, reason: 'denied' })
    expect(await refuse(-2003)).toEqual({ ok: false, reason: 'cancelled' })
    expect(await refuse(-1403)).toEqual({ ok: false, reason: 'not-granted' })
    expect(await refuse(-1409)).toEqual({ ok: false, reason: 'limit' })
    expect(await refuse(-2000)).toEqual({ ok: false, reason: 'failed' })
    expect(await within(1, () => new Promise<object>(() => undefined))).toEqual({ ok: false, reason: 'timeout' })
    const throws = (): Promise<object> => {
      throw new Error('at once')
    }
    expect(await within(1000, throws)).toEqual({ ok: false, reason: 'failed' })
    expect(await within(1000, async () => ({ token: 'x' }))).toEqual({ ok: true, token: 'x' })
  })
})

function shelf(items = new Map<string, string>(), isFull = false): Shelf {
  return {
    names: () => [...items.keys()],
    getItem: name => items.get(name) ?? '',
    removeItem: name => void items.delete(name),
    setItem(name, value) {
      if (isFull) throw new Error('full')
      items.set(name, value)
    },
  }
}

describe('what is kept on the phone', () => {
  it('is there after a restart, and gone without a trace once it is forgotten', () => {
    const items = new Map<string, string>()
    createStorage(shelf(items)).set('ticks', '[1]')
    const storage = createStorage(shelf(items))
    expect(storage.get('ticks')).toBe('[1]')
    storage.clear()
    expect([storage.get('ticks'), items.size]).toEqual([null, 0])
  })

  it('serves for this visit where storage is full or blocked, and says so', () => {
    for (const storage of [createStorage(shelf(new Map(), true)), createStorage(null)]) {
      expect(storage.set('ticks', '[1]')).toBe(false)
      expect(storage.get('ticks')).toBe('[1]')
    }
  })

  it('moves to Zalo’s own storage as soon as that opens: neither what lies there nor what was written is lost', () => {
    const native = new Map([
      ['mot-cua.names', '["places"]'],
      ['mot-cua.places', '"home"'],
    ])
    const storage = createStorage(null)
    let calls = 0
    storage.subscribe(() => calls++)
    storage.set('ticks', '[2]')
    storage.moveTo(zaloShelf(shelf(native)))
    expect([storage.get('places'), storage.get('ticks'), calls]).toEqual(['"home"', '[2]', 2])
    storage.clear()
    expect([...native].filter(([name]) => name !== 'mot-cua.names')).toEqual([])
  })
})
