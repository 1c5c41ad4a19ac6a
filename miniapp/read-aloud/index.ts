/** Reading aloud. */
export { PartSound, ReadAloud } from './read-aloud.tsx'
