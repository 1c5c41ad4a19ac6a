/** A square for a phone's camera, drawn here: what it holds goes to no server. */
import QRCode from 'qrcode'
import { useMemo } from 'react'

const QUIET = 4

export function QrCode({ text, title, size = 200 }: { text: string; title: string; size?: number }) {
  const { path, width } = useMemo(() => draw(text), [text])
  return (
    <svg role="img" aria-label={title} width={size} height={size} viewBox={`0 0 ${width} ${width}`}>
      <rect width={width} height={width} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

function draw(text: string): { path: string; width: number } {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const cells = Array.from(data, (isDark, index) =>
    isDark ? `M${(index % size) + QUIET} ${Math.floor(index / size) + QUIET}h1v1h-1z` : '',
  )
  return { path: cells.join(''), width: size + 2 * QUIET }
}
