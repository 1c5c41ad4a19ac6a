import { statfs } from 'node:fs/promises'

export interface DiskSpace {
  /** Bytes that ordinary users may still write. */
  freeBytes: number
  totalBytes: number
}

/** How much room is left on the disk that holds this folder. */
export async function readDiskSpace(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}
