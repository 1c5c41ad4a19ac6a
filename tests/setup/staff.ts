/** An officer at a PC: keeps cookies as a browser does, says from which page it asks, and holds a phone with codes. */
import { createHmac } from 'node:crypto'
import type { StaffRole } from '../../shared/people.ts'
import type { TestWard } from './ward.ts'

export const PASSWORD = 'bàn gỗ cạnh cửa sổ 27'

export interface Pc {
  /** As a page of the console sends it. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  /** The session cookie's value; undefined: none. */
  cookie(name: string): string | undefined
  setCookie(name: string, value: string): void
}

export interface Officer extends Pc {
  username: string
  password: string
  /** Of the authenticator. */
  secret: string
  recoveryCodes: string[]
  code(): string
  /** Half a minute goes by: the phone shows a code that was not used yet. */
  waitForCode(): Promise<void>
}

export function openPc(url: string): Pc {
  const jar = new Map<string, string>()
  // Every PC has an address of its own; the ward of such a test trusts one proxy.
  const address = Array.from({ length: 3 }, () => Math.floor(Math.random() * 256)).join('.')
  return {
    async call(method, path, body, headers = {}) {
      const response = await fetch(url + path, {
        method,
        redirect: 'manual',
        headers: {
          origin: url,
          'x-forwarded-for': `10.${address}`,
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0 Safari/537.36',
          ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      })
      for (const line of response.headers.getSetCookie()) {
        const [pair = '', ...attributes] = line.split('; ')
        const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
        if (attributes.some(attribute => /^max-age=0$/i.test(attribute))) jar.delete(name)
        else jar.set(name, value)
      }
      return response
    },
    cookie: name => jar.get(name),
    setCookie: (name, value) => jar.set(name, value),
  }
}

/** The code that a link of invitation carries. */
export function codeOf(link: string): string {
  return new URL(link, 'http://x').hash.slice(1)
}

/** RFC 6238, as phones do it. */
export function totp(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text.replace(/=+$/, '')].map(letter => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}

/** Accepts a link, signs in and sets the phone up. */
export async function enrol(
  ward: TestWard,
  link: string,
  { username, name }: { username: string; name?: string },
): Promise<Officer> {
  const pc = openPc(ward.url)
  const accepted = await pc.call('POST', '/api/staff/invitations/accept', {
    code: codeOf(link),
    username,
    name,
    password: PASSWORD,
  })
  if (accepted.status !== 200) throw new Error(`not accepted: ${await accepted.text()}`)
  await pc.call('POST', '/api/auth/sign-in/username', { username, password: PASSWORD })
  return setUpPhone(ward, pc, username)
}

export async function setUpPhone(ward: TestWard, pc: Pc, username: string, password = PASSWORD): Promise<Officer> {
  const enabled = await (await pc.call('POST', '/api/auth/two-factor/enable', { password })).json()
  const secret = new URL(enabled.totpURI).searchParams.get('secret') ?? ''
  const verified = await pc.call('POST', '/api/auth/two-factor/verify-totp', { code: totp(secret) })
  if (verified.status !== 200) throw new Error(`not verified: ${await verified.text()}`)
  const recoveryCodes = enabled.backupCodes
  const waitForCode = () => forgetUsedCodes(ward, username)
  await waitForCode()
  return { ...pc, username, password, secret, recoveryCodes, code: () => totp(secret), waitForCode }
}

async function forgetUsedCodes({ db }: TestWard, username: string): Promise<void> {
  await db
    .updateTable('staff_two_factors')
    .set({ last_counter: null })
    .where('user_id', 'in', db.selectFrom('staff_accounts').select('id').where('username', '=', username))
    .execute()
}

/** The first administrator, by the link that is printed at the first start. */
export async function enrolFirst(ward: TestWard, username = 'quantri.mau'): Promise<Officer> {
  const { firstAdministratorUrl } = await ward.app.printableLinks(1)
  if (!firstAdministratorUrl) throw new Error('there is an administrator already')
  return enrol(ward, firstAdministratorUrl, { username, name: 'Trần Thị Hoa' })
}

export async function inviteAndEnrol(
  ward: TestWard,
  administrator: Pc,
  { name, role, area, username }: { name: string; role: StaffRole; area: string; username: string },
): Promise<Officer> {
  const invited = await administrator.call('POST', '/api/staff/invitations', { name, role, area })
  if (invited.status !== 200) throw new Error(`not invited: ${await invited.text()}`)
  return enrol(ward, (await invited.json()).link, { username })
}

/** Signs in at another PC: password, then the code. */
export async function signIn(
  ward: TestWard,
  { username, password, secret, waitForCode }: Officer,
  { trustDevice = false, pc = openPc(ward.url) } = {},
): Promise<Pc> {
  await waitForCode()
  await pc.call('POST', '/api/auth/sign-in/username', { username, password })
  const verified = await pc.call('POST', '/api/auth/two-factor/verify-totp', { code: totp(secret), trustDevice })
  if (verified.status !== 200) throw new Error(`not signed in: ${await verified.text()}`)
  return pc
}
