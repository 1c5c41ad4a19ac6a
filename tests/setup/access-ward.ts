/** A ward beside another one, both below a city, and callers of every role at every place. */
import { randomUUID } from 'node:crypto'
import { findArea } from '../../server/platform/areas/index.ts'
import { createToken } from '../../server/platform/people/index.ts'
import { StaffRole } from '../../shared/people.ts'
import { NEXT_PERSON, PERSON, PLACE } from './access-calls.ts'
import { openWard, type TestWard } from './ward.ts'

/** Where a role may be held, seen from the ward that every operation is called for. */
export const HELD_AT = {
  own: 'phuong-mau',
  above: 'thanh-pho-mau',
  other: 'phuong-khac',
  below: 'phuong-mau-to-1',
} as const
export type HeldAt = keyof typeof HELD_AT

export interface Sent {
  method?: string
  token?: string | undefined
  body?: unknown
  headers?: Record<string, string>
}

export interface AccessWard extends TestWard {
  token(asked: StaffRole, at?: HeldAt): string
  call(path: string, sent?: Sent): Promise<Response>
}

export async function openAccessWard(): Promise<AccessWard> {
  const ward = await openWard({ config: { trustProxy: 1 } })
  await openTree(ward)
  const held = new Map<string, string>()
  for (const role of StaffRole.options)
    for (const [at, code] of Object.entries(HELD_AT)) {
      const areaId = (await findArea(ward.db, code))?.id ?? ''
      const expiresAt = new Date(Date.now() + 3600_000)
      held.set(`${role} ${at}`, await createToken(ward.db, { role, areaId, label: role, expiresAt }))
    }
  return {
    ...ward,
    token: (asked, at = 'own') => held.get(`${asked} ${at}`) ?? '',
    call: (path, { method = 'GET', token, body, headers } = {}) => {
      const sent = typeof body === 'function' ? body() : body
      return fetch(`${ward.url}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(sent === undefined || sent instanceof FormData ? {} : { 'content-type': 'application/json' }),
          'x-forwarded-for': nextAddress(),
          ...headers,
        },
        body: sent === undefined ? null : sent instanceof FormData ? sent : JSON.stringify(sent),
      })
    },
  }
}

let callNumber = 0
/** Each call from an address of its own: the walk is no flood. */
export function nextAddress(): string {
  callNumber += 1
  return `10.${callNumber >> 16}.${(callNumber >> 8) & 255}.${callNumber & 255}`
}

/** A city with two wards, two officers of a neighbourhood, and two cases, one of them closed. */
async function openTree(ward: TestWard): Promise<void> {
  const { db, config } = ward
  const city = randomUUID()
  await db.insertInto('areas').values({ id: city, level: 'city', code: HELD_AT.above, name: 'Thành phố Mẫu' }).execute()
  await db
    .insertInto('areas')
    .values({ id: randomUUID(), parent_id: city, level: 'ward', code: HELD_AT.other, name: 'Phường Khác' })
    .execute()
  await db.updateTable('areas').set({ parent_id: city }).where('code', '=', HELD_AT.own).execute()
  const place = await findArea(db, PLACE)
  for (const id of [PERSON, NEXT_PERSON]) {
    await db.insertInto('persons').values({ id }).execute()
    const account = { id, name: 'Cán bộ tổ 2', username: `to2.${id.at(-1)}`, email: `${id}@x.invalid` }
    await db
      .insertInto('staff_accounts')
      .values({ ...account, area_id: place?.id ?? '' })
      .execute()
  }
  const area = await findArea(db, HELD_AT.own)
  for (const closedAt of [null, new Date()])
    await db
      .insertInto('handoffs')
      .values({
        oa_id: config.zalo.oaId,
        area_id: area?.id ?? '',
        oa_user_id: '1',
        person_id: PERSON,
        reason: 'asked',
        context: '[]',
        opened_at: new Date(),
        escalate_at: new Date(Date.now() + 86_400_000),
        closed_at: closedAt,
        outcome: closedAt && 'answered',
      })
      .execute()
  await seedQuestion(ward, area?.id ?? '')
}

/** One group, and one wording that was declined. */
async function seedQuestion({ db, config }: TestWard, area_id: string): Promise<void> {
  const [event] = await db
    .insertInto('events')
    .values({
      oa_id: config.zalo.oaId,
      dedupe_key: 'a question',
      event_name: 'user_send_text',
      subject_id: '1',
      strand: '1',
      payload: JSON.stringify({ kind: 'message', type: 'text', text: 'xin nuôi trăn' }),
      occurred_at: new Date(),
      state: 'done',
    })
    .returning('id')
    .execute()
  const at = new Date()
  const [group] = await db.insertInto('question_groups').values({ area_id, created_at: at }).returning('id').execute()
  await db
    .insertInto('questions')
    .values({ event_id: event?.id ?? '', kind: 'unanswered', area_id, asked_at: at, group_id: group?.id ?? null })
    .execute()
  const wording = 'nuôi trăn gấm'
  await db
    .insertInto('example_phrases')
    .values({ area_id, wording, wording_key: wording, state: 'declined', proposed_by: 'Ai Đó', proposed_at: at })
    .execute()
}
