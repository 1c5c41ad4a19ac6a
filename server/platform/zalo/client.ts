/** Everything the ward asks of Zalo. */
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { ZaloConfig } from '../../config.ts'
import type { CapabilityStore } from './capabilities.ts'
import { type ConversationPage, type HistoryItem, readConversation } from './conversation.ts'
import { createHttp, type Http } from './http.ts'
import { type MiniAppUser, readMiniAppUser } from './miniapp-user.ts'
import { createOpenApi } from './openapi.ts'
import { createProbes, type Probes } from './probes.ts'
import type { ReadResult } from './read-result.ts'
import { createSendMessage, type SendOutcome, type SendRequest } from './send-message.ts'
import type { Tokens } from './tokens.ts'
import type { RateHeaders } from './zalo-answer.ts'

export interface ZaloClient {
  /** Never throws. */
  sendMessage(request: SendRequest): Promise<SendOutcome>
  readConversation(page: ConversationPage): Promise<ReadResult<HistoryItem[]>>
  readMiniAppUser(accessToken: string): Promise<ReadResult<MiniAppUser>>
  probes: Probes
}

export interface ClientParts {
  config: ZaloConfig
  tokens: Pick<Tokens, 'accessToken' | 'renew'>
  capabilities: Pick<CapabilityStore, 'read' | 'remember'>
  /** Told of the rate headers of every answer that has them. */
  onRate?: (oaId: string, rate: RateHeaders) => void
  clock: Clock
  log: Logger
  http?: Http
  /** 0 ≤ x < 1; spreads repeated tries. */
  random?: () => number
}

export function createZaloClient({
  config,
  tokens,
  capabilities,
  onRate,
  clock,
  log,
  http = createHttp(),
  random = Math.random,
}: ClientParts): ZaloClient {
  const openapi = createOpenApi({ http, tokens, onRate, log })
  const { openapiUrl } = config
  return {
    sendMessage: createSendMessage({ openapi, openapiUrl, capabilities, clock, log, random }),
    readConversation: page => readConversation({ openapi, openapiUrl }, page),
    readMiniAppUser: accessToken => readMiniAppUser({ http, config }, accessToken),
    probes: createProbes({ openapi, config }),
  }
}
