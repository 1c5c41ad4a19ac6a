/** A ward whose clock stands still, and what people and officers do there about a handoff. */
import { sql } from 'kysely'
import pino from 'pino'
import { createHandoffs } from '../../server/chatbot/handoffs/index.ts'
import { createWardDirectory, findArea } from '../../server/platform/areas/index.ts'
import { createDeliveries } from '../../server/platform/deliveries/index.ts'
import { createToken } from '../../server/platform/people/index.ts'
import { idleEngine } from './engine.ts'
import { openWard, type Resident, type TestWard } from './ward.ts'

/** Answered, never asked back. */
export const QUESTION = 'Làm giấy khai sinh cho con cần gì?'
/** Friday, ten past eight in the morning at the ward. */
const FRIDAY_MORNING = '2026-11-20T01:10:00Z'

export function momentAt(ward: TestWard): Date {
  return new Date(ward.emulator.control.clock.read().now)
}

export async function openPinnedWard(): Promise<TestWard> {
  const opened = await openWard({
    // Receipts of what an officer wrote match no delivery, and are looked at twice.
    emulator: { settings: { oa: { plan: 'none' }, messages: { received: false } } },
    zalo: { ratePerMinute: 6000 },
  })
  opened.emulator.control.clock.set(FRIDAY_MORNING)
  return opened
}

/** Another process of the same ward: its duties, without its sender. */
export function openReplica(ward: TestWard) {
  const clock = { now: () => momentAt(ward) }
  const log = pino({ level: 'silent' })
  const counted: string[] = []
  const house = {
    config: ward.config,
    db: ward.db,
    clock,
    log,
    readPrincipal: async () => null,
    findWard: createWardDirectory(ward.db),
    ...idleEngine(ward.db, clock),
    count: (name: string, label = '') => void counted.push(`${name} ${label}`),
  }
  const deliveries = createDeliveries({ db: ward.db, channels: {}, clock, log })
  const handoffs = createHandoffs({ house, deliveries })
  const tick = async (name: string) => handoffs.ticks.find(one => one.name === name)?.run()
  return {
    counted,
    health: handoffs.health,
    escalate: () => tick('handoff escalation'),
    tidy: () => tick('handoff upkeep'),
  }
}

export async function officerWrites(ward: TestWard, key: string, text: string): Promise<void> {
  ward.emulator.control.act.officer(key, text)
  await ward.settle()
}

/** What the machine says to a message; nothing when it is silent. */
export async function machineSays(ward: TestWard, resident: Resident, text: string): Promise<string[]> {
  const before = resident.heard().length
  resident.write(text)
  await ward.settle()
  return resident.heard().slice(before)
}

export function cases(ward: TestWard, resident: Resident) {
  return ward.db.selectFrom('handoffs').selectAll().where('oa_user_id', '=', resident.oaUserId).orderBy('id').execute()
}

export async function openCaseOf(ward: TestWard, resident: Resident) {
  const open = (await cases(ward, resident)).find(({ closed_at }) => closed_at === null)
  if (!open) throw new Error('no case is open')
  return open
}

export async function newToken(
  ward: TestWard,
  role: 'answerer' | 'viewer',
  areaCode = 'phuong-mau',
  label = 'Cô Hạnh',
): Promise<string> {
  const area = await findArea(ward.db, areaCode)
  const expiresAt = new Date(momentAt(ward).getTime() + 3600_000)
  return createToken(ward.db, { role, areaId: area?.id ?? '', label, expiresAt })
}

export async function call<Answer>(
  ward: TestWard,
  path: string,
  token: string,
  body?: object,
): Promise<{ status: number; answer: Answer }> {
  const response = await fetch(`${ward.url}/api${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, answer: (await response.json()) as Answer }
}

export async function dumpEverything(ward: TestWard): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
  `.execute(ward.db)
  const tables = await Promise.all(
    rows.map(({ name }) => sql<{ row: unknown }>`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(ward.db)),
  )
  return JSON.stringify(tables.map(table => table.rows))
}
