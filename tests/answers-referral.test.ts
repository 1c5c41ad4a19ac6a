import { describe, expect, it } from '@jest/globals'
import { type AnswerInput, composeReferral } from '../shared/answers/index.ts'
import { sampleWard, starterTopics } from '../shared/content/index.ts'
import { messageLength, OutgoingMessage } from '../shared/messages.ts'
import { Aspect, type Topic } from '../shared/procedures.ts'

const ward = sampleWard.profile
const topics = starterTopics.filter(topic => topic.kind === 'referral')

function topicOf(key: string): Topic {
  const topic = topics.find(one => one.key === key)
  if (!topic) throw new Error(`no referral topic ${key}`)
  return topic
}

function ask(topic: Topic, aspects: AnswerInput['aspects'], more: Partial<AnswerInput> = {}): OutgoingMessage[] {
  return composeReferral({
    topic,
    revision: 3,
    publishedOn: '2026-11-20',
    aspects,
    ward,
    today: '2026-11-22',
    ...more,
  })
}

function say(key: string, aspect: Aspect): string {
  return ask(topicOf(key), [aspect])[0]?.text ?? ''
}

const everything = topics.flatMap(topic =>
  Aspect.options.map(aspect => ({ topic, aspect, reply: ask(topic, [aspect])[0] })),
)

function failures(check: (entry: (typeof everything)[number]) => boolean): string[] {
  return everything.filter(entry => !check(entry)).map(({ topic, aspect }) => `${topic.key} ${aspect}`)
}

describe('a matter that another office handles', () => {
  it('opens with that office and the way there, whatever was asked', () => {
    expect(
      failures(({ topic, reply }) => {
        const { name, howToReach } = topic.authority
        return reply?.text.startsWith(`Việc này làm ở ${name}.\n${howToReach}\n`) ?? false
      }),
    ).toEqual([])
  })

  it('is one short message that Zalo accepts, with its source and the note that the ward has not checked it', () => {
    expect(failures(({ reply }) => OutgoingMessage.safeParse(reply).success)).toEqual([])
    expect(failures(({ reply }) => messageLength(reply?.text ?? '') <= 600)).toEqual([])
    expect(
      failures(({ reply }) =>
        /\nNguồn: .*; bản 3\.\nPhường chưa kiểm tra lại mục này; gọi (0200 000 001 )?trước khi đi\./.test(
          reply?.text ?? '',
        ),
      ),
    ).toEqual([])
  })

  it('never passes the telephone of the ward off as that of the office', () => {
    expect(
      failures(
        ({ reply }) => !/(Điện thoại|điện thoại|Gọi|gọi) ?:? ?0200 000 001(?! trước khi đi)/.test(reply?.text ?? ''),
      ),
    ).toEqual([])
    expect(failures(({ reply }) => reply?.text.match(/0200/g)?.length === 1)).toEqual([])
  })

  it('says what is not known, and where to ask', () => {
    expect(say('ho-chieu', 'fee')).toContain('Lệ phí: nguồn không ghi đủ; hỏi tại nơi làm.')
    expect(say('ly-lich-tu-phap', 'fee')).toContain('nguồn không ghi số tiền. Hỏi tại nơi làm.')
    expect(failures(({ reply }) => !/miễn phí|không mất tiền|\d đồng/i.test(reply?.text ?? ''))).toEqual([])
  })

  it('tells the papers and the time only where a record states them', () => {
    expect(say('tach-thua', 'papers')).toContain('• Nộp: giấy chứng nhận đã cấp (sổ đỏ, sổ hồng)')
    expect(say('ly-lich-tu-phap', 'papers')).toContain('tờ khai yêu cầu cấp Phiếu lý lịch tư pháp')
    expect(say('ly-lich-tu-phap', 'time')).toContain('10 ngày.')
    expect(say('ly-hon', 'papers')).not.toContain('•')
  })

  it('offers only what there is to see', () => {
    const offered = (key: string) => ask(topicOf(key), [])[0]?.buttons.map(one => one.title)
    expect(offered('ly-hon')).toEqual(['Gọi 0200 000 001'])
    expect(offered('tach-thua')).toEqual(['Giấy tờ', 'Lệ phí', 'Thời gian', 'Nộp trực tuyến', 'Gọi 0200 000 001'])
  })

  it('says what the ward itself can do', () => {
    expect(say('bao-hiem-y-te', 'where')).toContain('nộp ở phường được')
    expect(say('sang-ten-dat', 'overview')).toContain('Ở phường làm được: chứng thực hợp đồng')
    expect(say('ho-chieu', 'overview')).toContain('Mất hộ chiếu: trình báo trong 2 ngày làm việc ở công an phường')
    expect(say('ly-hon', 'papers')).toContain('giấy độc thân sau khi ly hôn')
  })

  it('gives way to the papers when space is short: what to bring is never cut for advice', () => {
    const { advice, ...topic } = topicOf('tach-thua')
    const [reply] = ask({ ...topic, advice: [...advice, 'a'.repeat(400)] }, ['papers'])
    expect(reply?.text).toContain('bản vẽ tách thửa')
    expect(reply?.text).not.toContain('aaa')
  })

  it('shows every paper in the full view', () => {
    const pages = ask(topicOf('ly-lich-tu-phap'), ['papers'], { view: 'full', caseId: 'nho-nguoi-lam' })
    expect(pages.map(page => page.text).join('\n')).toContain('văn bản ủy quyền, có công chứng hoặc chứng thực')
  })
})
