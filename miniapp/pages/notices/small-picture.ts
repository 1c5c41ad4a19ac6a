/** Makes a photo small on the phone itself: upright, at most 1 MB, without what the camera wrote into it. */
import { fileLimits } from './names.ts'

/** Long side in pixels, and the quality to try, until it is small enough. */
const TRIES = [
  { side: 1600, quality: 0.82 },
  { side: 1280, quality: 0.74 },
  { side: 1024, quality: 0.66 },
  { side: 800, quality: 0.55 },
] as const

/** @returns a JPEG drawn anew: place, time and make of the phone stay behind @throws where it is no picture */
export async function makeSmall(file: Blob): Promise<Blob> {
  const picture = await open(file)
  try {
    for (const { side, quality } of TRIES) {
      const drawn = await draw(picture, side, quality)
      if (drawn.size <= fileLimits.picture) return drawn
    }
  } finally {
    if ('close' in picture) picture.close()
    else URL.revokeObjectURL(picture.src)
  }
  throw new Error('the picture stays too large')
}

type Opened = ImageBitmap | HTMLImageElement

async function open(file: Blob): Promise<Opened> {
  if (typeof createImageBitmap === 'function') {
    try {
      return await createImageBitmap(file, { imageOrientation: 'from-image' })
    } catch {
      // Older phones know no options, or not this kind: an image element may.
    }
  }
  const image = new Image()
  image.src = URL.createObjectURL(file)
  await image.decode()
  return image
}

function draw(picture: Opened, side: number, quality: number): Promise<Blob> {
  const [width, height] =
    'naturalWidth' in picture ? [picture.naturalWidth, picture.naturalHeight] : [picture.width, picture.height]
  const scale = Math.min(1, side / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const brush = canvas.getContext('2d')
  if (!brush) return Promise.reject(new Error('this phone draws no pictures'))
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, canvas.width, canvas.height)
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('not drawn'))), 'image/jpeg', quality),
  )
}
