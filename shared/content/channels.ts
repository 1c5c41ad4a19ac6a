/** Short ways to write channels and fees that most topics share. */
import type { Channel, Fee } from '../procedures.ts'

interface Terms extends Pick<Channel, 'timeLimit' | 'fees'>, Partial<Pick<Channel, 'procedure' | 'note'>> {
  /** A remark for those who hand in online. */
  onlineNote?: string
}

/** The same time limit and fees however the papers arrive. */
export function channels(types: Channel['type'][], { onlineNote, ...terms }: Terms): Channel[] {
  return types.map(type => ({
    procedure: null,
    system: null,
    ...terms,
    type,
    note: (type === 'online' ? onlineNote : undefined) ?? terms.note ?? null,
  }))
}

/** An amount the source states, in đồng; 0 is stated to be free. */
export function statedFee(name: string, amount: number, more: Partial<Fee> = {}): Fee {
  const status = amount === 0 ? 'free_stated' : 'stated'
  return { name, status, amount, per: null, cases: null, text: null, reliefs: [], ...more }
}

/** A fee whose amount nobody stated: it is never shown as free. */
export function unknownFee(name: string, status: Fee['status'], text: string | null, more: Partial<Fee> = {}): Fee {
  return { name, status, amount: null, per: null, cases: null, text, reliefs: [], ...more }
}
