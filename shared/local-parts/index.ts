/** Local parts: what holds in one area only, inherited down the areas, shown with its own source. */
export { localPartsContract } from './contract.ts'
export { type AreaFacts, inheritFacts } from './inherit.ts'
export { KeptPart, LocalArea, LocalPartState, LocalView } from './kept.ts'
export { LocalFacts, type LocalField, type LocalPart, localFields, noFacts, WardPart } from './local-part.ts'
export { belowLines, feeLines, localNames, localSource, wordLocalAmount, wordLocalFact } from './words.ts'
