/**
 * Opens the Mini App as Zalo does: its package under `/zapps/<id>/`, and short addresses `/s/<id>/…` that lead there. The
 * real bridge between Zalo and a page is private to Zalo's own program, so a stand-in lies at `window.motCuaBridge`.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'
import type { World } from '../world/world.ts'

const BRIDGE = fileURLToPath(new URL('bridge.js', import.meta.url))
const NOT_BUILT = 'Chưa có gói Mini App. Chạy npm run build:zalo rồi mở lại.'

/** @param folder the package as it was built (`www`); undefined: none */
export function createZapps(world: World, folder: string | undefined): Router {
  const routes = Router()
  routes.get('/s/:id{/*path}', (req, res) => res.redirect(302, req.originalUrl.replace(/^\/s\//, '/zapps/')))
  routes.use('/zapps/:id', (req, res, next) => {
    if (req.params.id === world.secrets.miniAppId && folder) next()
    else res.status(404).type('text/plain').send(NOT_BUILT)
  })
  routes.get('/zapps/:id/bridge.js', (_req, res) => res.type('js').sendFile(BRIDGE))
  if (folder) routes.use('/zapps/:id/assets', express.static(join(folder, 'assets')))
  routes.get('/zapps/:id{/*path}', async (req, res) => {
    const home = `/zapps/${req.params.id}`
    const page = await readFile(join(folder ?? '', 'index.html'), 'utf8')
    res
      .type('html')
      .set('Cache-Control', 'no-store')
      .send(
        page
          .replaceAll('"./assets/', `"${home}/assets/`)
          .replace('<head>', `<head><script src="${home}/bridge.js"></script>`),
      )
  })
  return routes
}
