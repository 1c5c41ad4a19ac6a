/** What may be kept, and how large: each kind for the use it is put to. */

const MB = 1024 * 1024

export const FILE_KINDS = {
  audio: { types: ['audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/ogg', 'audio/wav'], mostBytes: 10 * MB },
  picture: { types: ['image/png', 'image/jpeg', 'image/webp'], mostBytes: 5 * MB },
  document: { types: ['application/pdf'], mostBytes: 20 * MB },
} as const satisfies Record<string, { types: readonly string[]; mostBytes: number }>

export type FileKind = keyof typeof FILE_KINDS

/** The largest of all, for the door through which they come. */
export const LARGEST_FILE = Math.max(...Object.values(FILE_KINDS).map(({ mostBytes }) => mostBytes))
