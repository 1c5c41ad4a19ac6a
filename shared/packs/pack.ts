/** A pack: the guides of one installation in one file, for others to take. */
import { z } from 'zod'
import { Topic } from '../procedures.ts'

export const packFormat = 'mot-cua/goi-huong-dan'
/** Grows when an older program could misread a pack. */
export const packSchema = 1
const mostPackedGuides = 2000

export const ContentPack = z.object({
  format: z.literal(packFormat),
  schema: z.number().int().positive(),
  /** Whose guides: the area's permanent code, by which a later pack of theirs is known again. */
  origin: z.string().min(1).max(80),
  from: z.string().min(1).max(200),
  madeAt: z.iso.datetime(),
  /** SHA-256 of the guides as `orderedJson` writes them, in hex. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  guides: z.array(z.object({ revision: z.number().int().positive(), topic: z.unknown() })).max(mostPackedGuides),
})
export type ContentPack = z.infer<typeof ContentPack>

/** The topic of a pack, strictly; null: it is none that could be published. */
export function readPackedTopic(value: unknown): Topic | null {
  const parsed = Topic.safeParse(value)
  return parsed.success && parsed.data.local === undefined && parsed.data.trust === undefined ? parsed.data : null
}

/** The same for the same content, whatever order its keys stand in. */
export function orderedJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    one === null || typeof one !== 'object' || Array.isArray(one)
      ? one
      : Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))),
  )
}
