/** "Nơi của tôi": the neighbourhoods a person cares for, each under a word of their own. */
import { z } from 'zod'

/** As many as one account holds. */
export const mostPlaces = 10

/** Offered before a word of one's own. */
export const usualLabels = ['Nhà mình', 'Nhà ba mẹ', 'Phòng trọ'] as const

/** Characters that a word of one's own may have. */
export const longestLabel = 30

export const PlaceLabel = z.string().trim().min(1).max(longestLabel)

/** A neighbourhood's permanent code. */
const AreaCode = z.string().min(1).max(80)

export const NewPlace = z.object({ area: AreaCode, label: PlaceLabel })
export type NewPlace = z.infer<typeof NewPlace>

export const PlaceKey = z.object({ area: AreaCode })

export const Place = z.object({
  area: z.string(),
  /** What the neighbourhood is called today. */
  name: z.string(),
  /** Masked: what identifies somebody is not kept. */
  label: z.string(),
  joinedAt: z.date(),
  /** The neighbourhood is no more, and nobody said what became of it. */
  isGone: z.boolean(),
})
export type Place = z.infer<typeof Place>
