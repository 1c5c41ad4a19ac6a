/** The ways to many people, each with what Zalo was found to allow. What has no words, or no permission, is not offered. */
import type { PushChannel } from '../../../shared/broadcasts.ts'
import type { OutgoingMessage } from '../../../shared/messages.ts'
import type { ZaloConfig } from '../../config.ts'
import type { ArticleOutcome, ArticleWords } from './article-broadcast.ts'
import type { CapabilityStore } from './capabilities.ts'
import type { ZaloClient } from './client.ts'
import type { HistoryItem } from './conversation.ts'
import type { SendOutcome } from './send-outcome.ts'

interface Push {
  oaId: string
  channel: PushChannel
  recipientId: string
  memo: unknown
  content: {
    message: OutgoingMessage
    groupText: string | null
    notification: Record<string, string> | null
    article: ArticleWords | null
    template: { templateId: string; data: Record<string, string> } | null
  }
}

type PushOutcome =
  | Exclude<SendOutcome, { kind: 'sent' }>
  | Exclude<ArticleOutcome, SendOutcome>
  | { kind: 'sent'; messageId: string | null; charged?: boolean }

interface Channel {
  send(push: Push, signal: AbortSignal): Promise<PushOutcome>
  readHistory?(push: { oaId: string; recipientId: string }, offset: number): Promise<HistoryItem[] | null>
}

/** Quotas that the plan, a purchase or a gift pays for; anything else, or nothing said, costs money. */
const PAID_FOR = new Set(['reply', 'welcome_msg', 'sub_quota', 'purchase_quota', 'reward_quota'])
const NO_WORDS: PushOutcome = { kind: 'refused', class: 'permanent', code: 0, reason: 'no words for this channel' }

export function createBroadcastChannels({
  client,
  capabilities,
  readHistory,
  readGroupHistory,
}: {
  client: ZaloClient
  capabilities: CapabilityStore
  readHistory: NonNullable<Channel['readHistory']>
  readGroupHistory: NonNullable<Channel['readHistory']>
}): Record<PushChannel, Channel> {
  const toOne: Channel = {
    async send({ oaId, recipientId, content }, signal) {
      return client.sendMessage({ oaId, recipientId, message: content.message, signal })
    },
    readHistory,
  }
  return {
    oa_message: toOne,
    oa_paid: {
      ...toOne,
      async send({ oaId, recipientId, content }, signal) {
        const outcome = await client.sendMessage({ oaId, recipientId, message: content.message, signal })
        return outcome.kind === 'sent' ? { ...outcome, charged: !PAID_FOR.has(outcome.quota?.type ?? '') } : outcome
      },
    },
    mini_app: {
      async send({ oaId, recipientId, content }, signal) {
        if (!content.notification) return NO_WORDS
        const outcome = await client.sendNotification({ appUserId: recipientId, words: content.notification, signal })
        if (outcome.kind !== 'host_refuses') return outcome
        await capabilities.remember(oaId, { canNotifyMiniApp: false }).catch(() => undefined)
        return { kind: 'refused', class: 'permanent', code: outcome.code, reason: outcome.reason }
      },
    },
    group: {
      async send({ oaId, recipientId, content }, signal) {
        if (!content.groupText) return NO_WORDS
        return client.sendGroupMessage({ oaId, groupId: recipientId, text: content.groupText, signal })
      },
      readHistory: readGroupHistory,
    },
    article: {
      async send({ oaId, memo, content }, signal) {
        return content.article ? client.sendArticle({ oaId, words: content.article, memo, signal }) : NO_WORDS
      },
    },
    template: {
      async send({ oaId, recipientId, content }, signal) {
        if (!content.template) return NO_WORDS
        const outcome = await client.sendTemplate({ oaId, userId: recipientId, ...content.template, signal })
        return outcome.kind === 'sent' ? { ...outcome, charged: true } : outcome
      },
    },
  }
}

/** What costs nothing to try is open until Zalo refuses it; what reaches everybody, or costs money, once the doctor has seen it work. */
export function createChannelReader({
  config,
  capabilities,
}: {
  config: ZaloConfig
  capabilities: Pick<CapabilityStore, 'read'>
}): (oaId: string) => Promise<ReadonlySet<PushChannel>> {
  return async oaId => {
    if (!config.api) return new Set()
    const can = await capabilities.read(oaId)
    const isOpen: Record<PushChannel, boolean> = {
      oa_message: can.canSendCs !== false,
      oa_paid: can.canSendCs !== false,
      mini_app: Boolean(config.miniAppId && config.miniAppKey) && can.canNotifyMiniApp !== false,
      group: can.canPostToGroups !== false,
      article: can.canBroadcastArticles === true,
      template: can.canSendTemplates === true,
    }
    return new Set((Object.keys(isOpen) as PushChannel[]).filter(channel => isOpen[channel]))
  }
}
