/** Who may do what: every operation of the contract, every role, every place where a role may be held. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { findArea } from '../server/platform/areas/index.ts'
import { grantRole } from '../server/platform/people/index.ts'
import { includesRole, StaffRole } from '../shared/people.ts'
import { type AccessWard, HELD_AT, type HeldAt, openAccessWard } from './setup/access-ward.ts'
import { signIn } from './setup/account.ts'
import { operations } from './setup/operations.ts'

let ward: AccessWard
let call: AccessWard['call']
beforeAll(async () => {
  ward = await openAccessWard()
  call = ward.call
})
afterAll(() => ward.close())

const accounts = new Map<string, Promise<string>>()
/** The token of somebody's phone; the same for the same purpose. */
function accountFor(role: 'resident' | 'leader', purpose: string): Promise<string> {
  const person = `${role}-${purpose.replace('.', '-').toLowerCase()}`
  const known = accounts.get(person) ?? openAccountFor(role, person)
  accounts.set(person, known)
  return known
}

async function openAccountFor(role: 'resident' | 'leader', person: string): Promise<string> {
  ward.emulator.control.people.create({ key: person, name: 'Người thử' })
  const { session } = await signIn(ward, person)
  if (role === 'leader') await lead(person)
  return session.token
}

async function lead(person: string): Promise<void> {
  const { appUserId } = ward.emulator.control.people.find(person)
  const identity = await ward.db
    .selectFrom('identities')
    .select('person_id')
    .where('external_id', '=', appUserId)
    .executeTakeFirstOrThrow()
  const area = await findArea(ward.db, 'phuong-mau-to-1')
  const held = { personId: identity.person_id, areaId: area?.id ?? '', actor: 'operator' }
  await grantRole(ward.db, { ...held, role: 'leader' })
}

describe('every operation', () => {
  it('says whom it serves', () => {
    expect(operations.length).toBeGreaterThanOrEqual(3)
    expect(operations.filter(({ access }) => access === undefined)).toEqual([])
  })

  it.each(operations)(
    '$name serves strangers only when it is public',
    async ({ access, answers, path, ...request }) => {
      expect((await call(path, request)).status).toBe(access === 'public' ? answers : 401)
    },
  )

  it.each(operations.flatMap(operation => StaffRole.options.map(asked => ({ ...operation, asked }))))(
    '$name serves a $asked only where that role is held, and when it is enough',
    async ({ method, body, path, access, answers, elsewhere, asked }) => {
      const isEnough =
        access === 'public' || (access !== undefined && access !== 'resident' && includesRole(asked, access))
      const expected: Record<HeldAt, number> = { own: answers, above: answers, other: elsewhere, below: elsewhere }
      for (const at of Object.keys(HELD_AT) as HeldAt[]) {
        const { status } = await call(path, { method, body, token: ward.token(asked, at) })
        expect(`${at}: ${status}`).toBe(`${at}: ${isEnough ? expected[at] : 403}`)
      }
    },
  )

  it('that takes an area is called for one that others do not hold', () => {
    const takesArea = operations.filter(({ path }) => /\/api\/(areas|staff)\/[^/]*(to-2|mau|000)/.test(path))
    const forgotten = takesArea.filter(
      ({ answers, elsewhere, access }) => answers === elsewhere && access !== 'public' && access !== 'resident',
    )
    expect(forgotten.map(({ name }) => name)).toEqual([])
  })

  it.each(operations.flatMap(operation => (['resident', 'leader'] as const).map(role => ({ ...operation, role }))))(
    '$name serves a $role on the phone only when that is enough',
    async ({ name, method, body, path, access, answers, elsewhere, role }) => {
      // What people do of their own changes what is theirs, or ends it: each has an account for itself.
      const token = await accountFor(role, access === 'resident' ? name : 'calling')
      const allowed = access === 'public' || access === 'resident' || access === role
      const { status } = await call(path, { method, body, token })
      // A neighbourhood's leader holds their role below the ward.
      expect(status).toBe(allowed ? (access === 'leader' ? elsewhere : answers) : 403)
    },
  )

  it('is described for other systems', async () => {
    const description = await (await call('/api/openapi.json')).json()
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining(['/procedures', '/procedures/{key}', '/areas/{area}/office', '/health']),
    )
  })

  it('answers an unknown guide with a coded refusal', async () => {
    const response = await call('/api/procedures/khong-co')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' })
  })
})
