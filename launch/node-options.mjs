/** How processes of the house are started; `npm start` and the benches go by the same. */

/** A small nursery for young objects: a third of the memory for a few milliseconds, on a machine a ward can afford. */
const NODE_FLAGS = ['--no-warnings', '--max-semi-space-size=4']

/** Who only sends keeps little for long: what a message leaves behind is cleared away early rather than piled up. */
const SENDER_FLAGS = ['--max-old-space-size=48', '--max-semi-space-size=2', '--optimize-for-size']

/** One heap for all threads: what a message leaves behind outside of JavaScript is found again and used again. */
const SENDER_ENV = { MALLOC_ARENA_MAX: '1' }

/** @param role as in the setting ROLE */
export function nodeOptions(role) {
  return role === 'worker'
    ? { flags: [...NODE_FLAGS, ...SENDER_FLAGS], env: SENDER_ENV }
    : { flags: NODE_FLAGS, env: {} }
}
