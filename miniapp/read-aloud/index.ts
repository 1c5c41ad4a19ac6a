/** Reading aloud. */
export { ReadAloud } from './read-aloud.tsx'
