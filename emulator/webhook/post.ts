import { Agent, type ClientRequest, type RequestOptions, request } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'

export interface PostResult {
  /** Null when no answer came in time or the connection failed. */
  status: number | null
  milliseconds: number
  error: string | null
}

export interface Poster {
  post(url: string, body: string | Buffer, headers: Record<string, string>, timeoutMs: number): Promise<PostResult>
  close(): void
}

const MOST_SOCKETS = 128

/** Posts over connections that are kept, and drops them soon, so that a restarted receiver is met afresh. */
export function createPoster(): Poster {
  const options = { keepAlive: true, maxSockets: MOST_SOCKETS, timeout: 3000 }
  const agent = new Agent(options)
  const secureAgent = new SecureAgent(options)

  function open(url: string, settings: RequestOptions): ClientRequest {
    return url.startsWith('https:')
      ? secureRequest(url, { ...settings, agent: secureAgent })
      : request(url, { ...settings, agent })
  }

  function attempt(url: string, body: Buffer, headers: Record<string, string>, timeoutMs: number): Promise<PostResult> {
    const started = performance.now()
    const took = () => Math.round(performance.now() - started)
    return new Promise(resolve => {
      const sent = open(url, { method: 'POST', headers: { ...headers, 'Content-Length': String(body.length) } })
      const deadline = setTimeout(() => sent.destroy(new Error('timeout')), timeoutMs)
      sent.once('response', response => {
        clearTimeout(deadline)
        response.resume()
        resolve({ status: response.statusCode ?? null, milliseconds: took(), error: null })
      })
      sent.once('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(deadline)
        // A kept connection that the receiver had closed meanwhile says nothing about the receiver.
        const stale = sent.reusedSocket && error.code === 'ECONNRESET'
        if (stale) resolve(attempt(url, body, headers, timeoutMs))
        else resolve({ status: null, milliseconds: took(), error: error.code ?? error.message })
      })
      sent.on('error', () => {})
      sent.end(body)
    })
  }

  return {
    post: (url, body, headers, timeoutMs) =>
      attempt(url, typeof body === 'string' ? Buffer.from(body) : body, headers, timeoutMs),
    close() {
      agent.destroy()
      secureAgent.destroy()
    },
  }
}
