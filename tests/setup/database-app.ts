/**
 * A program that does nothing but keep the bundled database running, for tests that kill it.
 * Arguments: data folder, and the folder of another PostgreSQL if wanted. Prints `{pid, url, adopted}` when ready;
 * stops in order when its input ends.
 */
import { startPostgres } from '../../server/platform/storage/index.ts'

const [dataDir = '', bin] = process.argv.slice(2)
const log = { info: () => undefined, warn: () => undefined, error: console.error }
const { pid, url, adopted, stop } = await startPostgres({ dataDir, bin, log })
console.log(JSON.stringify({ pid, url, adopted }))
process.stdin.resume().once('end', async () => {
  await stop()
  process.exit()
})
