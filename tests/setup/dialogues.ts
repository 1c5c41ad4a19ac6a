/**
 * Conversations written down as an officer would read them, and what is needed to hold them with the real ward.
 *
 *     # Bà Sáu hỏi khai sinh rồi hỏi mất bao lâu
 *     > lam giay khai sinh can gi      the person writes ([ảnh], [ghi âm], [nhãn dán], [vị trí], [tệp ten.pdf] send such)
 *     = giấy chứng sinh                the reply says this (without regard to capitals)
 *     ≠ bạn                            and does not say this
 *     → khai-sinh                      and rests on this topic
 *     * Lệ phí                         presses a button of the last reply, by its title or its number
 *     …                                nothing is heard
 *     @ 2026-11-28 09:00               it is now this moment at the ward
 *     cán bộ> Dạ để em xem             an officer writes in Zalo's own tool
 *     quan tâm / bỏ quan tâm / mở chat the person follows, unfollows, opens the chat
 *     nhắc việc                        the ward looks who has waited for an officer too long
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChatMessage } from '../../emulator/world/chats.ts'
import { escalateNow } from './escalation.ts'
import { until } from './until.ts'
import type { TestWard } from './ward.ts'

type Act =
  | { kind: 'write'; text: string }
  | { kind: 'press'; button: string | number }
  | { kind: 'officer'; text: string }
  | { kind: 'relation'; name: 'follow' | 'unfollow' | 'open' }
  | { kind: 'clock'; at: string }
  | { kind: 'escalation' }

interface Expectation {
  kind: 'says' | 'says not' | 'topic' | 'silence'
  words: string
}

interface Exchange {
  act: Act
  expected: Expectation[]
  line: number
}

export interface Dialogue {
  title: string
  file: string
  exchanges: Exchange[]
}

interface Source {
  topic: string
  revision: number
}

/** One reply, for what must hold in every dialogue. */
export interface Heard {
  dialogue: string
  /** The first reply to the first message. */
  isFirst: boolean
  said: string
  /** `source`: the published record that the words rest on. */
  messages: { text: string; buttons: string[]; source: Source | null }[]
  topics: string[]
  /** At the ward, before and after. */
  moments: Date[]
}

const FOLDER = new URL('../dialogues/', import.meta.url).pathname
const RELATIONS = { 'quan tâm': 'follow', 'bỏ quan tâm': 'unfollow', 'mở chat': 'open' } as const

export function readDialogues(): Dialogue[] {
  return readdirSync(FOLDER)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .flatMap(file => parseDialogues(file, readFileSync(join(FOLDER, file), 'utf8')))
}

function parseDialogues(file: string, text: string): Dialogue[] {
  const dialogues: Dialogue[] = []
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim()
    const place = `${file}:${index + 1}`
    const dialogue = dialogues.at(-1)
    if (line === '' || line.startsWith('//')) return
    if (line.startsWith('# ')) dialogues.push({ title: line.slice(2), file, exchanges: [] })
    else if (!dialogue) throw new Error(`${place}: a line before the first title`)
    else {
      const act = readAct(line)
      const expectation = readExpectation(line)
      if (act) dialogue.exchanges.push({ act, expected: [], line: index + 1 })
      else if (expectation) dialogue.exchanges.at(-1)?.expected.push(expectation)
      else throw new Error(`${place}: not understood: ${line}`)
    }
  })
  return dialogues
}

function readAct(line: string): Act | null {
  if (line.startsWith('> ')) return { kind: 'write', text: line.slice(2) }
  if (line.startsWith('cán bộ> ')) return { kind: 'officer', text: line.slice(8) }
  if (line.startsWith('@ ')) return { kind: 'clock', at: `${line.slice(2).replace(' ', 'T')}:00+07:00` }
  if (line.startsWith('* ')) {
    const button = line.slice(2)
    return { kind: 'press', button: /^\d$/.test(button) ? Number(button) - 1 : button }
  }
  if (line === 'nhắc việc') return { kind: 'escalation' }
  const relation = RELATIONS[line as keyof typeof RELATIONS]
  return relation ? { kind: 'relation', name: relation } : null
}

function readExpectation(line: string): Expectation | null {
  if (line === '…') return { kind: 'silence', words: '' }
  if (line.startsWith('= ')) return { kind: 'says', words: line.slice(2) }
  if (line.startsWith('≠ ')) return { kind: 'says not', words: line.slice(2) }
  if (line.startsWith('→ ')) return { kind: 'topic', words: line.slice(2) }
  return null
}

/** True when the dialogue moves the clock: nobody else may talk at the same time. */
export function needsClock({ exchanges }: Dialogue): boolean {
  return exchanges.some(({ act }) => act.kind === 'clock')
}

/** @returns what was heard, and each promise of the dialogue that was not kept */
export async function holdDialogue(ward: TestWard, dialogue: Dialogue): Promise<{ heard: Heard[]; broken: string[] }> {
  const { control } = ward.emulator
  const person = control.people.create({ name: 'Người hỏi' }).key
  const broken: string[] = []
  const heard: Heard[] = []
  for (const { act, expected, line } of dialogue.exchanges) {
    const before = control.people.messages(person).at(-1)?.seq ?? 0
    const beganAt = new Date(control.clock.read().now)
    try {
      await perform(ward, person, act)
    } catch (error) {
      broken.push(`${dialogue.file}:${line}: ${error instanceof Error ? error.message : error}`)
      break
    }
    if (act.kind === 'clock') continue
    const messages = control.people.messages(person, before).filter(isFromMachine)
    const texts = messages.map(({ text }) => text ?? '')
    const sources = await sourcesOf(ward, person, texts.length)
    const topics = [...new Set(sources.flatMap(source => source?.topic ?? []))]
    const reply = texts.join('\n')
    for (const expectation of expected)
      if (!isKept(expectation, reply, topics))
        broken.push(`${dialogue.file}:${line}: expected ${describe(expectation)}, heard [${topics}] «${reply}»`)
    if (texts.length > 0)
      heard.push({
        dialogue: `${dialogue.file}: ${dialogue.title}`,
        isFirst: heard.length === 0 && act.kind === 'write',
        said: act.kind === 'write' ? act.text : act.kind,
        messages: messages.map(({ text, buttons }, index) => ({
          text: text ?? '',
          buttons: buttons.map(({ title }) => title),
          source: sources[index] ?? null,
        })),
        topics,
        moments: [beganAt, new Date(control.clock.read().now)],
      })
  }
  return { heard, broken }
}

function isFromMachine({ from, adminId }: ChatMessage): boolean {
  return from === 'oa' && !adminId
}

function isKept({ kind, words }: Expectation, reply: string, topics: string[]): boolean {
  const says = reply.normalize('NFC').toLowerCase().includes(words.normalize('NFC').toLowerCase())
  switch (kind) {
    case 'says':
      return says
    case 'says not':
      return !says
    case 'topic':
      return topics.includes(words)
    case 'silence':
      return reply === ''
  }
}

function describe({ kind, words }: Expectation): string {
  return kind === 'silence' ? 'silence' : `${kind} “${words}”`
}

async function perform(ward: TestWard, person: string, act: Act): Promise<void> {
  const { act: acts, clock } = ward.emulator.control
  switch (act.kind) {
    case 'clock':
      clock.set(new Date(act.at).toISOString())
      return
    case 'escalation':
      await escalateNow(ward)
      return untilQuiet(ward, person)
    case 'relation':
      acts[act.name](person)
      return untilQuiet(ward, person)
    case 'officer':
      return untilAnswered(ward, person, acts.officer(person, act.text).id)
    case 'write':
      return untilAnswered(ward, person, write(ward, person, act.text).id)
    case 'press': {
      const pressed = acts.press(person, act.button)
      if (!('said' in pressed)) throw new Error(`the button ${act.button} says nothing`)
      return untilAnswered(ward, person, pressed.said.id)
    }
  }
}

function write(ward: TestWard, person: string, text: string): ChatMessage {
  const { act } = ward.emulator.control
  const [, what, rest = ''] = /^\[(ảnh|ghi âm|nhãn dán|vị trí|tệp)([^\]]*)\]/.exec(text) ?? []
  const caption = text.replace(/^\[[^\]]*\]\s*/, '')
  switch (what) {
    case 'ảnh':
      return act.image(person, caption)
    case 'ghi âm':
      return act.voice(person)
    case 'nhãn dán':
      return act.sticker(person)
    case 'vị trí':
      return act.location(person)
    case 'tệp':
      return act.file(person, rest.trim() || undefined)
    default:
      return act.text(person, text)
  }
}

const LOOK_EVERY_MS = 8

/** Until the server has worked on this very message, and everything it said has arrived. */
async function untilAnswered(ward: TestWard, person: string, messageId: string): Promise<void> {
  const isWorkedOn = async (): Promise<boolean> => {
    const event = await ward.db
      .selectFrom('events')
      .select('state')
      .where('dedupe_key', 'like', `%:${messageId}`)
      .where('event_name', 'not in', ['user_received_message', 'user_seen_message'])
      .executeTakeFirst()
    return event?.state === 'done' || event?.state === 'failed' || (await isErased(ward, person))
  }
  await until(`the work on message ${messageId}`, isWorkedOn, LOOK_EVERY_MS)
  await untilQuiet(ward, person)
}

async function isErased(ward: TestWard, person: string): Promise<boolean> {
  const { userId } = ward.emulator.control.people.find(person)
  const row = await ward.db.selectFrom('events').select('id').where('subject_id', '=', userId).executeTakeFirst()
  const erased = await ward.db.selectFrom('erasures').select('id').executeTakeFirst()
  return row === undefined && erased !== undefined
}

async function untilQuiet(ward: TestWard, person: string): Promise<void> {
  const { userId } = ward.emulator.control.people.find(person)
  let quiet = 0
  const isQuiet = async (): Promise<boolean> => {
    const event = await ward.db
      .selectFrom('events')
      .select('id')
      .where('subject_id', '=', userId)
      .where('event_name', 'not in', ['user_received_message', 'user_seen_message'])
      .where('state', 'in', ['pending', 'claimed'])
      .executeTakeFirst()
    const delivery = await ward.db
      .selectFrom('deliveries')
      .select('id')
      .where('recipient_id', '=', userId)
      .where('state', 'in', ['pending', 'claimed', 'sending'])
      .executeTakeFirst()
    quiet = event || delivery ? 0 : quiet + 1
    return quiet >= 2
  }
  await until('quiet', isQuiet, LOOK_EVERY_MS)
}

/** The records behind the newest messages, one a message. */
async function sourcesOf(ward: TestWard, person: string, newest: number): Promise<(Source | null)[]> {
  if (newest === 0) return []
  const { userId } = ward.emulator.control.people.find(person)
  const rows = await ward.db
    .selectFrom('deliveries')
    .select('source')
    .where('recipient_id', '=', userId)
    .where('state', '=', 'sent')
    .orderBy('id', 'desc')
    .limit(newest)
    .execute()
  return rows.map(({ source }) => source as Source | null).reverse()
}
