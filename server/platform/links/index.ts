export { isOpenedByPerson, OPENINGS, type Opening, openingLabel, readOpenings, sumOpenings } from './openings.ts'
export { drawPng, drawSvg, linesBelow, readSquares, toPath } from './pictures.ts'
export {
  addPlace,
  type Change,
  changeLink,
  createLink,
  findCodeMadeFor,
  findLink,
  findNear,
  holdLink,
  listLinks,
  listMadeFor,
  listPlaces,
  readHistory,
  type StoredLink,
  type StoredPlace,
  takeDownPlace,
} from './store.ts'
