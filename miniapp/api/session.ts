/**
 * Signed in or not. What Zalo gives is exchanged for a token of ours that lives in memory only and renews itself; nothing
 * asks Zalo anything before the person has pressed the button once.
 */
import { useEffect, useSyncExternalStore } from 'react'
import { personalStorage, phone, type Reason } from '../zalo/index.ts'
import { answers } from './answers.ts'
import { type Api, ApiError, api, authorise, renewWith, type Trouble } from './client.ts'

type Session = Awaited<ReturnType<Api['session']['start']>>

export type SignedIn =
  | { ok: true; link: Session['link'] }
  /** Zalo did not give a token, or our server did not take it. */
  | { ok: false; from: 'zalo'; reason: Reason }
  | { ok: false; from: 'ward'; reason: Trouble }

export interface Account {
  /** The chat with the ward's Zalo is known to be the same person's. */
  isLinked: boolean
  leads: Session['leads']
}

/** Says only that somebody signed in on this phone and did not sign out: no token. */
const FLAG = 'signed-in'
/** Of the token's life, after which it is renewed before it is used. */
const RENEW_AFTER = 0.9
/** What belongs to the account among the answers; never kept on the phone. */
export const OWN = 'own'

/** Begins the name of what is kept on the phone of an account; gone when it is signed out. */
export const OF_ACCOUNT = 'own.'

/** Somebody signed in on this phone; without a network nobody can say so again. */
export function wasSignedIn(): boolean {
  return personalStorage.get(FLAG) !== null
}

let account: Account | null = null
/** The account of this phone could not be taken up again: no network, or the ward is busy. */
let isCut = false
let renewAt = 0
/** What is being asked now, and for whom. */
let asking: (Asked & { outcome: Promise<SignedIn> }) | null = null
/** How often somebody signed out here: an answer that was under way by then is nobody's any more. */
let timesLeft = 0
const listeners = new Set<() => void>()

/** @param link the code of a one-time link from the chat */
export function signIn(link?: string): Promise<SignedIn> {
  return exchange({ link, isRenewal: false })
}

export function signOut(): void {
  timesLeft += 1
  for (const name of personalStorage.names()) if (name.startsWith(OF_ACCOUNT)) personalStorage.remove(name)
  personalStorage.remove(FLAG)
  forget()
}

/** Who is signed in; null: nobody. On a phone where somebody was, the account is taken up again without a question. */
export function useAccount(): Account | null {
  useEffect(() => {
    const takeUp = (): void => {
      if (!account && !isCut && wasSignedIn()) resume()
    }
    // A network that is back, a phone that is looked at again: the account was only out of reach.
    const tryAgain = (): void => {
      if (isCut && wasSignedIn() && document.visibilityState === 'visible') resume()
    }
    takeUp()
    window.addEventListener('online', tryAgain)
    document.addEventListener('visibilitychange', tryAgain)
    // Inside Zalo what is stored comes to light a moment after the start.
    const leave = personalStorage.subscribe(takeUp)
    return () => {
      window.removeEventListener('online', tryAgain)
      document.removeEventListener('visibilitychange', tryAgain)
      leave()
    }
  }, [])
  return useSyncExternalStore(subscribe, () => account)
}

/** True while somebody is signed in on this phone and neither Zalo nor the ward could be asked. */
export function useIsCut(): boolean {
  return useSyncExternalStore(subscribe, () => isCut && wasSignedIn())
}

/** Tries once more to take up the account of this phone. */
export function resume(): void {
  void exchange({ isRenewal: true })
}

function setCut(next: boolean): void {
  isCut = next
  tell()
}

interface Asked {
  link?: string | undefined
  isRenewal: boolean
}

/** The same wish is asked once; another one, such as a link while the token is renewed, has its turn after it. */
function exchange(wish: Asked): Promise<SignedIn> {
  const before = asking
  if (before && (wish.isRenewal || (!before.isRenewal && before.link === wish.link))) return before.outcome
  const outcome = (before ? before.outcome.then(() => ask(wish)) : ask(wish)).finally(() => {
    if (asking?.outcome === outcome) asking = null
  })
  asking = { ...wish, outcome }
  return outcome
}

async function ask({ link, isRenewal }: Asked): Promise<SignedIn> {
  const began = timesLeft
  const left: SignedIn = { ok: false, from: 'ward', reason: 'refused' }
  const given = await phone.accessToken()
  if (began !== timesLeft) return left
  if (!given.ok) {
    setCut(isRenewal)
    return { ok: false, from: 'zalo', reason: given.reason }
  }
  try {
    const session = await api.session.start({ accessToken: given.token, isRenewal, ...(link ? { link } : {}) })
    if (began !== timesLeft) return left
    authorise(session.token)
    renewAt = performance.now() + session.lastsSeconds * 1000 * RENEW_AFTER
    account = { isLinked: session.isLinked, leads: session.leads }
    personalStorage.set(FLAG, '1')
    setCut(false)
    return { ok: true, link: session.link }
  } catch (error) {
    if (began !== timesLeft) return left
    const reason = error instanceof ApiError ? error.trouble : 'unavailable'
    // The account was deleted elsewhere: it is not to be made anew behind anybody's back.
    if (isRenewal && reason === 'refused') signOut()
    setCut(isRenewal)
    return { ok: false, from: 'ward', reason }
  }
}

renewWith({
  isDue: () => account !== null && performance.now() > renewAt,
  renew: async () => account !== null && (await exchange({ isRenewal: true })).ok,
})

function forget(): void {
  authorise(null)
  account = null
  answers.removeQueries({ queryKey: [OWN] })
  tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}
