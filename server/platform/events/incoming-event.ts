/** One thing that happened on the ward's Zalo, verified, masked and ready to be stored. */

/** Zalo's kinds of messages from a person. What is no text is only known to have come: its address is not kept. */
type MessageType =
  | 'text'
  | 'image'
  | 'gif'
  | 'link'
  | 'audio'
  | 'video'
  | 'sticker'
  | 'location'
  | 'business_card'
  | 'file'

export type EventPayload =
  | {
      kind: 'message'
      type: MessageType
      messageId: string
      /** Masked (`maskPersonalData`), NFC, at most 5,000 code points before masking; null when nothing was written. */
      text: string | null
      userIdByApp: string | null
      quotedMessageId: string | null
    }
  /** Our own message coming back; `textHash` as by `messageHash`. */
  | { kind: 'echo'; messageId: string; textHash: string | null }
  /** An officer wrote to the person in Zalo's own tool; what they wrote is not kept. `ends`: it was, or ended with, #xong. */
  | { kind: 'officer'; messageId: string; ends: boolean }
  | { kind: 'received' | 'seen'; messageIds: string[] }
  | { kind: 'follow' | 'unfollow' | 'chat_opened'; userIdByApp: string | null }
  /** The person takes back their data (`user_withdraw`): erase them. */
  | { kind: 'withdrawn'; userIdByApp: string | null }
  /** The OA's administrator removed our app: its tokens are dead. */
  | { kind: 'permission_revoked' }

export interface IncomingEvent {
  oaId: string
  /** The same for every redelivery of the same event, within one OA. */
  dedupeKey: string
  /** Zalo's own name of the event. */
  eventName: string
  /** Whose event it is: the person's id for this OA; the OA's id where no person takes part. */
  subjectId: string
  occurredAt: Date
  payload: EventPayload
}
