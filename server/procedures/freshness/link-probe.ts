/**
 * Looks whether an address still leads anywhere. Only http and https, never an address inside a house (SSRF): names are
 * resolved here, every address they lead to is looked at, and exactly those are connected to. The body is not read.
 */
import { lookup as resolve } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import type { LinkOutcome } from '../../../shared/freshness/index.ts'

export interface Probed {
  outcome: LinkOutcome
  status: number | null
  /** In the office's words; null: nothing to add. */
  detail: string | null
}

export type LinkProbe = (url: string) => Promise<Probed>

const MOST_HOPS = 4
const ANSWER_WITHIN_MS = 10_000
const USUAL_PORTS = ['', '80', '443']

/** @param allowsLoopback for tests, whose server is on this machine; nothing else private opens by it */
export function createLinkProbe({ allowsLoopback = false }: { allowsLoopback?: boolean } = {}): LinkProbe {
  const isAllowed = (address: string) => isPublicAddress(address) || (allowsLoopback && isLoopback(address))

  async function follow(url: URL, hops: number): Promise<Probed> {
    const addresses = await addressesOf(url)
    if (addresses === null) return { outcome: 'unreachable', status: null, detail: 'không tìm thấy tên miền này' }
    const isUsual = USUAL_PORTS.includes(url.port) || allowsLoopback
    if (!isWeb(url) || !isUsual || !addresses.every(({ address }) => isAllowed(address)))
      return { outcome: 'refused', status: null, detail: 'không phải địa chỉ công khai trên mạng' }
    const { statusCode: status = 0, headers } = await open(url, addresses)
    if (status >= 300 && status < 400 && headers.location) {
      const next = URL.parse(headers.location, url)
      if (!next || hops >= MOST_HOPS) return { outcome: 'failing', status, detail: 'chuyển hướng vòng quanh' }
      return follow(next, hops + 1)
    }
    return { outcome: outcomeOf(status), status, detail: null }
  }

  return async address => {
    const url = URL.parse(address)
    if (!url || !isWeb(url)) return { outcome: 'refused', status: null, detail: 'không phải đường dẫn http' }
    try {
      return await follow(url, 0)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      return { outcome: 'unreachable', status: null, detail: `không nối được (${code ?? 'lỗi mạng'})` }
    }
  }
}

function isWeb({ protocol, username, password }: URL): boolean {
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''
}

function outcomeOf(status: number): LinkOutcome {
  if (status >= 200 && status < 400) return 'alive'
  return status === 404 || status === 410 ? 'gone' : 'failing'
}

type Address = { address: string; family: number }

async function addressesOf({ hostname }: URL): Promise<Address[] | null> {
  const bare = hostname.replace(/^\[|\]$/g, '')
  if (isIP(bare)) return [{ address: bare, family: isIP(bare) }]
  const found = await resolve(bare, { all: true }).catch(() => [])
  return found.length > 0 ? found : null
}

/** Connects to what was looked at: the name is not resolved a second time. */
function open(url: URL, addresses: readonly Address[]): Promise<IncomingMessage> {
  const pinned: LookupFunction = (_, options, done) => {
    const [first] = addresses
    if (options.all) done(null, [...addresses])
    else done(null, first?.address ?? '', first?.family)
  }
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((answered, failed) => {
    const asked = request(
      url,
      {
        method: 'GET',
        lookup: pinned,
        agent: false,
        headers: { 'user-agent': 'mot-cua link check', accept: '*/*' },
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      },
      response => {
        answered(response)
        response.destroy()
      },
    )
    asked.on('error', failed)
    asked.end()
  })
}

const PRIVATE = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, prefix)

/** The only part of IPv6 that is given out for use in public. */
const PUBLIC_V6 = new BlockList()
PUBLIC_V6.addSubnet('2000::', 3, 'ipv6')
/** Addresses that carry an IPv4 address, or lead nowhere. */
const CARRIERS_V6 = new BlockList()
CARRIERS_V6.addSubnet('2001::', 32, 'ipv6')
CARRIERS_V6.addSubnet('2001:db8::', 32, 'ipv6')
CARRIERS_V6.addSubnet('2002::', 16, 'ipv6')

/** True for an address that anybody on the Internet could reach. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !PRIVATE.check(address)
  if (isIP(address) !== 6) return false
  return PUBLIC_V6.check(address, 'ipv6') && !CARRIERS_V6.check(address, 'ipv6')
}

function isLoopback(address: string): boolean {
  return /^127\./.test(address) || address === '::1'
}
