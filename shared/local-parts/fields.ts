/** The fields of a local part, in the order in which they are shown. Apart from the schemas, for browsers. */
import type { LocalFacts, LocalField } from './local-part.ts'

export const noFacts: LocalFacts = { fee: null, hours: null, place: null, phone: null, form: null }
export const localFields: readonly LocalField[] = ['fee', 'place', 'phone', 'hours', 'form']
