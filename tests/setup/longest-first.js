/**
 * The longest files first, so that both workers are busy to the end. Jest knows how long a file takes only where it has run
 * before, and a machine of CI has never run it.
 */
import { createRequire } from 'node:module'
import { basename } from 'node:path'

const require = createRequire(import.meta.url)
const { default: Sequencer } = require('@jest/test-sequencer')

/** What takes half a minute and more, whatever its size; the rest goes by size. */
const LONGEST = [
  'miniapp-barriers',
  'miniapp-offline',
  'miniapp-notices-leader',
  'guides-console',
  'chatbot-trouble',
  'chatbot-killed',
  'notices-console',
  'miniapp-trouble',
  'backups',
  'zalo-trouble',
  'crash',
  'postgres-crash',
  'deliveries',
  'access',
  'miniapp-checklists',
  'miniapp-guides',
  'links',
  'launcher',
  'broadcasts-crash',
  'dialogues',
  'miniapp-notices',
  'console-desk',
  'recordings',
  'miniapp-chat',
  'miniapp-mine',
  'zalo-client',
  'broadcasts-fates',
]

export default class LongestFirst extends Sequencer {
  async sort(tests) {
    const place = ({ path }) => {
      const at = LONGEST.indexOf(basename(path, '.test.ts'))
      return at < 0 ? LONGEST.length : at
    }
    return (await super.sort(tests)).toSorted((a, b) => place(a) - place(b))
  }
}
