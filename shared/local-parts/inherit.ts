/** Which area's facts hold: the nearest one's, from the area itself upwards. Pure. */
import type { LocalFacts, LocalPart } from './local-part.ts'

export interface AreaFacts {
  area: string
  asOf: string
  facts: LocalFacts
}

/** @param line from the area itself upwards @returns null when none of them says anything */
export function inheritFacts(line: readonly AreaFacts[]): LocalPart | null {
  const nearest = <Field extends keyof LocalFacts>(field: Field): LocalPart[Field] => {
    const found = line.find(({ facts }) => facts[field] !== null)
    return (found ? { ...found.facts[field], area: found.area, asOf: found.asOf } : null) as LocalPart[Field]
  }
  const part: LocalPart = {
    fee: nearest('fee'),
    hours: nearest('hours'),
    place: nearest('place'),
    phone: nearest('phone'),
    form: nearest('form'),
  }
  return Object.values(part).some(fact => fact !== null) ? part : null
}
