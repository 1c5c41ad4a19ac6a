/**
 * Two builds of one source. `--mode web`: any browser, served by our server under /app/. `--mode zalo`: the package for
 * `zmp deploy`, in `www/`, which reaches our server at PUBLIC_URL.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, loadEnv, type Plugin } from 'vite'
import zaloMiniApp from 'zmp-vite-plugin'
import { evaluateAtBuild } from './build/evaluate.ts'
import { offlineWorker } from './build/offline-worker.ts'
import { precompress } from './build/precompress.ts'
import { keepSizeLimits } from './build/size-limits.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const EVALUATED = [
  'api/routes.ts',
  'content/starter.ts',
  'content/bundled-index.ts',
  'content/bundled-topics.ts',
  'pages/mine/edition.ts',
  'pages/mine/place-labels.ts',
  'pages/notices/names.ts',
]
const WITHOUT_SERVER = 'Chưa đặt PUBLIC_URL: gói này chỉ đọc được các hướng dẫn kèm sẵn, không nối tới máy chủ nào.'
const DEV_SERVER = 'http://localhost:3000'

export default defineConfig(({ mode }) => {
  const isZalo = mode === 'zalo'
  if (isZalo && !loadEnv(mode, here('..'), 'PUBLIC_URL').PUBLIC_URL) console.warn(WITHOUT_SERVER)
  return {
    root: here('.'),
    envDir: here('..'),
    envPrefix: ['VITE_', 'PUBLIC_URL'],
    logLevel: 'warn' as const,
    publicDir: here('./public'),
    base: isZalo ? './' : '/app/',
    plugins: [
      evaluateAtBuild(EVALUATED.map(here)),
      ...(isZalo
        ? [zaloPackage(), keepSizeLimits()]
        : [offlineWorker(here('./offline/service-worker.ts')), precompress()]),
    ],
    build: {
      outDir: here(isZalo ? '../www' : '../dist/web'),
      emptyOutDir: true,
      target: isZalo ? 'es2015' : ['es2020', 'chrome80', 'safari14'],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 3000,
      rollupOptions: {
        checks: { pluginTimings: false },
        onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
        // What `shared` exports is pure by law: whatever is not used may go, whole files included.
        treeshake: { moduleSideEffects: (id: string) => !/\/shared\/.*\.ts$/.test(id) },
      },
    },
    worker: { format: 'es' as const },
    server: { proxy: { '/api': DEV_SERVER } },
  }
})

/** Zalo's plugin reads its file from wherever the command was started: hand it over instead. */
function zaloPackage(): Plugin {
  return zaloMiniApp(JSON.parse(readFileSync(here('../app-config.json'), 'utf8')))
}
