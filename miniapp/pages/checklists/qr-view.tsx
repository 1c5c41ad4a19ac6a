/** The address of a page, to be scanned by another phone; the ward's domain stands below, to be compared. */
import { useEffect, useState } from 'react'
import { Loading } from '../../ui/index.ts'
import { readQr } from './qr.ts'

/** Light squares around it, without which scanners do not find it. */
const QUIET = 4

interface Drawing {
  side: number
  path: string
}

export function QrView({ address }: { address: string }) {
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const { host } = new URL(address)
  useEffect(() => {
    let isWanted = true
    drawQr(address).then(
      drawn => isWanted && setDrawing(drawn),
      () => isWanted && setFailed(true),
    )
    return () => {
      isWanted = false
    }
  }, [address])
  return (
    <div className="qr">
      {!drawing && !hasFailed && <Loading what="Đang vẽ mã…" />}
      {hasFailed && <p role="alert">Chưa vẽ được mã vì mất mạng. Đường dẫn của trang ở ngay dưới.</p>}
      {drawing && (
        <svg
          className="qr-code"
          viewBox={`0 0 ${drawing.side} ${drawing.side}`}
          shapeRendering="crispEdges"
          role="img"
          aria-label={`Mã QR mở trang ${address}`}
        >
          <rect width={drawing.side} height={drawing.side} fill="#fff" />
          <path d={drawing.path} fill="#000" />
        </svg>
      )}
      <p className="qr-host">{host}</p>
      <p>Mở Zalo hoặc máy ảnh, quét mã này. Trước khi bấm, xem tên trang có đúng là {host} không.</p>
      <p className="qr-address">{address}</p>
    </div>
  )
}

async function drawQr(address: string): Promise<Drawing> {
  const { size, isDark } = await readQr(address)
  let path = ''
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`
  return { side: size + 2 * QUIET, path }
}
