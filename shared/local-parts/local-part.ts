/**
 * What holds in one area only: a fee that its council sets, hours, a place, a telephone, a form of its own. It stands apart
 * from the national record, is never shown as part of it, and outlives every refreshment of it.
 */
import { z } from 'zod'

const IsoDate = z.iso.date()
/** Where the ward has it from: a resolution, a notice, the office itself. */
const SourceName = z.string().trim().min(3).max(160)

export const LocalFee = z.object({
  lines: z
    .array(
      z.object({
        name: z.string().trim().min(2).max(80),
        /** Đồng; 0: not charged here. */
        amount: z.number().int().min(0).max(1_000_000_000),
        /** What one amount pays for: "trang"; null: the whole. */
        per: z.string().trim().min(1).max(40).nullable(),
      }),
    )
    .min(1)
    .max(8),
  source: SourceName,
})
export const LocalHours = z.object({ text: z.string().trim().min(3).max(240), source: SourceName })
export const LocalPlace = z.object({
  name: z.string().trim().min(3).max(120),
  address: z.string().trim().min(3).max(200),
  source: SourceName,
})
export const LocalPhone = z.object({ number: z.string().regex(/^[\d .+]{3,20}$/), source: SourceName })
export const LocalForm = z.object({
  text: z.string().trim().min(3).max(240),
  url: z.url({ protocol: /^https$/ }).nullable(),
  source: SourceName,
})

/** What one area says of a guide; null: as above it. */
export const LocalFacts = z.object({
  fee: LocalFee.nullable(),
  hours: LocalHours.nullable(),
  place: LocalPlace.nullable(),
  phone: LocalPhone.nullable(),
  form: LocalForm.nullable(),
})
export type LocalFacts = z.infer<typeof LocalFacts>
export type LocalField = keyof LocalFacts

/** `area`: by its name, as people read it; `asOf`: the day a second person agreed. */
const from = { area: z.string(), asOf: IsoDate }

/** What holds for an area, each fact with the area that says so. */
export const LocalPart = z.object({
  fee: LocalFee.extend(from).nullable(),
  hours: LocalHours.extend(from).nullable(),
  place: LocalPlace.extend(from).nullable(),
  phone: LocalPhone.extend(from).nullable(),
  form: LocalForm.extend(from).nullable(),
})
export type LocalPart = z.infer<typeof LocalPart>

/** What holds in the ward, and what some of its neighbourhoods have otherwise. */
export const WardPart = LocalPart.extend({ below: z.array(LocalPart.extend({ name: z.string() })) })
export type WardPart = z.infer<typeof WardPart>
