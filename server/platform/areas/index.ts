export { createWardDirectory, type FindWard, findArea, listAreas, type ServedWard, seedWard } from './areas.ts'
export { readWardFile } from './ward-file.ts'
