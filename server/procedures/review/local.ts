/** What an officer says holds in one area only, as it is kept with the answer and told in the task. */
import { type LocalFacts, localFields, localNames, wordLocalFact } from '../../../shared/local-parts/index.ts'

/** @returns the fields that were said; null when there is none */
export function readSaid(local: LocalFacts | null): Partial<LocalFacts> | null {
  const said = Object.entries(local ?? {}).filter(([, fact]) => fact !== null)
  return said.length > 0 ? (Object.fromEntries(said) as Partial<LocalFacts>) : null
}

/** "Riêng tại Phường Mẫu: Lệ phí: 8.000 đồng một trang. Theo Nghị quyết …" */
export function wordSaid(area: string, said: Partial<LocalFacts>): string {
  const lines = localFields.flatMap(field => {
    const fact = said[field]
    return fact ? [`${localNames[field]}: ${wordLocalFact(field, fact)}. Theo ${fact.source}`] : []
  })
  return `Riêng tại ${area}: ${lines.join('; ')}`
}
