/** One A4 sheet: a few large words, and a code to scan. */
import { useEffect, useState } from 'react'
import type { NoticePoster } from '../../../shared/notices/index.ts'
import { readQr } from '../checklists/qr.ts'

const QUIET = 2

export function PosterView({ poster }: { poster: NoticePoster }) {
  return (
    <div className="tin-poster">
      <p className="tin-poster-ward">{poster.wardName}</p>
      <p className="tin-poster-heading">{poster.heading}</p>
      <p className="tin-poster-title">{poster.title}</p>
      {poster.changes.map(({ label, before, after }) => (
        <p key={label}>
          {label}: <del>{before}</del> → <b>{after}</b>
        </p>
      ))}
      <dl className="tin-poster-large">
        {poster.large.map(({ field, label, value }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <dl className="tin-poster-small">
        {poster.small.map(({ field, label, value }) => (
          <div key={field}>
            <dt>{label}:</dt> <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="tin-lines">
        {poster.text}
        {poster.isTextCut && ' …'}
      </p>
      <div className="tin-poster-foot">
        <SquareCode address={poster.qrUrl} />
        <div>
          <p>
            <b>{poster.sender}</b>
          </p>
          <p>Quét mã để xem tin, hoặc gõ {poster.typedUrl}</p>
          <p>Mã tin {poster.code}</p>
          <p>{poster.takeDown}</p>
        </div>
      </div>
    </div>
  )
}

/** The square code of an address; an empty square until it is drawn. */
function SquareCode({ address }: { address: string }) {
  const [drawing, setDrawing] = useState<{ side: number; path: string } | null>(null)
  useEffect(() => {
    let isWanted = true
    readQr(address).then(
      ({ size, isDark }) => {
        let path = ''
        for (let row = 0; row < size; row++)
          for (let column = 0; column < size; column++)
            if (isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`
        if (isWanted) setDrawing({ side: size + 2 * QUIET, path })
      },
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [address])
  const side = drawing?.side ?? 1
  return (
    <svg
      className="tin-square"
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label="Mã QR mở trang tin"
    >
      <rect width={side} height={side} fill="#fff" />
      {drawing && <path d={drawing.path} fill="#000" />}
    </svg>
  )
}
