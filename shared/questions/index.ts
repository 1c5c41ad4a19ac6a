export { questionsContract } from './contract.ts'
export * from './figures.ts'
export { checkWording, type WordingFault } from './name-check.ts'
export * from './questions.ts'
