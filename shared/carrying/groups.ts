/** Group chats that the ward's Zalo owns (GMF), and whose notices are posted there. */
import { z } from 'zod'

/** What keeps a linked group from being posted in. */
export const GroupObstacle = z.enum([
  /** Zalo does not name it any more: dissolved, or the OA was thrown out. */
  'gone',
  /** What it rests on ran out. */
  'over',
  /** Its place was merged, split or given up. */
  'no_area',
  /** The doctor found that this OA may not post in groups. */
  'not_allowed',
  /** The ward's own policy leaves groups out. */
  'not_used',
])
export type GroupObstacle = z.infer<typeof GroupObstacle>

/** Of a group, as Zalo names it. */
export const GroupId = z.string().regex(/^[\w-]{1,64}$/)

export const OaGroup = z.object({
  id: GroupId,
  name: z.string(),
  /** Where it is joined; null: not said. */
  link: z.string().nullable(),
  members: z.number().int().nullable(),
  mostMembers: z.number().int().nullable(),
  /** "gmf100"; null: not said. */
  product: z.string().nullable(),
  /** As Zalo writes it, or null. */
  validThrough: z.string().nullable(),
  renewsItself: z.boolean(),
  dissolvesOn: z.string().nullable(),
  /** The members read and do not write; null: not said. */
  onlyOaWrites: z.boolean().nullable(),
  /** Whose it is; null: nobody's, so nothing is posted there. */
  area: z.object({ code: z.string(), name: z.string() }).nullable(),
  obstacles: z.array(GroupObstacle),
  lastPost: z
    .object({ at: z.date(), state: z.enum(['waiting', 'sent', 'failed', 'unknown']), reason: z.string().nullable() })
    .nullable(),
})
export type OaGroup = z.infer<typeof OaGroup>

/** What was bought for groups, and what is still free. */
export const GroupAsset = z.object({
  id: z.string(),
  product: z.string(),
  validThrough: z.string().nullable(),
  renewsItself: z.boolean(),
  /** The name of the group that rests on it; null: it is free. */
  usedBy: z.string().nullable(),
})
export type GroupAsset = z.infer<typeof GroupAsset>
