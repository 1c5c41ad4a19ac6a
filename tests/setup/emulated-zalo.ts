/** What the emulator's own tests share: a receiver of webhooks, an emulated Zalo, and calls as the ward's server makes them. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/index.ts'

export const SECRETS = {
  appId: '1234567890123456789',
  appSecret: 'appSecretForTests123',
  oaId: '7777777777777777777',
  oaSecretKey: 'oaSecretKeyForTests1',
  miniAppId: '2222222222222222222',
  miniAppKey: 'openApiKeyForTests',
}
export const CALLBACK = 'https://phuong-mau.example.vn/zalo/callback'
export const HOUR = 3_600_000

export type Json = Record<string, unknown>
export interface Received {
  headers: IncomingHttpHeaders
  raw: string
  body: { event_name?: string; message?: Json; sender?: Json; timestamp?: string; [name: string]: unknown }
}
/** A webhook receiver that only writes down what comes and answers what it is told. */
export interface Receiver {
  url: string
  received: Received[]
  events(): string[]
  answer: (received: Received) => number | 'never'
}

const cleanUps: (() => Promise<unknown>)[] = []

/** Closes whatever the test opened. */
export async function closeAll(): Promise<void> {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
}

export function atTheEnd(cleanUp: () => Promise<unknown>): void {
  cleanUps.push(cleanUp)
}

export async function openReceiver(): Promise<Receiver> {
  const receiver: Receiver = {
    url: '',
    received: [],
    events: () => receiver.received.map(({ body }) => String(body.event_name)),
    answer: () => 200,
  }
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk)
    const raw = Buffer.concat(chunks).toString('utf8')
    const received = { headers: req.headers, raw, body: parse(raw) }
    const status = receiver.answer(received)
    if (received.headers['x-zevent-signature']) receiver.received.push(received)
    if (status !== 'never') res.writeHead(status).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanUps.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/zalo/oa`
  return receiver
}

export async function openZalo(options: Partial<EmulatorOptions> = {}) {
  const zalo = await startEmulator({ port: 0, secrets: SECRETS, redirectUri: CALLBACK, ...options })
  cleanUps.push(zalo.close)
  const token = zalo.control.tokens.grant().accessToken
  return { zalo, token, ...callsOf(zalo, token) }
}

/** Zalo with a registered webhook and one resident who has written. */
export async function openChat(options: Partial<EmulatorOptions> = {}) {
  const ward = await openReceiver()
  const opened = await openZalo(options)
  await opened.zalo.control.webhook.register(ward.url)
  const person = opened.zalo.control.people.find('ba-sau')
  opened.zalo.control.act.text('ba-sau', 'xin chào')
  await opened.zalo.control.idle(20)
  return { ...opened, ward, person }
}

export function callsOf(zalo: Emulator, token: string) {
  const json = { access_token: token, 'content-type': 'application/json' }
  const post = async (path: string, body: unknown, headers: Record<string, string> = json) =>
    answerOf(await fetch(zalo.openapiUrl + path, { method: 'POST', headers, body: JSON.stringify(body) }))
  return {
    post,
    get: async (path: string, data: Json) =>
      answerOf(
        await fetch(`${zalo.openapiUrl}${path}?data=${encodeURIComponent(JSON.stringify(data))}`, { headers: json }),
      ),
    send: (userId: string, message: unknown, path = '/v3.0/oa/message/cs') =>
      post(path, { recipient: { user_id: userId }, message }),
    upload: async (kind: string, name: string, bytes: Uint8Array<ArrayBuffer>) => {
      const form = new FormData()
      form.set('file', new File([bytes], name))
      const headers = { access_token: token }
      return answerOf(await fetch(`${zalo.openapiUrl}/v2.0/oa/upload/${kind}`, { method: 'POST', headers, body: form }))
    },
    refresh: (refreshToken: string) =>
      tokenCall(zalo, { grant_type: 'refresh_token', refresh_token: refreshToken, app_id: SECRETS.appId }),
  }
}

export async function tokenCall(
  zalo: Emulator,
  form: Record<string, string>,
  headers: Record<string, string> = { secret_key: SECRETS.appSecret },
) {
  return answerOf(
    await fetch(`${zalo.oauthUrl}/v4/oa/access_token`, { method: 'POST', headers, body: new URLSearchParams(form) }),
  )
}

export async function answerOf(response: Response) {
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    ...(parse(text) as { error?: number; message?: string; data?: Json }),
  }
}

export function parse(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

export function isGenuine({ raw, body, headers }: Received): boolean {
  const digest = createHash('sha256')
    .update(SECRETS.appId + raw + body.timestamp + SECRETS.oaSecretKey)
    .digest('hex')
  return body.app_id === SECRETS.appId && headers['x-zevent-signature'] === `mac=${digest}`
}

export const buttons = (...list: unknown[]) => ({
  text: 'Chọn',
  attachment: { type: 'template', payload: { buttons: list } },
})
export const media = (element: Json) => ({
  attachment: { type: 'template', payload: { template_type: 'media', elements: [element] } },
})
export const query = { title: 'Lệ phí', type: 'oa.query.show', payload: '#le-phi' }
