/**
 * Runs a module while the phone's program is built and puts the result in its place: the phone gets data, not the code
 * that makes them. Such a module exports constants that can be written as JSON, and reads nothing but `shared`.
 */
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

/** @param files absolute paths */
export function evaluateAtBuild(files: readonly string[]): Plugin {
  return {
    name: 'evaluate-at-build',
    enforce: 'pre',
    async load(id) {
      const [file = ''] = id.split('?')
      if (!files.includes(file)) return null
      const values: Record<string, unknown> = await import(pathToFileURL(file).href)
      return Object.entries(values)
        .map(
          ([name, value]) =>
            `export const ${name} = /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))})`,
        )
        .join('\n')
    },
  }
}
