/** A guide as a form, for browsers: what its fields are called, what they hold, and how they read. Without any schema. */
export { fieldNames, valueNames } from './field-names.ts'
export { labelOf, namePlace, putAt, shapeAt, valueAt } from './places.ts'
export { type Advice, checkWords } from './plain-language.ts'
export { blankOf, guideShape, isOptional, type Shape } from './shape.ts'
