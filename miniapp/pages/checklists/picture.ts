/** Draws a list as one tall picture in large type, on the phone itself. */
import type { Section } from './list-sections.ts'
import { readQr } from './qr.ts'

export interface PictureParts {
  /** The ward's name. */
  top: string
  title: string
  /** Null: none. */
  subtitle: string | null
  sections: readonly Section[]
  /** Drawn as a QR too, with its domain below. */
  address: string
}

const WIDTH = 1080
const MARGIN = 64
const QR_SIDE = 360
const INK = '#14213d'
const FONT = 'system-ui, -apple-system, "Be Vietnam Pro", Roboto, "Noto Sans", sans-serif'

interface Style {
  size: number
  weight: 400 | 700
  color: string
}

const TOP: Style = { size: 34, weight: 400, color: '#3a4660' }
const TITLE: Style = { size: 58, weight: 700, color: '#083b78' }
const HEADING: Style = { size: 40, weight: 700, color: '#0b4f9e' }
const WARNING: Style = { size: 42, weight: 700, color: '#5a3d00' }
const TEXT: Style = { size: 42, weight: 700, color: INK }
const PLAIN: Style = { size: 38, weight: 400, color: INK }
const SMALL: Style = { size: 34, weight: 400, color: '#3a4660' }

/** One stretch of text and where it stands. */
interface Block {
  text: string
  style: Style
  indent: number
  /** Free space above. */
  gap: number
  hasBox: boolean
}

/** @returns a PNG as a data address @throws where the phone cannot draw */
export async function drawPicture(parts: PictureParts): Promise<string> {
  const canvas = document.createElement('canvas')
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('this phone draws no pictures')
  const lines = layOut(brush, blocksOf(parts))
  const height = lines.reduce((sum, { gap, style }) => sum + gap + lineHeight(style), MARGIN)
  canvas.width = WIDTH
  canvas.height = height + QR_SIDE + 3 * MARGIN + 2 * lineHeight(SMALL)
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, canvas.width, canvas.height)
  drawLines(brush, lines)
  await drawAddress(brush, parts.address, height + MARGIN)
  return canvas.toDataURL('image/png')
}

function blocksOf({ top, title, subtitle, sections }: PictureParts): Block[] {
  const block = (text: string, style: Style, gap: number, indent = 0, hasBox = false): Block => ({
    text,
    style,
    gap,
    indent,
    hasBox,
  })
  return [
    ...(top ? [block(top, TOP, 0)] : []),
    block(title, TITLE, 12),
    ...(subtitle ? [block(`Trường hợp: ${subtitle}`, PLAIN, 8)] : []),
    ...sections.flatMap(({ heading, kind, lines }) => {
      const isTicked = kind === 'papers'
      const style = isTicked ? TEXT : kind === 'warnings' ? WARNING : heading === null ? SMALL : PLAIN
      return [
        ...(heading ? [block(heading, HEADING, 44)] : []),
        ...lines.flatMap(({ text, small }) => [
          block(text, style, 16, isTicked ? 70 : 0, isTicked),
          ...(small ? [block(small, SMALL, 4, isTicked ? 70 : 0)] : []),
        ]),
      ]
    }),
  ]
}

/** Breaks every block into lines that fit. */
function layOut(brush: CanvasRenderingContext2D, blocks: readonly Block[]): Block[] {
  return blocks.flatMap(block => {
    brush.font = fontOf(block.style)
    const lines: string[] = []
    for (const word of block.text.split(/\s+/)) {
      const longer = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`
      const fits = brush.measureText(longer).width <= WIDTH - 2 * MARGIN - block.indent
      if (lines.length > 0 && fits) lines[lines.length - 1] = longer
      else lines.push(word)
    }
    return lines.map((text, index) => ({
      ...block,
      text,
      gap: index === 0 ? block.gap : 0,
      hasBox: block.hasBox && index === 0,
    }))
  })
}

function drawLines(brush: CanvasRenderingContext2D, lines: readonly Block[]): void {
  brush.textBaseline = 'middle'
  let y = MARGIN
  for (const { text, style, indent, gap, hasBox } of lines) {
    const middle = y + gap + lineHeight(style) / 2
    if (hasBox) {
      brush.strokeStyle = INK
      brush.lineWidth = 4
      brush.strokeRect(MARGIN + 4, middle - 21, 42, 42)
    }
    brush.font = fontOf(style)
    brush.fillStyle = style.color
    brush.fillText(text, MARGIN + indent, middle)
    y += gap + lineHeight(style)
  }
}

async function drawAddress(brush: CanvasRenderingContext2D, address: string, top: number): Promise<void> {
  const { size, isDark } = await readQr(address)
  const side = Math.floor(QR_SIDE / size)
  brush.fillStyle = '#000'
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (isDark(row, column)) brush.fillRect(MARGIN + column * side, top + row * side, side, side)
  brush.font = fontOf(SMALL)
  brush.fillStyle = SMALL.color
  const below = top + side * size + lineHeight(SMALL)
  brush.fillText('Quét mã để mở trang này. Chỉ tin đường dẫn bắt đầu bằng:', MARGIN, below)
  brush.font = fontOf({ ...SMALL, weight: 700 })
  brush.fillText(new URL(address).host, MARGIN, below + lineHeight(SMALL))
}

function fontOf({ size, weight }: Style): string {
  return `${weight} ${size}px ${FONT}`
}

function lineHeight({ size }: Style): number {
  return Math.round(size * 1.4)
}
