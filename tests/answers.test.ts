import { describe, expect, it } from '@jest/globals'
import { type AnswerInput, composeAnswer } from '../shared/answers/index.ts'
import { sampleWard, starterTopics } from '../shared/content/index.ts'
import { messageLength, OutgoingMessage } from '../shared/messages.ts'
import { Aspect, isKnownFee, type Topic } from '../shared/procedures.ts'

const ward = sampleWard.profile
const longestFirstReply = 600
const today = '2026-11-22'

function topicOf(key: string): Topic {
  const topic = starterTopics.find(one => one.key === key)
  if (!topic) throw new Error(`no topic ${key}`)
  return topic
}

function ask(topic: Topic, aspects: AnswerInput['aspects'], more: Partial<AnswerInput> = {}): OutgoingMessage[] {
  return composeAnswer({ topic, revision: 3, publishedOn: '2026-11-20', aspects, ward, today, ...more })
}

function say(key: string, aspect: Aspect, more: Partial<AnswerInput> = {}): string {
  return ask(topicOf(key), [aspect], more)
    .map(message => message.text)
    .join('\n')
}

/** Those with a procedure behind them; information and referrals are tested apart. */
const guided = starterTopics.filter(topic => topic.kind === 'procedure')

/** Every such topic, asked every thing, for the common case and for each other. */
const everything = guided.flatMap(topic =>
  Aspect.options.flatMap(aspect =>
    [null, ...topic.cases.map(one => one.id)].map(caseId => ({
      topic,
      aspect,
      caseId,
      reply: ask(topic, [aspect], { caseId }),
    })),
  ),
)

function failures(check: (entry: (typeof everything)[number]) => boolean): string[] {
  return everything
    .filter(entry => !check(entry))
    .map(({ topic, aspect, caseId }) => `${topic.key} ${aspect} ${caseId ?? ''}`)
}

describe('a first reply', () => {
  it('is one message that Zalo accepts, and short enough for an impatient reader', () => {
    expect(
      failures(({ reply }) => reply.length === 1 && reply.every(one => OutgoingMessage.safeParse(one).success)),
    ).toEqual([])
    expect(failures(({ reply }) => messageLength(reply[0]?.text ?? '') <= longestFirstReply)).toEqual([])
    const lengths = everything
      .filter(({ caseId }) => caseId === null)
      .map(({ reply }) => messageLength(reply[0]?.text ?? ''))
    expect(lengths.toSorted((a, b) => a - b)[lengths.length >> 1]).toBeLessThanOrEqual(450)
  })

  it('begins with what was asked', () => {
    const beginnings: Record<Aspect, RegExp> = {
      overview: /./,
      papers: /^Giấy tờ /,
      fee: /^Lệ phí /,
      time: /^Thời gian /,
      where: /^Nơi /,
      online: /^Nộp trực tuyến /,
      form: /^Mẫu tờ khai /,
      steps: /^Các bước /,
      law: /^Căn cứ pháp lý /,
      eligibility: /^Điều kiện /,
      status: /^Hồ sơ đã nộp /,
    }
    expect(failures(({ aspect, reply }) => beginnings[aspect].test(reply[0]?.text ?? ''))).toEqual([])
  })

  it('names the source, its day and the revision in one line; the whole adds the code and the decision', () => {
    const unnamed = (isFull: boolean) => (entry: (typeof everything)[number]) => {
      const { topic, caseId, aspect } = entry
      const reply = isFull ? ask(topic, [aspect], { caseId, view: 'full' }) : entry.reply
      const theCase = topic.cases.find(one => one.id === caseId) ?? topic.cases[0]
      const code = theCase ? theCase.procedure : topic.procedures[0]?.code
      const procedure = topic.procedures.find(one => one.code === code)
      const source = topic.sources.find(one => one.id === procedure?.source) ?? topic.sources[0]
      const day = (procedure?.retrievedOn ?? source?.asOf)?.split('-').reverse().join('/')
      const short = [source?.shortName ?? source?.name, day, '; bản 3.']
      const whole = [
        source?.name,
        day,
        '; phiên bản 3 đăng ngày 20/11/2026.',
        ...(procedure ? [`mã ${procedure.code}`, procedure.decision?.number ?? ''] : []),
      ]
      const line = reply
        .at(-1)
        ?.text.split('\n')
        .find(one => one.startsWith('Nguồn: '))
      return (isFull ? whole : short).every(part => line?.includes(`${part}`))
    }
    expect(failures(unnamed(false))).toEqual([])
    expect(failures(unnamed(true))).toEqual([])
  })

  it('says that the ward has not checked it, and whom to ring, unless the number stands above', () => {
    expect(
      failures(({ topic, reply }) => {
        const phone = topic.authority.kind === 'ward_police' ? '0200 000 002' : '0200 000 001'
        const [before = '', after = ''] = reply[0]?.text.split('\nPhường chưa kiểm tra lại mục này; gọi ') ?? []
        return after.startsWith(before.includes(phone) ? 'trước khi đi.' : `${phone} trước khi đi.`)
      }),
    ).toEqual([])
  })

  it('offers at most five buttons, numbered in the text in the same order', () => {
    expect(
      failures(({ reply }) => {
        const [message] = reply
        const numbered = message?.buttons
          .filter(one => one.kind === 'say')
          .map((one, index) => `${index + 1} ${one.title}`)
          .join(' · ')
        return (message?.buttons.length ?? 0) <= 5 && (message?.text.endsWith(`Nhắn số: ${numbered}`) ?? false)
      }),
    ).toEqual([])
  })

  it('that has no room for every paper says so right under the list, and offers the whole list first', () => {
    const lists = everything.filter(({ aspect }) => aspect === 'papers' || aspect === 'overview')
    const saysMore = (text: string) => /\n[^\n]+\n• Còn nữa, xem đủ trước khi đi\.\nNguồn: /.test(text)
    const incomplete = lists.filter(({ topic, caseId, reply }) => {
      const documents = (topic.cases.find(one => one.id === caseId) ?? topic.cases[0])?.documents ?? []
      const text = reply[0]?.text.toLowerCase() ?? ''
      return documents.some(paper => paper.condition === null && !text.includes(paper.name.toLowerCase()))
    })
    expect(incomplete.length).toBeGreaterThan(0)
    expect(incomplete.filter(({ reply }) => !saysMore(reply[0]?.text ?? ''))).toEqual([])
    const cut = lists.filter(({ reply }) => reply[0]?.text.includes('Còn nữa'))
    expect(cut.filter(({ reply }) => reply[0]?.buttons[0]?.title !== 'Xem đủ giấy tờ')).toEqual([])
  })

  it('says that there is more only where there is', () => {
    const conditions = everything.filter(({ aspect }) => aspect === 'eligibility')
    const isWhole = ({ topic, reply }: (typeof conditions)[number]) =>
      [
        ...topic.eligibility,
        ...topic.disagreements.filter(one => one.aspect === 'eligibility').map(({ text }) => text),
      ].every(line => reply[0]?.text.includes(line))
    const saysMore = ({ reply }: (typeof conditions)[number]) => reply[0]?.text.includes('Còn nữa')
    expect(conditions.filter(one => isWhole(one) === saysMore(one))).toEqual([])
    expect(conditions.filter(saysMore).length).toBeGreaterThan(0)
    const fullReply = ask(topicOf('thuong-tru'), ['papers'], { view: 'full' })
    expect(fullReply.filter(({ text }) => text.includes('Còn nữa'))).toEqual([])
  })

  it('speaks as a kind clerk does', () => {
    expect(
      failures(({ reply }) => !/(?<!\p{L})(bạn|quý khách|người chết)(?!\p{L})/iu.test(reply[0]?.text ?? '')),
    ).toEqual([])
  })
})

describe('a fee', () => {
  const unknown = guided.filter(topic => topic.channels.every(one => one.fees.every(fee => !isKnownFee(fee))))

  it('that nobody stated is said to be unknown, with the number to ring, and is never shown as free', () => {
    expect(unknown.map(topic => topic.key)).toEqual(
      expect.arrayContaining(['khai-sinh', 'khai-tu', 'tro-cap-nguoi-cao-tuoi', 'ho-kinh-doanh']),
    )
    for (const topic of unknown) {
      const text = say(topic.key, 'fee')
      expect(text).toMatch(/nguồn không ghi số tiền\. Gọi 0200 000 00[12] để hỏi\./)
      expect(text).not.toMatch(/miễn phí|không thu|không mất tiền|\d đồng/i)
    }
  })

  it('that is stated is told for each way of handing in', () => {
    expect(say('thuong-tru', 'fee')).toContain('• Nộp trực tiếp 20.000 đồng\n• Nộp trực tuyến 10.000 đồng/lần đăng ký')
    expect(say('chung-thuc-ban-sao', 'fee')).toContain('2.000 đồng/trang')
    expect(say('ket-hon', 'fee')).toContain('Lệ phí đăng ký kết hôn: không thu.')
  })

  it('is cut only on the days the cut holds', () => {
    expect(say('can-cuoc', 'fee')).toContain(
      'Đổi thẻ: 50.000 đồng/thẻ, đang giảm 50% còn 25.000 đồng, đến hết 31/12/2026',
    )
    expect(say('can-cuoc', 'fee', { today: '2026-12-31' })).toContain('25.000 đồng')
    expect(say('can-cuoc', 'fee', { today: '2027-01-01' })).not.toContain('giảm')
    expect(say('trich-luc-ho-tich', 'fee', { today: '2027-02-28' })).toContain('miễn đến hết 28/02/2027')
    expect(say('trich-luc-ho-tich', 'fee', { today: '2027-03-01' })).not.toContain('miễn đến hết')
  })

  it('of one case leaves the others out', () => {
    const text = say('can-cuoc', 'fee', { caseId: 'mat-the' })
    expect(text).toContain('70.000 đồng/thẻ')
    expect(text).not.toContain('50.000')
  })
})

describe('the papers', () => {
  it('say what to fill in, hand over and show, and how many', () => {
    const text = say('khai-sinh', 'papers')
    expect(text).toContain('• Điền: tờ khai đăng ký khai sinh\n')
    expect(text).toContain('• Nộp: giấy chứng sinh (1 bản chính)')
    expect(text).toContain('• Mang bản chính để đối chiếu, được mang về: căn cước hoặc giấy tùy thân')
  })

  it('that only some need are named as far as the list stays short, and counted beyond that', () => {
    expect(say('khai-sinh', 'papers')).toContain('• Có người cần thêm 4 giấy.')
    expect(say('thuong-tru', 'papers')).toContain('• Có người cần thêm: giấy tờ chứng minh chỗ ở hợp pháp; 2 giấy nữa.')
    expect(say('tam-tru', 'papers')).toContain('• Có người cần thêm: giấy tờ chứng minh chỗ ở hợp pháp.')
    expect(say('hien-dat', 'papers')).not.toContain('Có người cần thêm')
  })

  it('come first for the common case, with the others to choose from', () => {
    const [reply] = ask(topicOf('khai-sinh'), ['papers'])
    expect(reply?.text).toContain('(trẻ mới sinh)')
    expect(reply?.buttons.map(button => button.title)).toEqual(['Giấy tờ của tôi', 'Lệ phí', 'Xem đủ giấy tờ'])
    const { checklist: _table, ...withoutTable } = topicOf('khai-sinh')
    expect(ask(withoutTable, ['papers'])[0]?.buttons.map(button => button.title)).toEqual([
      'Lệ phí',
      'Thời gian',
      'Xem đủ giấy tờ',
      'Trường hợp khác',
    ])
    expect(ask(topicOf('tach-ho'), ['papers'])[0]?.buttons.at(-1)?.title).toBe('Đã ly hôn, vẫn ở cùng nhà')
  })

  it('are all there in the full view, in pages Zalo accepts, with conditions, notes and neighbours', () => {
    for (const topic of guided) {
      for (const one of topic.cases) {
        const pages = ask(topic, ['papers'], { caseId: one.id, view: 'full' })
        const text = pages
          .map(page => page.text)
          .join('\n')
          .toLowerCase()
        expect(pages.every(page => OutgoingMessage.safeParse(page).success)).toBe(true)
        expect(one.documents.filter(paper => !text.includes(paper.name.toLowerCase()))).toEqual([])
        expect(topic.relatedProcedures.filter(related => !text.includes(related.code))).toEqual([])
        expect(pages.at(-1)?.text).toContain('phiên bản 3 đăng ngày 20/11/2026')
        expect(pages.slice(0, -1).every(page => page.buttons.length === 0)).toBe(true)
      }
    }
  })

  it('of a topic with many cases are found through a list of cases', () => {
    const [list] = ask(topicOf('thuong-tru'), ['papers'], { view: 'cases' })
    expect(list?.buttons).toHaveLength(5)
    expect(list?.text).toContain('5 Đơn vị công an, quân đội')
  })
})

describe('where', () => {
  it('is the ward police for residence and identity cards, and the one-stop desk with its hours for the rest', () => {
    for (const key of ['thuong-tru', 'tam-tru', 'can-cuoc']) {
      expect(say(key, 'where')).toContain('Công an Phường Mẫu.\nSố 2 đường Ví Dụ')
    }
    expect(say('khai-sinh', 'where')).toContain('Thứ 2 đến thứ 6: 7:30–11:30, 13:30–17:00')
  })

  it('still has a name and a number when the ward gave no police address', () => {
    const text = say('tam-tru', 'where', { ward: { ...ward, police: null } })
    expect(text).toContain('Công an Phường Mẫu.\nĐiện thoại 0200 000 001.')
  })
})

describe('an answer', () => {
  it('calls the day of return expected and the slip official, but promises no day that no source states', () => {
    const times = everything.filter(({ aspect }) => aspect === 'time').map(({ reply }) => reply[0]?.text ?? '')
    const [unknown, known] = [true, false].map(wanted =>
      times.filter(text => text.includes('nguồn không ghi. Gọi') === wanted),
    )
    expect(unknown?.length).toBeGreaterThan(0)
    expect(unknown?.filter(text => text.includes('Dự kiến'))).toEqual([])
    expect(known?.filter(text => !text.includes('Dự kiến; ngày chính thức ghi trên giấy hẹn.'))).toEqual([])
  })

  it('says what fills pages in a record in parts that Zalo takes, and loses no word of it', () => {
    const topic = topicOf('khai-sinh')
    const sentences = Array.from(
      { length: 120 },
      (_, at) => `Ở bước ${at + 1} cơ quan giải quyết trong ${at + 2} ngày.`,
    )
    const text = sentences.join(' ')
    const slow: Topic = {
      ...topic,
      channels: topic.channels.map(channel => ({ ...channel, timeLimit: { value: null, unit: null, text } })),
    }
    const [first, ...more] = ask(slow, ['time'])
    expect(more).toEqual([])
    expect(messageLength(first?.text ?? '')).toBeLessThanOrEqual(longestFirstReply)
    expect(first?.text).toContain(sentences[0])
    expect(first?.text).toContain('• Còn nữa, xem đủ trước khi đi.')
    expect(first?.text).toContain('Dự kiến; ngày chính thức ghi trên giấy hẹn.')
    const whole = ask(slow, ['time'], { view: 'full' })
    expect(whole.length).toBeGreaterThan(2)
    for (const message of whole) expect(OutgoingMessage.safeParse(message).success).toBe(true)
    const said = whole.map(message => message.text).join('\n')
    expect(sentences.filter(sentence => !said.includes(sentence))).toEqual([])
    const unbroken = { ...slow, summary: 'x'.repeat(5000) }
    for (const message of [...ask(unbroken, ['overview']), ...ask(unbroken, ['overview'], { view: 'full' })])
      expect(OutgoingMessage.safeParse(message).success).toBe(true)
  })

  it('answers two things at once and offers the others asked for first', () => {
    const [reply] = ask(topicOf('ket-hon'), ['papers', 'fee', 'where'])
    expect(reply?.text).toMatch(/^Giấy tờ đăng ký kết hôn:[\s\S]*\nLệ phí đăng ký kết hôn: không thu\./)
    expect(reply?.buttons.slice(0, 2).map(({ title }) => title)).toEqual(['Nơi làm', 'Giấy tờ của tôi'])
    expect(messageLength(reply?.text ?? '')).toBeLessThanOrEqual(longestFirstReply)
  })

  it('warns once the law has moved on', () => {
    expect(say('khai-tu', 'papers', { today: '2027-02-28' })).not.toContain('Quy định đã thay đổi')
    expect(say('khai-tu', 'papers', { today: '2027-03-01' })).toContain(
      'Quy định đã thay đổi từ 01/03/2027; mục này chưa sửa theo.',
    )
  })

  it('says who checked it when an officer has, and only when no flag is left', () => {
    const topic = topicOf('khai-sinh')
    const checked = ask({ ...topic, verifiedOn: '2026-11-21', reviewFlags: [] }, ['fee'])[0]?.text
    expect(checked).toContain('Phường đã kiểm tra ngày 21/11/2026.')
    expect(checked).not.toContain('chưa kiểm tra lại')
    expect(ask({ ...topic, verifiedOn: '2026-11-21' }, ['fee'])[0]?.text).toContain('chưa kiểm tra lại')
  })

  it('uses a pronoun only when one was given', () => {
    expect(say('khai-sinh', 'fee', { addressing: 'bác' })).toMatch(/^Dạ thưa bác,\n/)
    expect(failures(({ reply }) => !reply[0]?.text.startsWith('Dạ thưa'))).toEqual([])
  })

  it('names what the sources disagree on where it matters', () => {
    expect(say('thuong-tru', 'form')).toContain('từ 01/07/2026 có mẫu CT01 mới theo Thông tư 116/2026/TT-BCA')
    expect(say('khai-tu', 'time')).toContain('1 ngày, 2 ngày, 5 ngày làm việc')
  })

  it('opens the national portal only where the topic is handed in there', () => {
    const opens = (key: string) => ask(topicOf(key), ['online'])[0]?.buttons.some(button => button.kind === 'open')
    expect(opens('khai-sinh')).toBe(true)
    expect(opens('ho-kinh-doanh')).toBe(false)
    expect(opens('chung-thuc-ban-sao')).toBe(false)
  })
})
