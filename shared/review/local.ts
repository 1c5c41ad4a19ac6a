/** Which facts may hold in one area only, and so be put right there without touching the guide. Pure. */
import type { LocalField } from '../local-parts/index.ts'
import type { ReviewItem } from './items.ts'

const FEE_FLAG = /^flag-FEE_/

/** @returns the fields of a local part that answer this fact, the likeliest first; none: it is the guide's alone */
export function localFieldsOf({ topic, kind, key }: Pick<ReviewItem, 'topic' | 'kind' | 'key'>): readonly LocalField[] {
  if (topic === null) return []
  if (kind === 'fee' || (kind === 'flag' && FEE_FLAG.test(key))) return ['fee']
  if (kind === 'place') return ['place', 'phone', 'hours']
  if (kind === 'papers') return ['form']
  return []
}
