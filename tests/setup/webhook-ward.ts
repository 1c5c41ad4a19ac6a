/** The webhooks of a ward alone over HTTP, with what it stored, counted and logged. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import axios from 'axios'
import express from 'express'
import pino from 'pino'
import type { ZaloConfig } from '../../server/config.ts'
import type { IncomingEvent } from '../../server/platform/events/index.ts'
import { signOaBody } from '../../server/platform/zalo/signature.ts'
import { createWebhookRoutes } from '../../server/platform/zalo/webhook-routes.ts'
import { SECRETS, zaloConfig } from './zalo-settings.ts'

export const SENT_AT = 1763712000000
export const RECEIVED_AT = new Date(SENT_AT + 2000)
export const HOUR = 3600_000
export const PERSON = '6666666666666666666'

/** The reference vector: these bytes, signed with these keys. */
export const VECTOR =
  '{"app_id":"1234567890123456789","user_id_by_app":"5555555555555555555","event_name":"user_send_text",' +
  '"timestamp":"1763712000000","sender":{"id":"6666666666666666666"},"message":{"msg_id":"4a1b2c3d4e5f60718293",' +
  '"text":"Xin chào"},"recipient":{"id":"7777777777777777777"}}'
export const VECTOR_MAC = '844e2c548b4e16e96b1f191377dd7fe98755afcb183edd90969d605fb328ce4f'
export const VECTOR_HMAC = '144452d8b2dddae3a6fc9e5123e1a9ca4b080ccf0f2a421f51596b1a76c1eae4'

export interface Ward {
  url: string
  stored: IncomingEvent[]
  counted: string[]
  logged: () => string
  post(path: string, body: string, signature?: string): Promise<{ status: number; text: string }>
  close(): Promise<void>
}

export async function openWard(
  changes: Partial<ZaloConfig> = {},
  parts: { now?: Date; accept?: () => Promise<void> } = {},
): Promise<Ward> {
  const stored: IncomingEvent[] = []
  const counted: string[] = []
  const lines: string[] = []
  const routes = createWebhookRoutes({
    config: zaloConfig({}, changes),
    accept: parts.accept ?? (async event => void stored.push(event)),
    count: (name, label) => void counted.push(`${name} ${label}`),
    clock: { now: () => parts.now ?? RECEIVED_AT },
    log: pino({ level: 'debug' }, { write: line => void lines.push(line) }),
  })
  const server: Server = await new Promise(resolve => {
    const listening = express()
      .use(routes)
      .listen(0, '127.0.0.1', () => resolve(listening))
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    stored,
    counted,
    logged: () => lines.join(''),
    async post(path, body, signature) {
      const headers = {
        'Content-Type': 'application/json',
        ...(signature !== undefined && { 'X-ZEvent-Signature': signature }),
      }
      const answer = await axios.post(`${url}${path}`, body, {
        headers,
        validateStatus: () => true,
        responseType: 'text',
        transformRequest: x => x,
        proxy: false,
      })
      return { status: answer.status, text: String(answer.data) }
    },
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

export const OA_PATH = '/webhooks/zalo/oa'

export function sign(
  body: string,
  { timestamp = String(SENT_AT), key = SECRETS.oaSecretKey, appId = SECRETS.appId } = {},
): string {
  return `mac=${signOaBody({ appId, rawBody: Buffer.from(body), timestamp, oaSecretKey: key })}`
}

export function textEvent(text: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...JSON.parse(VECTOR), message: { msg_id: 'm1', text }, ...changes }
}
