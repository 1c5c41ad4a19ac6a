/** One A4 sheet: a few large words, and a code to scan. */
import type { NoticePoster } from '../../../shared/notices/index.ts'
import { QrCode } from '../../ui/index.ts'
import { Facts } from './facts.tsx'

export function PosterSheet({ poster }: { poster: NoticePoster }) {
  const { wardName, heading, title, changes, large, small, text, isTextCut, qrUrl, sender, typedUrl, code } = poster
  return (
    <div className="poster">
      <p className="poster-ward">{wardName}</p>
      <p className="poster-heading">{heading}</p>
      <p className="poster-title">{title}</p>
      {changes.map(({ label, before, after }) => (
        <p key={label}>
          {label}: <del>{before}</del> → <b>{after}</b>
        </p>
      ))}
      <div className="poster-large">
        <Facts facts={large} />
      </div>
      <Facts facts={small} />
      <p className="said">
        {text}
        {isTextCut && ' …'}
      </p>
      <div className="poster-foot">
        <QrCode text={qrUrl} title="Mã QR mở trang tin" size={120} />
        <div>
          <p>
            <b>{sender}</b>
          </p>
          <p>Quét mã để xem tin, hoặc gõ {typedUrl}</p>
          <p>Mã tin {code}</p>
          <p>{poster.takeDown}</p>
        </div>
      </div>
    </div>
  )
}
