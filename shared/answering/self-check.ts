/** How right the decisions on a catalogue's own questions are, each put as if the catalogue had never had it. */
import type { Calibration, Catalogue } from './catalogue.ts'
import { createFinder } from './finder.ts'
import { judge } from './gate.ts'

export interface SelfCheck {
  questions: number
  /** Answered with the topic it belongs to. */
  right: number
  /** Asked back, the right topic among those offered. */
  offered: number
  /** Answered with another topic. */
  wrong: number
  /** Neither answered nor offered. */
  refused: number
}

const OFFERED = 3
const AT_A_TIME = 25

/** Gives way after every few questions: takes about a quarter of a millisecond each. */
export async function selfCheck(
  catalogue: Catalogue & { calibration: Calibration },
  giveWay: () => Promise<void>,
): Promise<SelfCheck> {
  const finder = createFinder(catalogue)
  const check = { questions: 0, right: 0, offered: 0, wrong: 0, refused: 0 }
  for (const phrase of finder.phrases) {
    if (!phrase.colloquial || phrase.topic === null) continue
    const ranking = finder.rank(finder.read(phrase.text), phrase)
    const { zone } = judge(ranking, catalogue.calibration)
    const place = ranking.topics.findIndex(({ topic }) => topic === phrase.topic)
    check.questions += 1
    if (zone === 'answer') check[place === 0 ? 'right' : 'wrong'] += 1
    else if (zone === 'ask' && place >= 0 && place < OFFERED) check.offered += 1
    else check.refused += 1
    if (check.questions % AT_A_TIME === 0) await giveWay()
  }
  return check
}
