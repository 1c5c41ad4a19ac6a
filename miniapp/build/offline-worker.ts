/**
 * Builds the service worker as one file beside the program, and tells it what the program is made of: every file that a
 * page may ask for.
 */
import { createHash } from 'node:crypto'
import { build, type Plugin, type ResolvedConfig } from 'vite'

const WORKER = 'sw.js'
const PLACE = 'PROGRAM'
const BESIDE = ['icon.svg']

/** @param entry absolute path */
export function offlineWorker(entry: string): Plugin {
  let config: ResolvedConfig
  return {
    name: 'offline-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    generateBundle: {
      // After Vite has written the page: what it names belongs to what the build is known by.
      order: 'post',
      async handler(_options, bundle) {
        const code = await buildWorker(entry, config)
        const names = Object.keys(bundle).filter(name => name.startsWith('assets/'))
        const page = bundle['index.html']
        const made = [...names.sort(), page?.type === 'asset' ? page.source : '', code]
        const program = {
          build: createHash('sha256').update(made.join('\n')).digest('hex').slice(0, 12),
          files: [...names, ...BESIDE].map(name => config.base + name),
        }
        this.emitFile({
          type: 'asset',
          fileName: WORKER,
          source: `const ${PLACE}=${JSON.stringify(program)};\n${code}`,
        })
      },
    },
  }
}

async function buildWorker(entry: string, { build: { target } }: ResolvedConfig): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { target, write: false, rollupOptions: { input: entry, output: { format: 'iife' } } },
  })
  const chunk = 'output' in built ? built.output[0] : null
  if (!chunk) throw new Error('no service worker was built')
  return chunk.code
}
