/**
 * `npm run lockfile`, after a dependency was added: completes package-lock.json.
 *
 * A registry that mirrors only what Linux needs leaves the packages of other systems out of the lockfile, and `npm ci`
 * then refuses the whole file. They are listed here with the version their parent names and the system in their name;
 * npm never installs them on a system that they are not for.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SYSTEMS = ['android', 'darwin', 'freebsd', 'openharmony', 'win32', 'linux', 'netbsd', 'openbsd', 'sunos', 'aix']
const PROCESSORS = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32', 'mips64el']

export async function completeLockfile(root) {
  const file = join(root, 'package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  let added = 0
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (findInLock(lock.packages, path, name)) continue
      lock.packages[`node_modules/${name}`] = describe(name, version, entry)
      added += 1
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`package-lock.json: thêm ${added} gói của các hệ điều hành khác`)
  return 0
}

/** As Node looks for it: beside the parent, then further up. */
function findInLock(packages, parent, name) {
  for (let folder = parent; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

function describe(name, version, parent) {
  const words = name.split('/').at(-1).split(/[-_.]/)
  const os = SYSTEMS.filter(system => words.includes(system))
  const cpu = PROCESSORS.filter(
    processor =>
      words.includes(processor) ||
      words.some(word => word.startsWith(processor) && processor === 'arm' && word !== 'arm64'),
  )
  return {
    version: version.replace(/^[\^~]/, ''),
    ...(parent.dev ? { dev: true } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(words.includes('musl') || words.includes('musleabihf') ? { libc: ['musl'] } : {}),
  }
}
