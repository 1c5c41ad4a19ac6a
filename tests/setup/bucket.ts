/** A bucket in memory that understands as much of S3 as keeping files needs. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface TestBucket {
  url: string
  /** What lies in it, by path. */
  objects: Map<string, Buffer>
  /** Requests without a signature. */
  unsigned: string[]
  close(): Promise<void>
}

export async function openBucket(): Promise<TestBucket> {
  const objects = new Map<string, Buffer>()
  const unsigned: string[] = []
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bucket')
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) unsigned.push(pathname)
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const found = objects.get(pathname)
    if (request.method === 'PUT') objects.set(pathname, Buffer.concat(parts))
    else if (request.method === 'DELETE') objects.delete(pathname)
    else if (!found) response.statusCode = 404
    response.end(request.method === 'GET' ? found : undefined)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    unsigned,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
