/** Zalo takes no file over 3 MB and no package over 10 MB: a build that would be refused at the door fails here. */
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

const MB = 1024 * 1024
const LARGEST_FILE = 3 * MB
const LARGEST_PACKAGE = 10 * MB

export function keepSizeLimits(): Plugin {
  let folder = ''
  return {
    name: 'keep-size-limits',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir)
    },
    closeBundle() {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map(name => ({ name, ...sizeOf(join(folder, name)) }))
        .filter(({ isFile }) => isFile)
      const tooLarge = files.filter(({ size }) => size > LARGEST_FILE).map(({ name }) => name)
      if (tooLarge.length > 0) throw new Error(`Zalo refuses files over 3 MB: ${tooLarge.join(', ')}`)
      if (files.reduce((sum, { size }) => sum + size, 0) > LARGEST_PACKAGE)
        throw new Error('Zalo refuses packages over 10 MB')
    },
  }
}

function sizeOf(path: string): { isFile: boolean; size: number } {
  const stats = statSync(path)
  return { isFile: stats.isFile(), size: stats.size }
}
