/** Short ways to write papers; each names the rows of the national form it was read from. */
import type { RequiredDocument } from '../procedures.ts'

type More = Partial<Pick<RequiredDocument, 'originals' | 'copies' | 'condition' | 'note'>>

interface FormTerms extends More {
  /** `03` or `TT1`; left out: the source names none. */
  number?: string
  issuedBy?: string
}

/** A form to fill in, one original. */
export function filledIn(
  id: string,
  components: string | string[],
  name: string,
  { number, issuedBy, ...more }: FormTerms = {},
): RequiredDocument {
  const form = { number: number ?? null, issuedBy: issuedBy ?? null }
  return { ...paper(id, components, name), role: 'form', originals: 1, form, ...more }
}

/** A paper handed over, one original. */
export function handedIn(id: string, components: string | string[], name: string, more: More = {}): RequiredDocument {
  return { ...paper(id, components, name), originals: 1, ...more }
}

/** A copy handed over. */
export function copyOf(id: string, components: string | string[], name: string, more: More = {}): RequiredDocument {
  return { ...paper(id, components, name), copies: 1, ...more }
}

/** An original shown at the desk and taken home. */
export function shown(id: string, components: string | string[], name: string, more: More = {}): RequiredDocument {
  return { ...paper(id, components, name), role: 'present', originals: 1, ...more }
}

/** The counts of a row that lists several papers at once: how many of each is not said. */
export const uncounted = { originals: null, copies: null }

function paper(id: string, components: string | string[], name: string): RequiredDocument {
  return {
    id,
    name,
    role: 'submit',
    originals: 0,
    copies: 0,
    condition: null,
    note: null,
    form: null,
    components: [components].flat(),
  }
}
