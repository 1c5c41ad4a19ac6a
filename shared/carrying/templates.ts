/** Paid templates (ZBS) that Zalo approved for the ward, and by which ways its notices go. */
import { z } from 'zod'
import { PushChannel, TemplateFact } from '../broadcasts.ts'
import { NoticeKind } from '../notices/index.ts'

export const TemplateId = z.string().regex(/^[\w-]{1,40}$/)

/** One place of a template to be filled in. */
export const TemplateParam = z.object({
  name: z.string(),
  isRequired: z.boolean(),
  maxLength: z.number().int(),
  /** False: it wants a number or a day in a form of its own. */
  takesText: z.boolean(),
})
export type TemplateParam = z.infer<typeof TemplateParam>

export const OaTemplate = z.object({
  id: TemplateId,
  name: z.string(),
  status: z.enum(['approved', 'pending', 'rejected', 'off', 'unknown']),
  /** Zalo names them of an approved template only; null: not asked. */
  params: z.array(TemplateParam).nullable(),
  /** What one message costs; null: not said. */
  dong: z.number().int().nullable(),
})
export type OaTemplate = z.infer<typeof OaTemplate>

/** What stands in each of its places, and which notices go by it. */
export const TemplateUse = z.object({
  params: z.record(z.string().max(60), TemplateFact),
  /** Empty: every kind that has no template of its own. */
  kinds: z.array(NoticeKind).max(30),
})
export type TemplateUse = z.infer<typeof TemplateUse>

const Minute = z.number().int().min(0).max(1439)
const PerMonth = z.number().int().min(0).max(1_000_000)

export const CarryingRules = z.object({
  /** Best first; what is not named is not used. */
  channels: z.array(PushChannel).min(1).max(PushChannel.options.length),
  /** Minutes of the day at the ward; `until` is the first that is not quiet. Null: at any hour. */
  quiet: z.object({ from: Minute, until: Minute }).nullable(),
  paidPerMonth: PerMonth,
  templatesPerMonth: PerMonth,
  articlesPerMonth: PerMonth,
})
export type CarryingRules = z.infer<typeof CarryingRules>

/** What holds for a place. */
export const CarryingSetting = CarryingRules.extend({
  /** The place where it was decided; null: nobody has, and the house's own rules hold. */
  setAt: z.object({ code: z.string(), name: z.string() }).nullable(),
  uses: z.array(TemplateUse.extend({ template: TemplateId, name: z.string(), dong: z.number().int().nullable() })),
  /** Messages by templates that were paid for this month. */
  templatesUsed: z.number().int(),
})
export type CarryingSetting = z.infer<typeof CarryingSetting>
