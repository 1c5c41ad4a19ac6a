/** Local facts in words, each with its own source: nobody takes them for the national record's. */
import type { LocalFacts, LocalField, LocalPart } from './local-part.ts'

export const localNames: Record<LocalField, string> = {
  fee: 'Lệ phí',
  place: 'Nơi nộp',
  phone: 'Điện thoại',
  hours: 'Giờ nhận',
  form: 'Mẫu đơn',
}

type Told = { area: string; source: string; asOf: string }

/** "Riêng tại Phường Mẫu; theo Nghị quyết 12/NQ-HĐND, 24/11/2026." */
export function localSource({ area, source, asOf }: Told): string {
  return `Riêng tại ${area}; theo ${source}, ${asOf.split('-').reverse().join('/')}.`
}

/** "8.000 đồng một trang"; nothing to pay is said to be so. */
export function wordLocalAmount({ amount, per }: { amount: number; per: string | null }): string {
  if (amount === 0) return 'không thu'
  return `${amount.toLocaleString('vi-VN')} đồng${per ? ` một ${per}` : ''}`
}

/** One line for each thing paid for. */
export function feeLines({ lines }: Pick<NonNullable<LocalFacts['fee']>, 'lines'>): string[] {
  return lines.map(line => `${line.name}: ${wordLocalAmount(line)}`)
}

/** A fact without its source, for one line. */
export function wordLocalFact<Field extends LocalField>(_field: Field, fact: NonNullable<LocalFacts[Field]>): string {
  if ('lines' in fact) return feeLines(fact).join('; ')
  if ('address' in fact) return `${fact.name}, ${fact.address}`
  if ('number' in fact) return fact.number
  return 'url' in fact && fact.url ? `${fact.text} (${fact.url})` : fact.text
}

/** What one neighbourhood has otherwise: "Tổ dân phố 2: Nơi nộp: Nhà văn hóa … Riêng tại …". */
export function belowLines(part: LocalPart & { name: string }): string[] {
  const told = (Object.keys(localNames) as LocalField[]).flatMap(field => {
    const fact = part[field]
    return fact ? [`${localNames[field]}: ${wordLocalFact(field, fact)}. ${localSource(fact)}`] : []
  })
  return told.map(line => `Bà con ${part.name}: ${line}`)
}
