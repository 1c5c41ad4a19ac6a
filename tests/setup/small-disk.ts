/** A disk so small that a test can fill it. Only root may make one, and not in every container. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export function canMountSmallDisk(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-disk-'))
  const isMounted = mountSmallDisk(folder, 1)
  if (isMounted) unmount(folder)
  rmdirSync(folder)
  return isMounted
}

export function mountSmallDisk(folder: string, megabytes: number): boolean {
  const words = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder]
  return spawnSync('/bin/mount', words).status === 0
}

export function unmount(folder: string): void {
  spawnSync('/bin/umount', ['-l', folder])
}

/** Writes into this file until its disk has only a little room left. */
export async function fillDisk(file: string, leaveBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(file))
  await writeFile(file, Buffer.alloc(bavail * bsize - leaveBytes))
}
