/** Vietnamese to be heard: numbers, dates, times and short forms in words. */
export { findAbbreviations } from './abbreviations.ts'
export { sayDigits, sayNumber } from './numbers.ts'
export { toSpokenWords } from './text.ts'
