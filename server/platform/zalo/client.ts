/** Everything the ward asks of Zalo. */
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { ZaloConfig } from '../../config.ts'
import { type ArticleOutcome, type ArticleRequest, sendArticle } from './article-broadcast.ts'
import type { CapabilityStore } from './capabilities.ts'
import {
  type ConversationPage,
  type GroupConversationPage,
  type HistoryItem,
  readConversation,
  readGroupConversation,
} from './conversation.ts'
import { type GroupMessageRequest, sendGroupMessage } from './group-message.ts'
import { createHttp, type Http } from './http.ts'
import { type MiniAppUser, readMiniAppUser } from './miniapp-user.ts'
import { type NotificationOutcome, type NotificationRequest, sendNotification } from './notification.ts'
import { createOpenApi } from './openapi.ts'
import {
  type GroupAsset,
  type GroupDetails,
  listGroupAssets,
  listOwnGroups,
  type OwnGroup,
  readGroup,
  readGroupMembers,
} from './own-groups.ts'
import { createProbes, type Probes } from './probes.ts'
import type { ReadResult } from './read-result.ts'
import { createSendMessage, type SendRequest } from './send-message.ts'
import { createOutcomeReader, type SendOutcome } from './send-outcome.ts'
import { sendTemplate, type TemplateRequest } from './template-message.ts'
import type { Tokens } from './tokens.ts'
import type { RateHeaders } from './zalo-answer.ts'

export interface ZaloClient {
  /** Never throws. */
  sendMessage(request: SendRequest): Promise<SendOutcome>
  /** Never throws; nor do the ways to many people. */
  sendGroupMessage(request: GroupMessageRequest): Promise<SendOutcome>
  sendNotification(request: NotificationRequest): Promise<NotificationOutcome>
  sendArticle(request: ArticleRequest): Promise<ArticleOutcome>
  sendTemplate(request: TemplateRequest): Promise<SendOutcome>
  listOwnGroups(oaId: string): Promise<ReadResult<OwnGroup[]>>
  readGroup(oaId: string, groupId: string): Promise<ReadResult<GroupDetails>>
  listGroupAssets(oaId: string): Promise<ReadResult<GroupAsset[]>>
  /** Ids at the OA; null when Zalo did not tell. */
  readGroupMembers(oaId: string, groupId: string): Promise<string[] | null>
  readConversation(page: ConversationPage): Promise<ReadResult<HistoryItem[]>>
  readGroupConversation(page: GroupConversationPage): Promise<ReadResult<HistoryItem[]>>
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
  const many = { openapi, openapiUrl, outcomes: createOutcomeReader({ clock, random }) }
  return {
    sendGroupMessage: request => sendGroupMessage(many, request),
    sendNotification: request => sendNotification({ http, config, clock, random }, request),
    sendArticle: request => sendArticle(many, request),
    sendTemplate: request => sendTemplate(many, request),
    listOwnGroups: oaId => listOwnGroups(many, oaId),
    readGroup: (oaId, groupId) => readGroup(many, { oaId, groupId }),
    listGroupAssets: oaId => listGroupAssets(many, oaId),
    readGroupMembers: (oaId, groupId) => readGroupMembers(many, { oaId, groupId }),
    sendMessage: createSendMessage({ openapi, openapiUrl, capabilities, clock, log, random }),
    readConversation: page => readConversation({ openapi, openapiUrl }, page),
    readGroupConversation: page => readGroupConversation({ openapi, openapiUrl }, page),
    readMiniAppUser: accessToken => readMiniAppUser({ http, config }, accessToken),
    probes: createProbes({ openapi, config }),
  }
}
