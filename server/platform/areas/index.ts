export { createWardDirectory, findArea, listAreas, type ServedWard, seedWard } from './areas.ts'
export { readWardFile, Ward } from './ward-file.ts'
