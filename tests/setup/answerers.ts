/** The shipped ward's answerer, and that of a ward small enough to see through. */
import { type Catalogue, createAnswerer, type RankingTopic, toRankingCatalogue } from '../../shared/answering/index.ts'
import { negativeExamples, starterTopics } from '../../shared/content/index.ts'

export const catalogue = toRankingCatalogue(starterTopics, negativeExamples)
export const ward = createAnswerer(catalogue)
export const first = (question: string) => ward.decide(question).topics[0]
export const withoutMarks = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
export const ownPhrases = catalogue.topics.flatMap(({ key, aliases, exampleQuestions }) =>
  [...aliases, ...exampleQuestions].map(text => ({ key, text })),
)
export const share = <T>(items: readonly T[], holds: (item: T) => boolean) => items.filter(holds).length / items.length

/** A ward with a referral and a neighbouring topic, small enough to see through. */
const topic = (
  key: string,
  kind: RankingTopic['kind'],
  title: string,
  aliases: string[],
  exampleQuestions: string[],
): RankingTopic => ({ key, kind, title, officialNames: [], aliases, exampleQuestions })
export const smallCatalogue: Catalogue = {
  topics: [
    topic(
      'khai-sinh',
      'procedure',
      'Khai sinh',
      ['giấy khai sinh', 'khai sinh cho con', 'làm khai sinh', 'con mới sinh'],
      ['Con mới sinh thì làm khai sinh ở đâu?', 'Làm giấy khai sinh cho bé cần gì?'],
    ),
    topic(
      'ket-hon',
      'procedure',
      'Kết hôn',
      ['đăng ký kết hôn', 'giấy kết hôn', 'cưới', 'hôn thú'],
      ['Hai đứa cưới nhau đăng ký kết hôn ở đâu?', 'Đăng ký kết hôn cần gì?'],
    ),
    topic(
      'ho-chieu',
      'referral',
      'Hộ chiếu',
      ['làm hộ chiếu', 'passport', 'đổi hộ chiếu', 'hộ chiếu hết hạn'],
      ['Làm hộ chiếu ở đâu?', 'Hộ chiếu hết hạn thì đổi ở đâu?'],
    ),
    topic(
      'gio-lam-viec',
      'information',
      'Giờ làm việc',
      ['giờ mở cửa', 'phường làm việc mấy giờ', 'thứ bảy có làm không'],
      ['Phường mở cửa lúc mấy giờ?', 'Thứ bảy phường có làm việc không?'],
    ),
  ],
  negatives: negativeExamples.slice(),
}
export const smallWard = createAnswerer(smallCatalogue)
