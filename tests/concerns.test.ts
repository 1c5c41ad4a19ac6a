/** What somebody worries about, told apart from what they want done. */
import { describe, expect, it } from '@jest/globals'
import { readCircumstance, readConcern } from '../shared/answering/index.ts'
import { composeConcern } from '../shared/answers/index.ts'
import { sampleWard, starterTopics } from '../shared/content/index.ts'

describe('a worry', () => {
  it.each([
    ['người khác nộp thay được không', 'proxy'],
    ['nho con di nop gium duoc ko', 'proxy'],
    ['ủy quyền cho con làm được không', 'proxy'],
    ['ba di khong noi thi sao', 'proxy'],
    ['nộp trễ có sao không', 'late'],
    ['khai sinh muon thi sao', 'late'],
    ['quá 60 ngày rồi', 'late'],
    ['nop tre co bi phat khong', 'fine'],
    ['công an có tới nhà làm không', 'other'],
  ])('is heard in "%s"', (text, kind) => {
    expect(readConcern(text)?.concern.kind).toBe(kind)
  })

  it.each([
    ['tôi đã ly hôn rồi', 'ly hôn'],
    ['toi da ly hon', 'ly hon'],
    ['vợ tôi đã mất lâu rồi', 'mất'],
    ['đã ly hôn thì cần gì', null],
    ['tôi muốn ly hôn', null],
  ])('is told apart from a circumstance: "%s"', (text, circumstance) => {
    expect(readCircumstance(text)).toBe(circumstance)
  })

  it('about a paper somebody lacks names the paper', () => {
    expect(readConcern('không có giấy chứng sinh có làm được không')?.concern).toEqual({
      kind: 'missing',
      paper: 'giấy chứng sinh',
    })
  })

  it('leaves what is said besides, so that another matter is not taken for the one in hand', () => {
    expect(readConcern('nhờ người đi làm căn cước giùm được không')?.rest).toContain('căn cước')
    expect(readConcern('khai tử trễ có bị phạt không')?.rest).toContain('khai tử')
  })

  it.each([
    'làm giấy khai sinh cho trẻ em',
    'khai sinh cho tre 2 tuoi',
    'làm giấy ủy quyền ở đâu',
    'làm hộ khẩu được không',
    'lam giup toi',
    'mất bao lâu',
    '',
  ])('is not heard in "%s"', text => {
    expect(readConcern(text)).toBeNull()
  })
})

describe('every topic', () => {
  const about = { revision: 1, publishedOn: '2026-11-20', ward: sampleWard.profile, today: '2026-11-22', aspects: [] }
  const replies = starterTopics.flatMap(topic =>
    (['proxy', 'late', 'fine', 'other'] as const).map(
      kind => composeConcern({ ...about, topic }, { kind })[0]?.text ?? '',
    ),
  )

  it('answers a worry with sentences of its record, or says that it is not written there and where to ask', () => {
    const isOpen = (text: string) =>
      /(nguồn không ghi|không ghi rõ)\. (Gọi 0200 000 00\d để hỏi|Hỏi tại nơi làm)\./.test(text)
    expect(replies.filter(text => !/^[^\n]+:\n• /.test(text) && !isOpen(text))).toEqual([])
    expect(replies.filter(text => [...text].length > 600)).toEqual([])
  })
})
