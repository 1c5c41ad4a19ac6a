/** Zalo's names of webhook events, sorted by what they mean to us. */
import type { EventPayload } from '../events/index.ts'

export type MessageType = Extract<EventPayload, { kind: 'message' }>['type']

export const MESSAGE_EVENTS: ReadonlyMap<string, MessageType> = new Map([
  ['user_send_text', 'text'],
  ['user_send_image', 'image'],
  ['user_send_gif', 'gif'],
  ['user_send_link', 'link'],
  ['user_send_audio', 'audio'],
  ['user_send_video', 'video'],
  ['user_send_sticker', 'sticker'],
  ['user_send_location', 'location'],
  ['user_send_business_card', 'business_card'],
  ['user_send_file', 'file'],
])

export const GROUP_ECHO = 'oa_send_group_text'

/** What the OA sent, by our calls or by an officer in Zalo's own chat tool. */
export const ECHO_EVENTS: ReadonlySet<string> = new Set([
  'oa_send_text',
  'oa_send_image',
  'oa_send_gif',
  'oa_send_list',
  'oa_send_file',
  'oa_send_sticker',
  'oa_send_template',
  // What was posted in a group of the OA: its subject is the group.
  GROUP_ECHO,
])

export const RECEIPT_EVENTS: ReadonlyMap<string, 'received' | 'seen'> = new Map([
  ['user_received_message', 'received'],
  ['user_seen_message', 'seen'],
])

export const RELATION_EVENTS: ReadonlyMap<string, 'follow' | 'unfollow' | 'chat_opened' | 'withdrawn'> = new Map([
  ['follow', 'follow'],
  ['unfollow', 'unfollow'],
  ['user_click_chatnow', 'chat_opened'],
  ['user_withdraw', 'withdrawn'],
])

const UNUSED = new Set([
  // Reactions, and the contact form whose content we do not want to hold.
  'user_reacted_message',
  'oa_reacted_message',
  'user_submit_info',
  'update_user_info',
  // Tags, shop, extensions.
  'add_user_to_tag',
  'remove_user_from_tag',
  'remove_tag',
  'shop_has_order',
  'extension_purchased',
  // The website's widget, and calls.
  'widget_interaction_accepted',
  'widget_failed_to_sync_user_external_id',
  'oa_send_consent',
  'user_reply_consent',
  'user_call_oa',
  'oa_call_user',
  // Groups of the OA.
  'create_group',
  'user_join_group',
  'user_request_join_group',
  'accept_request_join_group',
  'reject_request_join_group',
  'react_request_join_group',
  'react_request_join_group_accept',
  'react_request_join_group_reject',
  'add_group_admin',
  'remove_group_admin',
  'update_group_info',
  'user_out_group',
  'user_leave_group',
  'delete_group',
  'disperse_group',
  // Paid template messages.
  'user_feedback',
  'user_click_response_button',
  'change_template_status',
  'change_template_quality',
  'change_template_quota',
  'change_oa_daily_quota',
  'change_oa_template_tags',
  'event_journey_acknowledged',
  'event_journey_time_out',
])

/** Known to us, and of no use for now: counted by its name, not stored. */
export function isUnusedEvent(name: string): boolean {
  return (
    UNUSED.has(name) ||
    (name !== GROUP_ECHO && /^(user|oa)_send_group_[a-z_]+$|^(oa_send_)?anonymous_[a-z_]+$/.test(name))
  )
}
