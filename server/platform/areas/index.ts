export type { Area } from '../../../shared/areas.ts'
export {
  areasAbove,
  areasBelow,
  createWardDirectory,
  type FindWard,
  findArea,
  listAreas,
  listNeighbourhoods,
  listWithin,
  type ServedWard,
} from './areas.ts'
export {
  findWaitingChange,
  listClosedAreas,
  type ProposedChange,
  proposeChange,
  withdrawChange,
} from './office-changes.ts'
export {
  type AreaOffice,
  findOfficeById,
  findOfficeOfAccount,
  findOfficeOfArea,
  lockArea,
  saveCalendar,
} from './office-settings.ts'
export { seedWard } from './seed.ts'
export { readWardFile, WardFileError } from './ward-file.ts'
