/** A person who has signed in on the phone, as their Mini App speaks to the ward's server. */
import type { Place } from '../../shared/places.ts'
import type { Session } from '../../shared/sessions.ts'
import type { TestWard } from './ward.ts'

export interface Account {
  session: Session
  get(path: string): Promise<Response>
  post(path: string, body: unknown): Promise<Response>
  put(path: string, body: unknown): Promise<Response>
  remove(path: string): Promise<Response>
  places(): Promise<Place[]>
}

/** Asks for a token of ours. @param accessToken as Zalo gives it */
export function askForSession({ url }: TestWard, accessToken: string, link?: string): Promise<Response> {
  return fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://h5.zdn.vn' },
    body: JSON.stringify({ accessToken, ...(link ? { link } : {}) }),
  })
}

/** @param person of the emulated Zalo, by key @param link the code of a one-time link */
export async function signIn(ward: TestWard, person: string, link?: string): Promise<Account> {
  const response = await askForSession(ward, ward.emulator.control.miniApp.token(person), link)
  if (response.status !== 200) throw new Error(`${person} could not sign in: ${response.status}`)
  return openAccount(ward, (await response.json()) as Session)
}

export function openAccount({ url }: TestWard, session: Session): Account {
  const call = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${session.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    })
  return {
    session,
    get: path => call('GET', path),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
    remove: path => call('DELETE', path),
    places: async () => (await call('GET', '/api/places')).json() as Promise<Place[]>,
  }
}
