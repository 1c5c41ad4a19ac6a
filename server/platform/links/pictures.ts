/**
 * A code as a QR picture with the address below it in letters: people are told never to open an address they did not read.
 * Error correction Q: a quarter of the picture may be scratched or faded and it is still read.
 */
import { PNG } from 'pngjs'
import QRCode from 'qrcode'
import { dotsOf, LETTER_HEIGHT, LETTER_WIDTH } from './letters.ts'

/** Light squares around it, without which scanners do not find it. */
const QUIET = 4
/** Of a printed page this is sharp up to 15 cm. */
const PNG_WIDTH = 1200

/** The squares of a QR, with the light border. */
export interface Squares {
  /** Squares on a side, border included. */
  side: number
  /** Dark ones, each `[column, row]`. */
  dark: [number, number][]
}

export function readSquares(address: string): Squares {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'Q' })
  const dark: [number, number][] = []
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column) === 1) dark.push([column + QUIET, row + QUIET])
  return { side: modules.size + 2 * QUIET, dark }
}

/** What stands below the picture: the host in a line of its own, then what follows it in the address. */
export function linesBelow(address: string): [host: string, path: string] {
  const { host, pathname } = new URL(address)
  return [host, pathname]
}

/** Dark squares as the path of an SVG. */
export function toPath({ dark }: Squares): string {
  return dark.map(([column, row]) => `M${column} ${row}h1v1h-1z`).join('')
}

/** @param address without signs that XML would read: our own addresses have none */
export function drawSvg(address: string): string {
  const squares = readSquares(address)
  const { side } = squares
  const [host, path] = linesBelow(address)
  // 0.62: about the widest a letter of a bold sans-serif font is on average, of its size.
  const sizeOf = (text: string, most: number): number => Math.min(most, (side - 2) / (text.length * 0.62))
  const below = (text: string, y: number, most: number, weight: number): string =>
    `<text x="${side / 2}" y="${y}" font-size="${sizeOf(text, most).toFixed(2)}" font-weight="${weight}">${text}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side + 7}" role="img" aria-label="Mã QR mở ${address}">
<rect width="${side}" height="${side + 7}" fill="#fff"/>
<path d="${toPath(squares)}" fill="#000" shape-rendering="crispEdges"/>
<g fill="#000" font-family="Arial, Helvetica, sans-serif" text-anchor="middle">
${below(host, side + 2.2, 3, 700)}
${below(path, side + 5.8, 3, 700)}
</g>
</svg>
`
}

/** At least as wide as a good print needs; every dot is a whole number of pixels. */
export function drawPng(address: string): Buffer {
  const squares = readSquares(address)
  const lines = linesBelow(address)
  const square = Math.ceil(PNG_WIDTH / squares.side)
  const width = squares.side * square
  const longest = Math.max(...lines.map(line => line.length)) * LETTER_WIDTH
  const dot = Math.max(1, Math.min(square / 4, Math.floor((width - 2 * square) / longest)) | 0)
  const lineHeight = (LETTER_HEIGHT + 4) * dot
  const png = new PNG({ width, height: width + lines.length * lineHeight, colorType: 0 })
  png.data.fill(255)
  const fill = (x: number, y: number, size: number): void => {
    for (let row = y; row < y + size; row++) png.data.fill(0, 4 * (row * width + x), 4 * (row * width + x + size))
  }
  for (const [column, row] of squares.dark) fill(column * square, row * square, square)
  lines.forEach((line, index) => {
    const left = Math.floor((width - line.length * LETTER_WIDTH * dot) / 2)
    const top = width + index * lineHeight
    for (const [column, row] of dotsOf(line)) fill(left + column * dot, top + row * dot, dot)
  })
  // Filled with black, the dots have become clear too: paper is never seen through.
  for (let at = 3; at < png.data.length; at += 4) png.data[at] = 255
  return PNG.sync.write(png, { colorType: 0, bitDepth: 8 })
}
