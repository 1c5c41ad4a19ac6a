/** Pictures and PDFs of notices: pictures are made anew, small and without what a camera writes into them. */
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { FILE_LIMITS, type FoundClass, findInOutgoing, type NoticeFile } from '../../shared/notices/index.ts'
import { AppError } from '../errors.ts'
import { filePath } from '../platform/files/index.ts'
import { type Desk, refuse } from './desk.ts'

/** Long side in pixels, and the quality to try, until it is small enough. */
const TRIES = [
  { side: 1600, quality: 82 },
  { side: 1280, quality: 74 },
  { side: 1024, quality: 66 },
  { side: 800, quality: 58 },
] as const
/** More than any phone's camera takes; what is larger is made to break a server. */
const MOST_PIXELS = 120_000_000
const MOST_PAGES = 40

/** @throws AppError `invalid` for what is neither, is broken, or too large */
export async function takeFile(
  desk: Desk,
  { bytes, name, alt }: { bytes: Uint8Array; name: string; alt: string },
): Promise<NoticeFile> {
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
  const { content, found, hasText } = isPdf ? await readPdf(bytes) : await remakePicture(bytes)
  const { house, files } = desk
  const kind = isPdf ? ('pdf' as const) : ('picture' as const)
  const stored = await house.db.transaction().execute(async tx => {
    const kept = await files.keep(tx, isPdf ? 'document' : 'picture', content)
    await tx
      .insertInto('notice_files')
      .values({ sha256: kept.sha256, kind, bytes: kept.bytes, found, has_text: hasText, added_at: house.clock.now() })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return kept
  })
  return { id: stored.sha256, kind, name, alt, url: filePath(stored), bytes: stored.bytes, found, hasText }
}

interface Taken {
  content: Uint8Array
  found: FoundClass[]
  hasText: boolean
}

/** JPEG, upright, without EXIF, at most 1 MB. */
async function remakePicture(bytes: Uint8Array): Promise<Taken> {
  try {
    for (const { side, quality } of TRIES) {
      const content = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
        .rotate()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality, mozjpeg: true })
        .toBuffer()
      if (content.byteLength <= FILE_LIMITS.picture) return { content, found: [], hasText: false }
    }
  } catch {
    throw refuse('invalid', 'this is no picture that can be read', 'file_unreadable')
  }
  throw refuse('invalid', 'the picture stays too large', 'file_too_large')
}

async function readPdf(bytes: Uint8Array): Promise<Taken> {
  if (bytes.byteLength > FILE_LIMITS.pdf) throw refuse('invalid', 'a PDF has at most 5 MB', 'file_too_large')
  try {
    // The reader takes the bytes it is given away; what it complains of goes nowhere.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
    if (document.numPages > MOST_PAGES)
      throw refuse('invalid', `a PDF has at most ${MOST_PAGES} pages`, 'too_many_pages')
    const { text } = await extractText(document, { mergePages: false })
    const words = text.join('\n')
    await document.destroy()
    return { content: bytes, found: findInOutgoing(words), hasText: /\p{L}{2,}/u.test(words) }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw refuse('invalid', 'this PDF cannot be read; it may be locked', 'file_unreadable')
  }
}
