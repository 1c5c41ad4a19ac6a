/** Local parts: what holds in one area only, inherited down the areas, shown with its own source. */
export { localPartsContract } from './contract.ts'
export { localFields, noFacts } from './fields.ts'
export { type AreaFacts, inheritFacts } from './inherit.ts'
export { KeptPart, LocalArea, LocalPartState, LocalView } from './kept.ts'
export { LocalFacts, type LocalField, type LocalPart, WardPart } from './local-part.ts'
export { belowLines, feeLines, localNames, localSource, wordLocalAmount, wordLocalFact } from './words.ts'
