/** What places are usually called. Evaluated at build: the schemas beside these words stay behind. */
import * as shared from '../../../shared/places.ts'

export const usualLabels: readonly string[] = shared.usualLabels
export const longestLabel: number = shared.longestLabel
