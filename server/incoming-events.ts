/** What becomes of each kind of event: receipts to the deliveries, withdrawals to the erasure, the rest to the chatbot. */
import type { Transaction } from 'kysely'
import type { Chatbot } from './chatbot/index.ts'
import type { Clock } from './clock.ts'
import {
  type Deliveries,
  recordEchoes,
  recordPushEchoes,
  recordPushReceipts,
  recordReceipts,
} from './platform/deliveries/index.ts'
import type { EventHandlers, StoredEvent } from './platform/events/index.ts'
import { erasePerson } from './platform/people/index.ts'
import type { Tables } from './platform/storage/index.ts'
import type { Tokens } from './platform/zalo/index.ts'

export function createEventHandlers({
  chatbot,
  deliveries,
  tokens,
  clock,
}: {
  chatbot: Chatbot
  deliveries: Deliveries
  tokens: Tokens
  clock: Clock
}): EventHandlers {
  return {
    async handlePersonal(tx, events) {
      const revoked = events.filter(({ payload }) => payload.kind === 'permission_revoked')
      for (const event of events)
        if (event.payload.kind === 'withdrawn') await erase(tx, event, event.payload.userIdByApp)
      const mustSend = await chatbot.handle(
        tx,
        events.filter(({ payload }) => payload.kind !== 'withdrawn' && payload.kind !== 'permission_revoked'),
      )
      return () => {
        if (mustSend) deliveries.nudge()
        // Should this fail, the next call that Zalo refuses tells the same.
        for (const { oaId } of revoked) tokens.noteRevoked(oaId).catch(() => undefined)
      }
    },

    async handleReceipts(tx, events) {
      const echoes = events.flatMap(readEcho)
      await recordEchoes(tx, echoes, clock.now())
      await recordPushEchoes(tx, echoes, clock.now())
      const receipts = events.flatMap(readReceipts)
      const ofReplies = await recordReceipts(tx, receipts)
      const unmatched = await recordPushReceipts(
        tx,
        receipts.filter(({ messageId }) => ofReplies.has(messageId)),
      )
      return events
        .filter(event => readReceipts(event).some(({ messageId }) => unmatched.has(messageId)))
        .map(event => event.id)
    },

    handleGivenUp: (tx, event) => chatbot.apologise(tx, event),
  }

  async function erase(tx: Transaction<Tables>, event: StoredEvent, appUserId: string | null): Promise<void> {
    const request = { requestedAt: event.occurredAt, keepEventId: event.id }
    if (event.eventName === 'user.revoke.consent' && appUserId)
      await erasePerson(tx, { appUserId }, { ...request, cause: 'user.revoke.consent' })
    else await erasePerson(tx, { oaId: event.oaId, oaUserId: event.subjectId }, { ...request, cause: 'user_withdraw' })
  }
}

function readEcho({ oaId, subjectId, occurredAt, payload }: StoredEvent) {
  if (payload.kind !== 'echo' || payload.textHash === null) return []
  return [{ oaId, recipientId: subjectId, messageId: payload.messageId, textHash: payload.textHash, time: occurredAt }]
}

function readReceipts({ payload, occurredAt }: StoredEvent) {
  if (payload.kind !== 'received' && payload.kind !== 'seen') return []
  const { kind } = payload
  return payload.messageIds.map(messageId => ({ messageId, kind, time: occurredAt }))
}
