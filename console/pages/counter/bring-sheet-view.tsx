/** The list somebody takes home: printed, or scanned from the screen. */
import { QrCode } from '../../ui/index.ts'
import type { BringSheet, SheetPaper } from './bring-sheet.ts'
import type { Size } from './paper-size.tsx'

interface SheetProps {
  sheet: BringSheet
  size: Size
  wardName: string
  /** Where the code leads. */
  address: string
  isPractice: boolean
}

export function BringSheetView({ sheet, size, wardName, address, isPractice }: SheetProps) {
  const { office } = sheet
  // What somebody answered is in the code for their phone, not in letters for whoever looks over their shoulder.
  const [printed] = address.split('#tra-loi=')
  return (
    <article className={`counter-sheet counter-${size}`} aria-label="Tờ mang về">
      <header>
        <div>
          <p>{wardName}</p>
          <p className="counter-title">{sheet.title}</p>
          {sheet.caseLabel && <p>Trường hợp: {sheet.caseLabel}</p>}
          {isPractice && <p>Bản tập dượt, không dùng thật</p>}
        </div>
        <figure>
          <QrCode text={address} title={`Mã QR mở hướng dẫn: ${printed}`} size={120} />
          <figcaption>Quét bằng Zalo để xem lại</figcaption>
        </figure>
      </header>
      {sheet.warnings.map(text => (
        <p key={text} className="counter-warning">
          <b>Chú ý:</b> {text}
        </p>
      ))}
      {sheet.needed.map(({ heading, papers }) => (
        <Part key={heading} title={heading}>
          <Papers papers={papers} />
        </Part>
      ))}
      {sheet.sometimes.length > 0 && (
        <Part title="Chỉ khi đúng trường hợp">
          <Papers papers={sheet.sometimes} />
        </Part>
      )}
      <Lines title="Lưu ý" lines={sheet.remarks} />
      <Part title="Nơi làm">
        <p>{[office.name, office.address].filter(Boolean).join(', ')}</p>
        <p>
          Điện thoại: <b>{office.phone}</b>
        </p>
        {[...sheet.reach, ...office.hours, ...office.local].map(line => (
          <p key={line}>{line}</p>
        ))}
      </Part>
      <Lines title="Bao lâu" lines={sheet.time} />
      <Lines title="Lệ phí" lines={sheet.fee} />
      <footer>
        {sheet.source.map(line => (
          <p key={line}>{line}</p>
        ))}
        <p className="counter-address">{printed}</p>
      </footer>
    </article>
  )
}

function Papers({ papers }: { papers: SheetPaper[] }) {
  return (
    <ul className="counter-papers">
      {papers.map(({ id, name, detail, when, note }) => (
        <li key={id}>
          {when && `${when}: `}
          <b>{name}</b>
          {detail && ` (${detail})`}
          {note && <span>{note}</span>}
        </li>
      ))}
    </ul>
  )
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <Part title={title}>
      {lines.map(line => (
        <p key={line}>{line}</p>
      ))}
    </Part>
  )
}

export function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
