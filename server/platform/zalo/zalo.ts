/** The room's parts put together, as the house uses them. */
import type { Router } from 'express'
import type { Logger } from 'pino'
import type { HealthItem } from '../../../shared/health.ts'
import type { OutgoingMessage } from '../../../shared/messages.ts'
import type { Clock } from '../../clock.ts'
import type { Config } from '../../config.ts'
import type { IncomingEvent } from '../events/index.ts'
import type { Tick } from '../jobs/index.ts'
import { createSecretBox } from '../secrets/index.ts'
import type { Database } from '../storage/index.ts'
import { createBroadcastChannels, createChannelReader } from './broadcast-channels.ts'
import { type CapabilityStore, createCapabilityStore } from './capabilities.ts'
import { createZaloClient, type ZaloClient } from './client.ts'
import { createConsentRoutes } from './consent-routes.ts'
import type { HistoryItem } from './conversation.ts'
import { createDomainVerification } from './domain-verification.ts'
import { type CountTotal, createZaloHealth } from './health.ts'
import { createHttp } from './http.ts'
import { createOAuth } from './oauth.ts'
import type { ReadResult } from './read-result.ts'
import type { SendOutcome } from './send-outcome.ts'
import { createTokens, type Tokens } from './tokens.ts'
import { createWebhookRoutes } from './webhook-routes.ts'
import type { RateHeaders } from './zalo-answer.ts'

export interface ZaloParts {
  config: Config
  db: Database
  accept(event: IncomingEvent, phoneGiven: string | null): Promise<void>
  mayStartConsent(code: string): Promise<boolean>
  count(name: string, label: string): void
  readCounts(name: string, days: number): Promise<CountTotal[]>
  onRate?: (oaId: string, rate: RateHeaders) => void
  clock: Clock
  log: Logger
}

export interface Zalo {
  /** Mount before any body parser: signatures cover raw bytes. */
  webhooks: Router
  /** Consent and domain verification. */
  routers: Router[]
  client: ZaloClient
  tokens: Tokens
  capabilities: CapabilityStore
  /** How deliveries reach one person's chat. */
  channel: OaMessageChannel
  /** How broadcasts reach many people, and which of the ways are open to an OA. */
  broadcastChannels: ReturnType<typeof createBroadcastChannels>
  readChannels: ReturnType<typeof createChannelReader>
  /** Keeps the access token fresh. */
  refreshTick: Tick
  health: () => Promise<HealthItem[]>
  /** Before the first message goes out: takes up a refresh that a sudden end interrupted, or gets the first tokens. */
  start(): Promise<void>
}

export interface OaMessageChannel {
  send(
    delivery: { oaId: string; recipientId: string; message: OutgoingMessage },
    signal: AbortSignal,
  ): Promise<SendOutcome>
  /** Ten a page, newest first; null where history was not proved to hold our messages. @throws when Zalo cannot be asked now */
  readHistory(delivery: { oaId: string; recipientId: string }, offset: number): Promise<HistoryItem[] | null>
}

export function createZalo({
  config,
  db,
  accept,
  mayStartConsent,
  count,
  readCounts,
  onRate,
  clock,
  log,
}: ZaloParts): Zalo {
  const { zalo, secretKey, dataDir, publicUrl } = config
  const http = createHttp()
  const oauth = createOAuth({ config: zalo, http })
  const box = createSecretBox(secretKey, 'zalo tokens')
  const tokens = createTokens({ db, config: zalo, oauth, box, dataDir, count, clock, log })
  const capabilities = createCapabilityStore(db)
  const client: ZaloClient = createZaloClient({ config: zalo, tokens, capabilities, onRate, clock, log, http })
  const channel = createOaMessageChannel(client, capabilities)

  return {
    webhooks: createWebhookRoutes({ config: zalo, accept, count, clock, log }),
    routers: [
      createConsentRoutes({
        db,
        config: zalo,
        publicUrl,
        oauth,
        box,
        tokens,
        capabilities,
        mayStartConsent,
        clock,
        log,
      }),
      createDomainVerification(zalo),
    ],
    client,
    tokens,
    capabilities,
    channel,
    broadcastChannels: createBroadcastChannels({ client, capabilities, ...createHistories(client, capabilities) }),
    readChannels: createChannelReader({ config: zalo, capabilities }),
    refreshTick: {
      name: 'zalo token',
      schedule: '0 */5 * * * *',
      async run() {
        if (zalo.api) await tokens.refreshIfDue(zalo.oaId)
      },
    },
    health: createZaloHealth({ config: zalo, tokens, capabilities, readCounts, clock }),
    async start() {
      if (!zalo.api) return
      await tokens.recover(zalo.oaId)
      if (zalo.firstRefreshToken) await tokens.refreshIfDue(zalo.oaId)
    },
  }
}

const HISTORY_PAGE = 10

function createOaMessageChannel(client: ZaloClient, capabilities: CapabilityStore): OaMessageChannel {
  return {
    send: ({ oaId, recipientId, message }, signal) => client.sendMessage({ oaId, recipientId, message, signal }),
    readHistory: createHistories(client, capabilities).readHistory,
  }
}

type ReadHistory = OaMessageChannel['readHistory']

/** What was said to one person, and in one group; each only where the doctor has seen that it holds what we sent. */
function createHistories(
  client: ZaloClient,
  capabilities: CapabilityStore,
): { readHistory: ReadHistory; readGroupHistory: ReadHistory } {
  return {
    async readHistory({ oaId, recipientId }, offset) {
      if (!(await capabilities.read(oaId)).history) return null
      return itemsOf(await client.readConversation({ oaId, userId: recipientId, offset, count: HISTORY_PAGE }))
    },
    async readGroupHistory({ oaId, recipientId }, offset) {
      if (!(await capabilities.read(oaId)).groupHistory) return null
      return itemsOf(await client.readGroupConversation({ oaId, groupId: recipientId, offset, count: HISTORY_PAGE }))
    },
  }
}

function itemsOf(page: ReadResult<HistoryItem[]>): HistoryItem[] | null {
  if (page.kind === 'ok') return page.value
  if (page.kind === 'refused') return null
  throw new Error(`the conversation could not be read: ${page.kind === 'failed' ? page.cause : page.kind}`)
}
