/** What a phone loads to find topics without a network. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { minify, transform } from '@swc/core'
import type { Catalogue } from '../shared/answering/index.ts'

const CODE = ['shared/answering', 'shared/language']

/** In kilobytes of 1,024 bytes after gzip. Every file counts, also what a bundler would leave out. */
export async function measurePhone(catalogue: Catalogue): Promise<{ codeKb: number; catalogueKb: number }> {
  const files = CODE.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)),
  )
  const modules = await Promise.all(files.filter(file => file.endsWith('.ts')).map(minifiedModule))
  return { codeKb: gzipKb(modules.join('\n')), catalogueKb: gzipKb(JSON.stringify(catalogue)) }
}

async function minifiedModule(file: string): Promise<string> {
  const { code } = await transform(readFileSync(file, 'utf8'), {
    filename: file,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  })
  return (await minify(code, { module: true, compress: true, mangle: true })).code
}

function gzipKb(text: string): number {
  return Math.round((gzipSync(text, { level: 9 }).length / 1024) * 10) / 10
}
