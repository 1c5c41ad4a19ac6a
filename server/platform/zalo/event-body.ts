/**
 * The envelope of an OA webhook, as far as we read it. Only the event's name is compulsory: Zalo leaves out fields,
 * adds others and sends numbers where strings are documented.
 */
import { z } from 'zod'

/** An id as Zalo gives it; whatever is not printable ASCII is no id. */
const Id = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine(id => /^[\x20-\x7e]{1,200}$/.test(id))
const OptionalId = Id.optional().catch(undefined)
const OptionalText = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined)

const Party = z.looseObject({ id: OptionalId, admin_id: OptionalId }).optional().catch(undefined)

const Message = z.looseObject({
  msg_id: OptionalId,
  msg_ids: z.array(Id).max(1000).optional().catch(undefined),
  text: OptionalText,
  quote_msg_id: OptionalId,
  tracking_id: z.unknown().optional(),
  attachments: z
    .array(z.looseObject({ payload: z.looseObject({ text: OptionalText }).optional().catch(undefined) }))
    .optional()
    .catch(undefined),
})

export const EventBody = z.looseObject({
  event_name: z.string().min(1).max(100),
  app_id: OptionalId,
  oa_id: OptionalId,
  timestamp: OptionalText,
  user_id: OptionalId,
  user_id_by_app: OptionalId,
  sender: Party,
  recipient: Party,
  follower: Party,
  message: Message.optional().catch(undefined),
})
export type EventBody = z.infer<typeof EventBody>
