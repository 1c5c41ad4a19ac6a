/** Signed events as Zalo sends them, made here by themselves: neither the server's nor the emulator's signing is used. */
import { createHash } from 'node:crypto'
import { SECRETS } from './installation.ts'

export interface SignedEvent {
  body: Buffer
  headers: Record<string, string>
}

export function signTextEvent({
  userId,
  messageId,
  text,
  at,
}: {
  userId: string
  messageId: string
  text: string
  at: number
}): SignedEvent {
  const timestamp = String(at)
  const body = Buffer.from(
    JSON.stringify({
      app_id: SECRETS.ZALO_APP_ID,
      event_name: 'user_send_text',
      timestamp,
      sender: { id: userId },
      recipient: { id: SECRETS.ZALO_OA_ID },
      message: { msg_id: messageId, text },
    }),
  )
  const mac = createHash('sha256')
    .update(SECRETS.ZALO_APP_ID)
    .update(body)
    .update(timestamp)
    .update(SECRETS.ZALO_OA_SECRET_KEY)
    .digest('hex')
  return { body, headers: { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` } }
}
