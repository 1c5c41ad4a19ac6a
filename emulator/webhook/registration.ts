/** The webhook address saved in the console, and whether Zalo still trusts it. */
import type { World } from '../world/world.ts'
import type { Poster, PostResult } from './post.ts'

/** `waiting`: an address is known but has not answered the probe yet; `disabled`: it failed too often. */
export type RegistrationState = 'none' | 'waiting' | 'active' | 'disabled'

export interface Registration {
  url(): string | null
  state(): RegistrationState
  /** Posts the unsigned probe and takes the address when it answers 200. */
  register(url: string): Promise<PostResult & { accepted: boolean }>
  /** Tries the address again and again until it is taken, for a ward that is still starting. */
  await(url: string): void
  disable(): void
  close(): void
}

const TRY_AGAIN_MS = 300
const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]']

export function createRegistration(world: World, poster: Poster): Registration {
  let url: string | null = null
  let state: RegistrationState = 'none'
  let timer: NodeJS.Timeout | undefined

  function enter(next: RegistrationState, address = url): void {
    state = next
    url = address
    world.changes.tell({ kind: 'status' })
  }

  async function probe(address: string): Promise<PostResult & { accepted: boolean }> {
    if (!isAcceptableUrl(address)) return { accepted: false, status: null, milliseconds: 0, error: 'https is required' }
    const headers = { 'Content-Type': 'application/json', 'User-Agent': 'ZaloWebhook' }
    const result = await poster.post(address, '{}', headers, world.settings.read().webhook.ackTimeoutMs)
    const accepted = result.status === 200
    if (accepted) enter('active', address)
    return { ...result, accepted }
  }

  async function tryAgain(address: string): Promise<void> {
    const { accepted } = await probe(address)
    if (!accepted && state === 'waiting') timer = setTimeout(() => void tryAgain(address), TRY_AGAIN_MS).unref()
  }

  return {
    url: () => url,
    state: () => state,
    async register(address) {
      clearTimeout(timer)
      if (state === 'waiting') enter('none', null)
      return probe(address)
    },
    await(address) {
      clearTimeout(timer)
      enter('waiting', address)
      void tryAgain(address)
    },
    disable: () => enter('disabled'),
    close: () => {
      clearTimeout(timer)
      state = 'none'
    },
  }
}

/** Zalo wants https; this machine's own addresses are excused, since nobody has a certificate for them. */
function isAcceptableUrl(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK_HOSTS.includes(hostname))
}
