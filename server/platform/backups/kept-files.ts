/** Recordings, pictures and documents beside the database. Content is the name, so a file never changes once it is there. */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Packed } from './manifest.ts'
import { flushFolder, type Packer, type Unpacker } from './packing.ts'

/** @param folder may be missing: nothing was kept yet */
export async function copyKeptFiles(folder: string, packer: Packer): Promise<Packed[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ignoreMissing)
  const copied: Packed[] = []
  for (const entry of entries.filter(entry => entry.isFile())) {
    const path = join(entry.parentPath, entry.name)
    copied.push(await packer.pack(`files/${relative(folder, path)}`, createReadStream(path)))
  }
  return copied
}

function ignoreMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}

/** @param folder that holds `files/` */
export async function restoreFiles(folder: string, files: readonly Packed[], unpacker: Unpacker): Promise<void> {
  for (const packed of files) {
    const path = join(folder, packed.name)
    await mkdir(dirname(path), { recursive: true })
    await unpacker.unpack(packed, createWriteStream(path, { mode: 0o600 }))
  }
  await flushFolder(folder)
}
