/** Whom one goes for, and what one is to them: both decide which authorisation is asked for. */
import { readVisit, writeVisit } from '../checklists/visit.ts'

/** What the one who goes is to the one the papers are for. `parent`: of a young child, for whom they act by right. */
export type Relation = 'parent' | 'family' | 'outsider'

export interface Helped {
  id: 'cha-me-gia' | 'con-nho' | 'nguoi-nha' | 'dau-om' | 'o-xa' | 'nguoi-quen'
  /** On the button. */
  title: string
  /** After "Làm giúp". */
  name: string
  /** Null: may be either, and is asked. */
  relation: Relation | null
  /** They cannot come to the counter at all. */
  isAway: boolean
}

export const everyHelped: Helped[] = [
  { id: 'cha-me-gia', title: 'Cha mẹ già', name: 'cha mẹ', relation: 'family', isAway: false },
  { id: 'con-nho', title: 'Con nhỏ của mình', name: 'con nhỏ', relation: 'parent', isAway: false },
  {
    id: 'nguoi-nha',
    title: 'Vợ chồng, ông bà, con lớn, anh chị em ruột',
    name: 'người nhà',
    relation: 'family',
    isAway: false,
  },
  { id: 'dau-om', title: 'Người đau ốm không đi được', name: 'người đau ốm', relation: null, isAway: true },
  { id: 'o-xa', title: 'Người ở xa', name: 'người ở xa', relation: null, isAway: true },
  { id: 'nguoi-quen', title: 'Họ hàng khác, hàng xóm', name: 'người quen', relation: 'outsider', isAway: false },
]

export const relations: { id: Relation; label: string }[] = [
  { id: 'family', label: 'Ông bà, cha mẹ, con, vợ chồng, anh chị em ruột' },
  { id: 'outsider', label: 'Họ hàng khác hoặc người ngoài' },
]

/** Somebody goes for somebody. */
export interface Errand {
  helped: Helped
  relation: Relation
}

const NAME = 'helping'

/** Remembered for this visit only. */
export function readErrand(): Errand | null {
  const found = readVisit(NAME)
  if (typeof found !== 'object' || found === null || !('helped' in found) || !('relation' in found)) return null
  const helped = everyHelped.find(({ id }) => id === found.helped)
  const relation = (['parent', 'family', 'outsider'] as const).find(one => one === found.relation)
  return helped && relation ? { helped, relation } : null
}

export function writeErrand(errand: Errand | null): void {
  writeVisit(NAME, errand && { helped: errand.helped.id, relation: errand.relation })
}
