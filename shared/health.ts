/** The state of an installation, item by item, each with what to do next. */
import { z } from 'zod'

/** `off`: switched off on purpose, or not available to this ward. */
export const HealthColour = z.enum(['green', 'amber', 'red', 'off'])
export type HealthColour = z.infer<typeof HealthColour>

export const HealthItem = z.object({
  name: z.string(),
  colour: HealthColour,
  finding: z.string(),
  nextStep: z.string().nullable(),
})
export type HealthItem = z.infer<typeof HealthItem>

export const HealthReport = z.object({ at: z.date(), mode: z.enum(['practice', 'live']), items: z.array(HealthItem) })
export type HealthReport = z.infer<typeof HealthReport>
