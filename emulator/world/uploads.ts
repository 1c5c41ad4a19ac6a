import { DAY } from './duration.ts'
import { newDecimalId } from './ids.ts'

export type UploadKind = 'image' | 'gif' | 'file'
export interface Upload {
  kind: UploadKind
  name: string
  bytes: number
  at: number
}

/** Uploaded pictures and files; Zalo keeps them for seven days. */
export interface Uploads {
  add(kind: UploadKind, name: string, bytes: number): string
  find(id: string, kind: UploadKind): { upload: Upload; expired: boolean } | undefined
  clear(): void
}

const LIFE = 7 * DAY

export function createUploads(now: () => number): Uploads {
  const uploads = new Map<string, Upload>()
  return {
    add(kind, name, bytes) {
      const id = newDecimalId()
      uploads.set(id, { kind, name, bytes, at: now() })
      return id
    },
    find(id, kind) {
      const upload = uploads.get(id)
      if (upload?.kind !== kind) return undefined
      return { upload, expired: now() - upload.at > LIFE }
    },
    clear: () => uploads.clear(),
  }
}
