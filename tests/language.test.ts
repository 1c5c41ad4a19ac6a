/** However a resident writes, the words are recognised. */
import { describe, expect, it } from '@jest/globals'
import {
  type Analysis,
  analyseQuestion,
  createLexicon,
  fold,
  listEverydayPhrases,
  soundOf,
  splitClauses,
  splitWords,
} from '../shared/language/index.ts'

const records = [
  'đăng ký khai sinh cho con',
  'đăng ký kết hôn',
  'giấy khai sinh',
  'hộ khẩu',
  'hộ kinh doanh',
  'tách hộ',
  'lệ phí hộ chiếu',
  'thẻ căn cước',
  'nghiệp vụ',
]
const lexicon = createLexicon([...records, ...listEverydayPhrases()].map(splitWords))
const read = (question: string) => analyseQuestion(question, lexicon)
const toned = (question: string) => splitWords(question).map(word => word.toned)
const folded = (question: string) =>
  read(question)
    .words.map(word => word.folded)
    .join(' ')
const aspects = (question: string) => read(question).aspects
const topicWords = ({ words }: Analysis) => words.filter(({ role }) => role === 'topic').map(({ typed }) => typed)

describe('a written word', () => {
  it.each([
    ['hoà giải', 'hòa giải'],
    ['thuỷ sản', 'thủy sản'],
    ['khoẻ', 'khỏe'],
    ['đăng kí', 'đăng ký'],
    ['lí lịch', 'lý lịch'],
    ['quí', 'quý'],
    ['ĐĂNG KÝ', 'đăng ký'],
    ['đăng ký'.normalize('NFD'), 'đăng ký'],
    ['k\u200bhai\u00ad sinh', 'khai sinh'],
    ['ｋｈａｉ ｓｉｎｈ', 'khai sinh'],
  ])('%j is the same as %j', (one, other) => {
    expect(toned(one)).toEqual(toned(other))
  })

  it('keeps its tone and its vowel apart from others', () => {
    expect(new Set(toned('ma mà má mả mã mạ mơ mờ')).size).toBe(8)
  })

  it('loses every mark when folded, đ too, letter for letter', () => {
    expect(fold('đường đất ướt ẵm')).toBe('duong dat uot am')
    expect(fold('Đ')).toBe('Đ')
  })

  it('that privacy put in the place of a number is not read', () => {
    expect(topicWords(read('khai sinh ⟨số định danh⟩'))).toEqual(['khai', 'sinh'])
  })

  it('sounds like its regional spelling', () => {
    for (const [one, other] of [
      ['trẻ', 'chẻ'],
      ['xổ', 'sổ'],
      ['giấy', 'dấy'],
      ['lăm', 'năm'],
      ['khai', 'khaj'],
      ['sinh', 'xin'],
    ]) {
      expect(soundOf(fold(one ?? ''))).toBe(soundOf(fold(other ?? '')))
    }
    expect(soundOf('khai')).not.toBe(soundOf('cai'))
  })
})

describe('a short form', () => {
  it.each([
    ['đk khai sinh', 'dang ki khai sinh'],
    ['dk ket hon dc ko', 'dang ki ket hon duoc khong'],
    ['CCCD', 'can cuoc cong dan'],
    ['lam hso bn tien z', 'lam ho so bao nhieu tien vay'],
  ])('in %j is written out', (typed, meant) => {
    expect(folded(typed)).toBe(meant)
  })

  it('stays as bare as it was typed, so that it does not outweigh the words beside it', () => {
    const [first] = read('dk').words
    expect(first).toMatchObject({ toned: 'đăng', bare: true })
  })
})

describe('glued words', () => {
  it.each([
    ['dangkykhaisinh', 'dang ki khai sinh'],
    ['hộchiếu', 'ho chieu'],
    ['DANGKYKETHON', 'dang ki ket hon'],
    ['đkhokinhdoanh', 'dang ki ho kinh doanh'],
    ['tachho ở đâu', 'tach ho o dau'],
    ['đăng kýkếthôn', 'dang ki ket hon'],
  ])('%j fall apart where syllables meet', (typed, meant) => {
    expect(folded(typed)).toBe(meant)
  })

  it.each(['facebook', 'javascript', 'dangkyzzz'])('are not seen in %j', typed => {
    expect(folded(typed)).toBe(typed)
  })
})

describe('a slip of the finger', () => {
  it.each([
    ['khia sinh cho con', 'khai sinh cho con'],
    ['táhc hộ', 'tach ho'],
    ['hộ kih doanh', 'ho kinh doanh'],
    ['dk khaj sjnk', 'dang ki khai sinh'],
    ['ddawng kys khai sinh', 'dang ki khai sinh'],
    ['d9ang ky1 ke61t ho6n', 'dang ki ket hon'],
  ])('in %j is put right by the words beside it', (typed, meant) => {
    expect(folded(typed)).toBe(meant)
  })

  it('is left alone when no neighbour speaks for another word', () => {
    expect(folded('phở bò tái')).toBe('pho bo tai')
    expect(folded('khia')).toBe('khia')
  })
})

describe('the marks of a word', () => {
  const exact = (question: string) => read(question).words.flatMap(({ typed, isExact }) => (isExact ? [typed] : []))

  it('are meant where the records have them so, and in words the records do not have', () => {
    expect(exact('lệ phí hộ chiếu')).toEqual(['lệ', 'phí', 'hộ', 'chiếu'])
    expect(exact('phở tái')).toEqual(['phở', 'tái'])
  })

  it('are a slip where only the letters make a pair of the records', () => {
    expect(exact('khai sịnh')).toEqual(['khai'])
    expect(exact('thẻ cằn cướt')).not.toContain('cằn')
  })

  it('are not missed where none belong, unless the whole is typed without', () => {
    expect(exact('đăng ký khai sinh')).toEqual(['đăng', 'ký', 'khai', 'sinh'])
    expect(exact('dang ky khai sinh')).toEqual([])
  })
})

describe('the words of a question', () => {
  it('count by what they say about the topic', () => {
    const { words } = read('dạ cho em hỏi làm khai sinh mất bao lâu ạ')
    const weight = (typed: string) => words.find(word => word.typed === typed)?.weight ?? 0
    expect(weight('sinh')).toBe(1)
    expect(weight('lâu')).toBeLessThan(weight('sinh'))
    expect(weight('ạ')).toBeLessThan(weight('lâu'))
  })

  it('are widened from everyday and regional speech to the words of the records', () => {
    const widened = (question: string) => read(question).widened.map(run => run.map(({ typed }) => typed).join(' '))
    expect(widened('cắt khẩu')).toContain('xóa đăng ký thường trú')
    expect(widened('sổ đỏ')).toContain('giấy chứng nhận quyền sử dụng đất')
    expect(widened('so do')).toContain('giấy chứng nhận quyền sử dụng đất')
  })

  it.each(['khai sinh cần gì, còn kết hôn mất bao lâu?', 'khai sinh cần gì\nkết hôn mất bao lâu'])(
    'fall into clauses at marks, joining words and line ends: %j',
    question => {
      const clauses = splitClauses(read(question)).map(topicWords)
      expect(clauses.filter(words => words.length > 0)).toEqual([
        ['khai', 'sinh'],
        ['kết', 'hôn'],
      ])
    },
  )
})

describe('a text of any length', () => {
  it('is read by its beginning and its end, in bounded work', () => {
    const { words } = read(`khai sinh ${'và '.repeat(5000)} hộ khẩu`)
    expect(words.length).toBeLessThanOrEqual(160)
    expect(words.map(({ typed }) => typed)).toEqual(expect.arrayContaining(['sinh', 'khẩu']))
  })
})

describe('the part that is asked for', () => {
  it.each([
    ['làm khai sinh cần giấy tờ gì', ['papers']],
    ['đi đăng ký kết hôn đem theo chi', ['papers']],
    ['khai sinh tốn bao nhiêu tiền', ['fee']],
    ['lam can cuoc het nhieu tien', ['fee']],
    ['căn cước bao nhiêu ngày có', ['time']],
    ['mấy bữa thì xong', ['time']],
    ['nộp ở mô', ['where']],
    ['khai sinh ra phường nào', ['where']],
    ['đăng ký kết hôn qua mạng được không', ['online']],
    ['dk ket hon onl dc ko', ['online']],
    ['xin mẫu đơn', ['form']],
    ['quy trình gồm mấy bước', ['steps']],
    ['theo nghị định nào', ['law']],
    ['bao nhiêu tuổi thì được cưới', ['eligibility']],
    ['hồ sơ tới đâu rồi', ['status']],
    ['khai sinh', ['overview']],
    ['thủ tục khai sinh', ['overview']],
  ])('in %j is %j', (question, expected) => {
    expect(aspects(question)).toEqual(expected)
  })

  it('may be several, in the order asked', () => {
    expect(aspects('khai sinh mất bao lâu, cần giấy tờ gì và nộp ở đâu')).toEqual(['time', 'papers', 'where'])
  })

  it('is not taken from a hint when it is named', () => {
    expect(aspects('làm hồ sơ khai sinh thế nào')).toEqual(['steps'])
    expect(aspects('thời gian giải quyết như thế nào')).toEqual(['time'])
  })

  it('is not read into a word that only looks like one', () => {
    expect(aspects('gia hạn')).toEqual(['overview'])
    expect(aspects('mai táng phí')).toEqual(['overview'])
  })
})
