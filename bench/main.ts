/** `npm run bench -- NAME [--flags]`: readable lines first, and one JSON line last. */
import { benchAnswering } from './answering.ts'
import { benchChat } from './chat.ts'
import { benchConsole } from './console.ts'
import { benchCrash } from './crash.ts'
import { benchMiniapp } from './miniapp.ts'
import { benchNotices } from './notices.ts'
import { benchPublishing } from './publishing.ts'
import { benchStart } from './start.ts'
import { benchWebhook } from './webhook.ts'

const BENCHES: Record<string, (args: string[]) => Promise<object>> = {
  webhook: benchWebhook,
  chat: benchChat,
  console: benchConsole,
  crash: benchCrash,
  notices: benchNotices,
  publishing: benchPublishing,
  start: benchStart,
  answering: benchAnswering,
  miniapp: benchMiniapp,
}

const [name = '', ...args] = process.argv.slice(2)
const bench = BENCHES[name]
if (!bench) {
  console.error(
    `Có các phép đo: ${Object.keys(BENCHES).join(', ')}. Ví dụ: npm run bench -- webhook --rate 200 --seconds 30`,
  )
  process.exit(2)
}
const result = await bench(args)
console.log(JSON.stringify({ bench: name, ...result }))
process.exit()
