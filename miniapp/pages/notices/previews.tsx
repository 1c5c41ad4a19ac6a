/** Five outputs from the same fields, one beside the other. */
import { useId, useState } from 'react'
import {
  composeGroupText,
  composeLoudspeaker,
  composeNoticeMessage,
  composeNoticePage,
  composePoster,
  composeShortLine,
  type NoticeSheet,
  type ShortPart,
} from '../../../shared/notices/index.ts'
import { origin } from '../../api/index.ts'
import { Chip } from './inbox-list.tsx'
import { PosterView } from './poster-view.tsx'

const OUTPUTS = {
  chat: 'Tin nhắn',
  page: 'Trang tin',
  poster: 'Áp phích A4',
  loud: 'Loa phát thanh',
  sms: 'SMS',
} as const
type Output = keyof typeof OUTPUTS

export function Previews({ sheet }: { sheet: NoticeSheet }) {
  const [shown, setShown] = useState<Output>('chat')
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="section-title">
        Bà con sẽ thấy
      </h2>
      <fieldset className="tin-chips">
        <legend className="visually-hidden">Xem trước</legend>
        {(Object.keys(OUTPUTS) as Output[]).map(output => (
          <Chip key={output} isOn={shown === output} onPress={() => setShown(output)}>
            {OUTPUTS[output]}
          </Chip>
        ))}
      </fieldset>
      <section className="tin-preview" aria-label={`Xem trước: ${OUTPUTS[shown]}`}>
        {shown === 'chat' && <ChatPreview sheet={sheet} />}
        {shown === 'page' && <PagePreview sheet={sheet} />}
        {shown === 'poster' && (
          <>
            <PosterView poster={composePoster(sheet, `${sheet.url}?tu=giay`)} />
            <p className="tin-small">In được khi tin đã gửi: mã trên tờ giấy lúc đó mới mở ra tin.</p>
          </>
        )}
        {shown === 'loud' && <LoudPreview sheet={sheet} />}
        {shown === 'sms' && <ShortPreview sheet={sheet} />}
      </section>
    </section>
  )
}

function ChatPreview({ sheet }: { sheet: NoticeSheet }) {
  const { text, buttons } = composeNoticeMessage(sheet)
  return (
    <>
      <div className="tin-bubble">
        <p className="tin-lines">{text}</p>
        <ul className="tin-bubble-buttons">
          {buttons.map(({ title }) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      </div>
      <details className="tin-more">
        <summary>Chữ để đưa vào nhóm Zalo của tổ</summary>
        <p className="tin-lines">{composeGroupText(sheet, `${sheet.url}?tu=nhom`)}</p>
      </details>
    </>
  )
}

function PagePreview({ sheet }: { sheet: NoticeSheet }) {
  const { title, badge, facts, paragraphs, files, validity, sender, wardName, code } = composeNoticePage(sheet)
  return (
    <div className="tin">
      {badge && <p className="tin-badge">{badge}</p>}
      <h3 className="tin-preview-title">{title}</h3>
      <p className="tin-sender">
        {sender}, {wardName}
      </p>
      <dl className="tin-facts">
        {facts.map(({ field, label, value }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {paragraphs.map(paragraph => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {files.map(file =>
        file.kind === 'picture' ? (
          <figure key={file.id} className="tin-picture">
            <img src={origin + file.url} alt={file.alt || file.name} />
          </figure>
        ) : (
          <p key={file.id}>Tệp kèm: {file.name}</p>
        ),
      )}
      <p>
        {validity} Mã tin {code}.
      </p>
    </div>
  )
}

function LoudPreview({ sheet }: { sheet: NoticeSheet }) {
  const { lines, seconds } = composeLoudspeaker(sheet)
  return (
    <>
      <ol className="tin-script">
        {lines.map(({ words, isTwice }) => (
          <li key={words}>
            {words}
            {isTwice && <b> (đọc hai lần)</b>}
          </li>
        ))}
      </ol>
      <p className="tin-small">Đọc chậm hết khoảng {Math.max(1, Math.round(seconds / 60))} phút.</p>
    </>
  )
}

const PARTS: Record<ShortPart, string> = { place: 'nơi', who: 'ai đến', bring: 'mang theo', phone: 'số hỏi thêm' }

function ShortPreview({ sheet }: { sheet: NoticeSheet }) {
  const { text, left } = composeShortLine(sheet)
  return (
    <>
      <p className="tin-lines">{text}</p>
      <p className="tin-small">
        {text.length} trong 160 chữ, không dấu.
        {left.length > 0 &&
          ` Không đủ chỗ cho: ${left.map(part => PARTS[part]).join(', ')}. Rút ngắn tên tin hoặc nơi.`}
      </p>
    </>
  )
}
