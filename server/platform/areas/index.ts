export { createWardDirectory, type FindWard, findArea, listAreas, type ServedWard, seedWard } from './areas.ts'
export { readWardFile, WardFileError } from './ward-file.ts'
