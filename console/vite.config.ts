/** The desk's program, served by our server under /console/. Nothing of zod gets there: it would ask for `eval`. */
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { contract } from '../shared/contract.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const DEV_SERVER = 'http://localhost:3000'

export default defineConfig({
  root: here('.'),
  base: '/console/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [routesOfContract()],
  build: {
    outDir: here('../dist/console'),
    emptyOutDir: true,
    target: ['es2022', 'chrome105', 'safari16'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      checks: { pluginTimings: false },
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
      treeshake: { moduleSideEffects: (id: string) => !/\/shared\/.*\.ts$/.test(id) },
    },
  },
  server: { proxy: { '/api': DEV_SERVER } },
})

/** `api/routes.ts` holds nothing until it is built: method and path of every operation, read from the contract. */
function routesOfContract(): Plugin {
  return {
    name: 'routes-of-contract',
    enforce: 'pre',
    load: id =>
      id === here('./api/routes.ts') ? `export const routes = ${JSON.stringify(listRoutes(contract))}` : null,
  }
}

interface Operation {
  '~orpc': { route: { method?: string; path?: string } }
}

function listRoutes(node: object): object {
  return Object.fromEntries(
    Object.entries(node).map(([name, child]) => {
      if (!('~orpc' in child)) return [name, listRoutes(child)]
      const { method = 'POST', path = '' } = (child as Operation)['~orpc'].route
      return [name, [method, path]]
    }),
  )
}
