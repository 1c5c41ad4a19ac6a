/**
 * A program that does nothing but keep the bundled database running, for tests that kill it.
 * Its argument is the data folder. Prints `{pid, url, adopted}` when ready; stops in order when its input ends.
 */
import { startPostgres } from '../../server/platform/storage/index.ts'

const [dataDir = ''] = process.argv.slice(2)
const log = { info: () => undefined, warn: () => undefined, error: console.error }
const { pid, url, adopted, stop } = await startPostgres({ dataDir, log })
console.log(JSON.stringify({ pid, url, adopted }))
process.stdin.resume().once('end', async () => {
  await stop()
  process.exit()
})
