/** A person's own papers, found by a few questions in the ward's Zalo. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { publishStarter } from '../server/procedures/store.ts'
import { starterTopics } from '../shared/content/index.ts'
import type { DecisionTable } from '../shared/decision-table.ts'
import type { Topic } from '../shared/procedures.ts'
import { until } from './setup/until.ts'
import { openWard, type Resident, type TestWard } from './setup/ward.ts'

let ward: TestWard
beforeAll(async () => {
  ward = await openWard({ emulator: { settings: { oa: { plan: 'none' } } }, zalo: { ratePerMinute: 6000 } })
})
afterAll(() => ward.close())

/** The ward's own words may be edited; what is tested here is how a checklist is held. */
function tableOf(key: string): DecisionTable {
  const table = starterTopics.find(topic => topic.key === key)?.checklist
  if (!table) throw new Error(`${key} has no checklist`)
  return table
}
const [who, parents] = tableOf('khai-sinh').questions
const labels = (question: typeof who) => question?.options.map(({ label }) => label) ?? []
const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase()

async function begin(resident: Resident): Promise<string> {
  await resident.ask('Làm giấy khai sinh cần gì?')
  return (await resident.ask('giấy tờ của tôi')).text
}

/** The common answer to everything, by number. */
async function goThrough(resident: Resident): Promise<string> {
  for (let step = 0; step < 7; step++) {
    const { text } = await resident.ask('1')
    if (!text.includes('Câu ')) return text
  }
  throw new Error('the questions do not end')
}

describe('a list of one’s own', () => {
  it('is offered with the first answer, as the first choice', async () => {
    const answer = await ward.resident('ba-sau').ask('Làm giấy khai sinh cần gì?')
    expect(answer.text).toContain('1 Giấy tờ của tôi')
    expect(answer.buttons[0]).toBe('Giấy tờ của tôi')
  })

  it('comes after a few questions, each with its place, its answers by number and "Không rõ" as the last', async () => {
    const resident = ward.resident('ba-sau')
    await resident.ask('Làm giấy khai sinh cần gì?')
    const first = await resident.press('Giấy tờ của tôi')
    expect(first.text).toMatch(/Câu 1\/\d: /)
    expect(first.text).toContain(who?.text)
    expect(first.text).toContain(`1 ${labels(who)[0]}`)
    expect(first.text).toMatch(/\d Không rõ\n/)
    expect(first.text).not.toMatch(/\d\.\d{6}/)
    const list = await goThrough(resident)
    expect(list).toMatch(/^(Chú ý: [^\n]*\n)*Giấy tờ cần mang để làm khai sinh cho con/)
    expect(list).toMatch(/• Nộp: giấy chứng sinh \(1 bản chính\)/)
    expect(list).toContain('Mang bản chính để đối chiếu, được mang về')
    expect(list).toContain('Nơi nộp: Bộ phận Một cửa')
    expect(list).toContain('Thời gian: 1 ngày làm việc')
    expect(list).toMatch(/Nguồn: .*mã 1\.001193.*phiên bản \d/)
    expect(list).toContain('Gặp cán bộ')
  })

  it('is answered by number, by button, or in words with and without marks: it comes to the same', async () => {
    const resident = ward.resident('ba-sau')
    await begin(resident)
    const byNumber = (await resident.ask('1')).text
    await begin(resident)
    const byButton = (await resident.press(labels(who)[0] ?? '')).text
    await begin(resident)
    const byWords = (await resident.ask(labels(who)[0] ?? '')).text
    await begin(resident)
    const byBareWords = (await resident.ask(plain(labels(who)[0] ?? ''))).text
    expect(byNumber).toContain(parents?.text)
    expect([byButton, byWords, byBareWords]).toEqual([byNumber, byNumber, byNumber])
  })

  it('goes on when an answer is not known, and says on what each paper then depends', async () => {
    const resident = ward.resident('anh-nam')
    await begin(resident)
    await resident.ask('1')
    expect((await resident.ask('1')).text).toMatch(/Câu \d\/\d: .*Giấy chứng sinh/)
    const after = (await resident.ask('dạ hổng biết')).text
    const list = after.includes('Câu ') ? await goThrough(resident) : after
    expect(list).toMatch(/• Nếu [^\n]*giấy chứng sinh/i)
  })

  it('takes an answer back, begins again, and stops when it is told to', async () => {
    const resident = ward.resident('anh-nam')
    await begin(resident)
    const second = (await resident.ask('1')).text
    const third = (await resident.ask('1')).text
    expect((await resident.ask('lùi')).text).toBe(second)
    expect((await resident.ask('1')).text).toBe(third)
    expect((await resident.ask('làm lại')).text).toContain('Câu 1/')
    expect((await resident.ask('lui')).text).toContain('Đây là câu đầu tiên')
    expect((await resident.ask('thôi')).text).toContain('Đã dừng và xóa các câu trả lời')
    expect((await resident.ask('tiếp tục')).text).not.toContain('Câu ')
  })

  it('asks to choose again when "có" could mean more than one answer', async () => {
    const resident = ward.resident('anh-nam')
    await begin(resident)
    const again = await resident.ask('có')
    expect(again.text).toMatch(/^Xin nhắn số của câu đúng nhất\.\nCâu 1\//)
  })

  it('lets the last answer be corrected even when the list is there', async () => {
    const resident = ward.resident('chi-lan')
    await begin(resident)
    const list = await goThrough(resident)
    const last = await resident.ask('lùi')
    expect(last.text).toContain('Câu ')
    expect(list).toContain((await resident.ask('1')).text)
  })

  it('hears an old button as a correction of that answer', async () => {
    const resident = ward.resident('chi-lan')
    await begin(resident)
    const second = (await resident.ask('1')).text
    await resident.ask('1')
    const corrected = await resident.ask(`${who?.text} ${labels(who)[0]}`)
    expect(corrected.text).not.toBe(second)
    const adult = await resident.ask(`${who?.text} ${labels(who).at(-1)}`)
    expect(adult.text).not.toContain('Giấy chứng sinh')
  })
})

describe('who changes the subject', () => {
  it('is answered, and goes on with "tiếp tục" where they were', async () => {
    const resident = ward.resident('co-huong')
    await begin(resident)
    const second = (await resident.ask('1')).text
    expect((await resident.ask('mất bao lâu?')).text).toMatch(/^Thời gian làm khai sinh/)
    expect((await resident.ask('đăng ký tạm trú cần gì')).text).toMatch(/tạm trú/)
    expect((await resident.ask('không biết')).text).not.toContain('Câu 3/')
    expect((await resident.ask('gặp cán bộ')).text).not.toContain('Câu ')
    expect((await resident.ask('thôi')).text).not.toContain('Đã dừng')
    expect((await resident.ask('tiếp tục')).text).toBe(second)
  })

  it('is not answered for a checklist that nobody began', async () => {
    const resident = ward.resident('ong-tu')
    expect((await resident.ask('2')).text).not.toContain('Câu ')
    expect((await resident.ask('lùi')).text).not.toContain('Câu ')
    expect((await resident.ask('giấy tờ của tôi')).text).not.toContain('Câu ')
  })

  it('who follows an old button of a checklist that is over begins it anew, and is told so', async () => {
    const resident = ward.resident('ong-tu')
    const reply = await resident.ask(`${who?.text} ${labels(who)[0]}`)
    expect(reply.text).toMatch(/^Các câu trả lời trước không còn được giữ, xin bắt đầu lại\./)
    expect(reply.text).toContain('Câu 1/')
  })
})

describe('answers that lead elsewhere', () => {
  const certified = tableOf('chung-thuc-ban-sao')
  const optionOf = (find: (rule: DecisionTable['rules'][number]) => boolean): { question: string; option: string } => {
    const [condition] = certified.rules.find(find)?.when ?? []
    return { question: condition?.question ?? '', option: condition?.in[0] ?? '' }
  }
  const saying = ({ question, option }: { question: string; option: string }) => {
    const asked = certified.questions.find(({ id }) => id === question)
    return `${asked?.text} ${asked?.options.find(({ id }) => id === option)?.label}`
  }

  it('go on with the checklist that fits, and back again', async () => {
    const resident = ward.resident('em-minh')
    await resident.ask('sao y chứng thực cần mang gì')
    const first = (await resident.ask('giấy tờ của tôi')).text
    const led = await resident.ask(saying(optionOf(rule => rule.goTo === 'chung-thuc-chu-ky')))
    expect(led.text).toMatch(/^Việc này làm theo mục “Chứng thực chữ ký”\.\nCâu 1\//)
    const back = await resident.ask('lùi')
    expect(first).toContain(back.text)
  })

  it('stop with the reason and the phone, and no list, when a trip would be in vain', async () => {
    const resident = ward.resident('em-minh')
    await resident.ask('sao y chứng thực cần mang gì')
    await resident.ask('giấy tờ của tôi')
    await resident.ask('1')
    const stopped = await resident.ask(saying(optionOf(rule => rule.stops === true)))
    expect(stopped.text).toContain(certified.rules.find(rule => rule.stops)?.warning?.slice(0, 40))
    expect(stopped.text).toContain('Gọi 0200 000 001')
    expect(stopped.text).not.toContain('Giấy tờ cần mang')
  })
})

describe('what somebody answered', () => {
  it('is begun anew when the ward has corrected its guide meanwhile', async () => {
    const resident = ward.resident('co-huong')
    await begin(resident)
    await resident.ask('1')
    const changed: Topic[] = starterTopics.map(topic =>
      topic.key === 'khai-sinh' ? { ...topic, summary: 'Câu mới của phường.' } : topic,
    )
    await publishStarter(ward.db, changed)
    await hearsNewWords()
    const reply = await resident.ask('1')
    expect(reply.text).toMatch(/^Hướng dẫn vừa được sửa, xin trả lời lại từ đầu\.\nCâu 1\//)
  })

  async function hearsNewWords(): Promise<void> {
    const read = async () => (await fetch(`${ward.url}/thu-tuc/khai-sinh`)).text()
    await until('the new words', async () => (await read()).includes('Câu mới của phường.'))
  }

  it('stands nowhere but in the memory of the conversation, and is gone a day later', async () => {
    const resident = ward.resident('chi-lan')
    await begin(resident)
    await resident.ask('1')
    await ward.settle()
    const [question] = tableOf('khai-sinh').questions
    const kept = `"answers": {"${question?.id}": "${question?.options[0]?.id}"}`
    const tables = ['conversations', 'handoffs', 'events', 'deliveries', 'audit', 'counters'] as const
    const holding: string[] = []
    for (const table of tables) {
      const rows = await ward.db.selectFrom(table).selectAll().execute()
      if (JSON.stringify(rows).includes(kept.replaceAll(' ', ''))) holding.push(table)
    }
    expect(holding).toEqual(['conversations'])
    ward.emulator.control.clock.advance('25h')
    expect((await resident.ask('tiếp tục')).text).not.toContain('Câu ')
    const rows = await ward.db
      .selectFrom('conversations')
      .select('state')
      .where('oa_user_id', '=', resident.oaUserId)
      .execute()
    expect(JSON.stringify(rows)).not.toContain('"answers":{')
  })
})
