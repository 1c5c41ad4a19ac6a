/** Whole conversations, as an officer would read them: tests/dialogues/*.txt, held with the real app and the emulated Zalo. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createWardDirectory } from '../server/platform/areas/index.ts'
import type { PublishedTopic } from '../shared/procedures.ts'
import { type Sources, unexplainedFigures } from './setup/answer-figures.ts'
import { type Dialogue, type Heard, holdDialogue, needsClock, readDialogues } from './setup/dialogues.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const AT_ONCE = 10
/** A Monday at half past eight in Vietnam: the office is open, and half an hour may pass before promises change. */
const MOMENT = '2026-11-23T01:30:00.000Z'

const dialogues = readDialogues()
const outcomes = new Map<Dialogue, string[]>()
const heard: Heard[] = []
let wards: TestWard[] = []

beforeAll(async () => {
  wards = await Promise.all([openTalkingWard(), openTalkingWard()])
  const [quiet, moving] = wards
  if (!quiet || !moving) return
  await Promise.all([
    hold(
      quiet,
      dialogues.filter(one => !needsClock(one)),
      AT_ONCE,
    ),
    hold(moving, dialogues.filter(needsClock), 1),
  ])
}, 600_000)
afterAll(() => Promise.all(wards.map(ward => ward.close())))

async function openTalkingWard(): Promise<TestWard> {
  const ward = await openWard({ emulator: { settings: { oa: { plan: 'none' } } }, zalo: { ratePerMinute: 600_000 } })
  ward.emulator.control.clock.set(MOMENT)
  return ward
}

/** As anybody may read it: what is published, the ward's profile, its calendar. */
async function readSources({ url, db, config }: TestWard): Promise<Sources> {
  const read = async (path: string) => (await fetch(`${url}/api${path}`)).json()
  const keys = (await read('/procedures')).map(({ key }: { key: string }) => key)
  const records: PublishedTopic[] = await Promise.all(keys.map((key: string) => read(`/procedures/${key}`)))
  const office = await createWardDirectory(db)(config.zalo.oaId)
  if (!office) throw new Error('no ward speaks through this OA')
  return {
    records: new Map(records.map(one => [one.topic.key, { ...one, publishedAt: new Date(one.publishedAt) }] as const)),
    office,
    keepMessagesDays: config.keepMessagesDays,
  }
}

async function hold(ward: TestWard, waiting: Dialogue[], atOnce: number): Promise<void> {
  const queue = [...waiting]
  const talk = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (needsClock(next)) ward.emulator.control.clock.set(MOMENT)
      const { heard: replies, broken } = await holdDialogue(ward, next)
      heard.push(...replies)
      outcomes.set(next, broken)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, talk))
}

function lengthsOf({ messages }: Heard): number[] {
  return messages.map(({ text }) => [...text].length)
}

/** All messages of a reply together, in characters. */
function medianLength(replies: readonly Heard[]): number {
  const lengths = replies.map(reply => lengthsOf(reply).reduce((sum, length) => sum + length, 0))
  return lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0
}

function isOnPaperwork({ topics }: Heard): boolean {
  return topics.length > 0
}

describe('a conversation', () => {
  it.each(dialogues.map(dialogue => [`${dialogue.file} › ${dialogue.title}`, dialogue] as const))(
    '%s',
    (_, dialogue) => {
      expect(outcomes.get(dialogue)).toEqual([])
    },
  )
})

describe('all conversations together', () => {
  it('are at least 120, of three to eight turns', () => {
    const turns = dialogues.map(({ exchanges }) => exchanges.filter(({ act }) => act.kind !== 'clock').length)
    expect(dialogues.length).toBeGreaterThanOrEqual(120)
    expect(Math.min(...turns)).toBeGreaterThanOrEqual(3)
    expect(Math.max(...turns)).toBeLessThanOrEqual(8)
  })

  it('open with a short reply: at most 600 characters a message, half of the replies within 450 in all', () => {
    const first = heard.filter(({ isFirst }) => isFirst)
    expect(Math.max(...first.flatMap(lengthsOf))).toBeLessThanOrEqual(600)
    // Small talk is short by nature: what a reply on paperwork takes is measured by itself.
    const medians = { all: medianLength(first), onPaperwork: medianLength(first.filter(isOnPaperwork)) }
    process.stdout.write(`first replies, median: ${medians.all} characters; on paperwork ${medians.onPaperwork}\n`)
    expect(Object.entries(medians).filter(([, length]) => length > 450)).toEqual([])
  })

  it('never say a word that the ward does not use', () => {
    const said = heard.flatMap(({ messages }) => messages.map(({ text }) => text))
    expect(said.filter(text => /(?<!\p{L})(bạn|quý khách|người chết)(?!\p{L})/iu.test(text))).toEqual([])
  })

  it('state no figure, date, code or telephone number but those of the record they name, the ward and its calendar', async () => {
    const [ward] = wards
    if (!ward) throw new Error('no ward was opened')
    expect(unexplainedFigures(heard, await readSources(ward))).toEqual([])
  })

  it('show nothing longer than Zalo carries, and never more than five buttons', () => {
    const messages = heard.flatMap(one => one.messages)
    expect(messages.filter(({ text, buttons }) => [...text].length > 2000 || buttons.length > 5)).toEqual([])
  })
})
