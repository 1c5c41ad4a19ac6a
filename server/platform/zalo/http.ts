/**
 * The one way out to Zalo's servers. It tells apart what matters when a message has no idempotency key:
 * a request that never left, one that was answered, and one whose fate nobody knows.
 */
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import axios, { type AxiosRequestConfig, type AxiosResponse, isAxiosError } from 'axios'

export type HttpResult =
  | { kind: 'answered'; status: number; headers: Record<string, string>; text: string }
  /** No connection, so nothing was sent. */
  | { kind: 'not_sent'; cause: string }
  /** The request left, the answer never came whole. */
  | { kind: 'unclear'; cause: string }

export interface HttpRequest {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  params?: Record<string, string>
  /** An object goes out as JSON, parameters as a form. */
  body?: unknown
  signal?: AbortSignal
}

export type Http = (request: HttpRequest) => Promise<HttpResult>

const TIMEOUT_MS = 10_000
const CONNECT_TIMEOUT_MS = 4000
/**
 * A connection is used again only while it is warm, which it is in the middle of a notice. One that the other side is just
 * closing would turn a safe failure into an unclear one, and servers close after five seconds at the earliest; whoever
 * writes now and then gets a new connection each time, and so an answer that is certain.
 */
const KEPT_FOR_MS = 1500
const MOST_KEPT = 128
const ANSWER_LIMIT = 1024 * 1024
const REQUEST_LIMIT = 256 * 1024

/**
 * @param timeoutMs for the whole exchange. Never throws: every failure is a result.
 */
export function createHttp({ timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {}): Http {
  const connected = new WeakSet<object>()
  const client = axios.create({
    httpAgent: watchConnections(new HttpAgent({ keepAlive: true, maxFreeSockets: MOST_KEPT }), 'connect', connected),
    httpsAgent: watchConnections(
      new HttpsAgent({ keepAlive: true, maxFreeSockets: MOST_KEPT, minVersion: 'TLSv1.2' }),
      'secureConnect',
      connected,
    ),
    proxy: false,
    maxRedirects: 0,
    maxContentLength: ANSWER_LIMIT,
    maxBodyLength: REQUEST_LIMIT,
    responseType: 'text',
    transformResponse: text => text,
    validateStatus: () => true,
    headers: { 'User-Agent': 'mot-cua' },
  })

  return async ({ method, url, headers, params, body, signal }) => {
    const deadline = startDeadline(timeoutMs, signal)
    const config: AxiosRequestConfig = { method, url, headers, params, data: body, signal: deadline.signal }
    try {
      return toResult(await client.request<string>(config))
    } catch (error) {
      const cause = deadline.isOver() ? 'timeout' : signal?.aborted ? 'aborted' : causeOf(error)
      return { kind: hasLeft(error, connected) ? 'unclear' : 'not_sent', cause }
    } finally {
      deadline.clear()
    }
  }
}

/** `AbortSignal.timeout` and `any` live on until their time is over: ten seconds of signals for every message of a notice. */
function startDeadline(ms: number, outer: AbortSignal | undefined) {
  const controller = new AbortController()
  let isOver = false
  const timer = setTimeout(() => {
    isOver = true
    controller.abort()
  }, ms)
  const passOn = () => controller.abort()
  if (outer?.aborted) passOn()
  outer?.addEventListener('abort', passOn, { once: true })
  return {
    signal: controller.signal,
    isOver: () => isOver,
    clear() {
      clearTimeout(timer)
      outer?.removeEventListener('abort', passOn)
    },
  }
}

type Connecting = 'connect' | 'secureConnect'

/**
 * Remembers which sockets were ever connected, and gives up early on those that are not. A request on a socket that was
 * connected may have arrived, also when the socket broke before the first byte of an answer: that is never "not sent".
 */
function watchConnections<A extends HttpAgent>(agent: A, ready: Connecting, connected: WeakSet<object>): A {
  const open = agent.createConnection.bind(agent)
  agent.createConnection = (options, callback) => {
    const socket = open(options, callback)
    if (!socket) return socket
    const timer = setTimeout(() => socket.destroy(new Error('connect timeout')), CONNECT_TIMEOUT_MS)
    socket.once('close', () => clearTimeout(timer))
    socket.once(ready, () => {
      clearTimeout(timer)
      connected.add(socket)
    })
    return socket
  }
  const coolDown = new WeakMap<object, NodeJS.Timeout>()
  const keep = agent.keepSocketAlive.bind(agent)
  const reuse = agent.reuseSocket.bind(agent)
  agent.keepSocketAlive = socket => {
    coolDown.set(socket, setTimeout(() => socket.destroy(), KEPT_FOR_MS).unref())
    return keep(socket)
  }
  agent.reuseSocket = (socket, request) => {
    clearTimeout(coolDown.get(socket))
    reuse(socket, request)
  }
  return agent
}

function hasLeft(error: unknown, connected: WeakSet<object>): boolean {
  if (!isAxiosError(error)) return false
  if (error.response) return true
  const socket: unknown = error.request?.socket
  return typeof socket === 'object' && socket !== null && connected.has(socket)
}

function causeOf(error: unknown): string {
  return isAxiosError(error) ? (error.code ?? 'network') : 'internal'
}

function toResult({ status, headers, data }: AxiosResponse<string>): HttpResult {
  const flat = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])
  return { kind: 'answered', status, headers: Object.fromEntries(flat), text: String(data ?? '') }
}
