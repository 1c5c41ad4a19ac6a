/**
 * Stands before a server as the Internet does: slow, busy, broken, cut off, or with a newer build behind it. A browser's own
 * "offline" is not enough: it does not reach everything a service worker asks for.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Front {
  url: string
  /** Nothing comes through, as without a network. */
  cut(): void
  /** How paths that match answer: after a while, with a status, with other words. */
  spoil(path: RegExp, how: Spoiling): void
  /** As after installing another build: every file of the program has another name, and the old names are gone. */
  deploy(): void
  /** Everything comes through as it is. */
  mend(): void
  close(): Promise<void>
}

interface Spoiling {
  afterMs?: number
  /** No answer before this. */
  until?: Promise<void>
  status?: number
  body?: string
}

const FILE = /-([\w-]{8})\.(js|css)\b/g
const NEW_FILE = /-([\w-]{8})\.moi\.(js|css)\b/

export async function openFront(target: string): Promise<Front> {
  let isCut = false
  let isNew = false
  let spoiled: { path: RegExp; how: Spoiling }[] = []

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/'
    if (isCut) return void request.socket.destroy()
    const how = spoiled.find(one => one.path.test(path))?.how
    if (how?.afterMs) await new Promise(resolve => setTimeout(resolve, how.afterMs).unref())
    await how?.until
    if (how?.status || how?.body !== undefined) {
      response.writeHead(how.status ?? 200, { 'content-type': 'application/json' }).end(how.body ?? '{}')
      return
    }
    const isOldName = isNew && path.startsWith('/app/assets/') && !NEW_FILE.test(path)
    if (isOldName) return void response.writeHead(404).end()
    const body = await readBody(request)
    const found = await fetch(target + path.replace(NEW_FILE, '-$1.$2'), {
      method: request.method ?? 'GET',
      headers: { ...pick(request.headers, ['content-type', 'authorization', 'accept']), 'accept-encoding': 'identity' },
      body: body.length > 0 ? new Uint8Array(body) : null,
      redirect: 'manual',
    })
    const text = await found.text()
    const headers = Object.fromEntries([...found.headers].filter(([name]) => !/length|encoding|^etag/.test(name)))
    response
      .writeHead(found.status, headers)
      .end(isNew ? text.replace(FILE, '-$1.moi.$2').replace(/"build":"/, '$&moi') : text)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true
    },
    spoil: (path, how) => void spoiled.push({ path, how }),
    deploy() {
      isNew = true
    },
    mend() {
      isCut = false
      isNew = false
      spoiled = []
    },
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function pick(headers: IncomingMessage['headers'], names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap(name => (headers[name] ? [[name, String(headers[name])]] : [])))
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
