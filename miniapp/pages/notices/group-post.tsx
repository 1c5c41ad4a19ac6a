/** The neighbourhood's own Zalo group: nobody but the leader can write there, so the phone hands over words, picture and link. */
import { useState } from 'react'
import { composeGroupText, noticePath } from '../../../shared/notices/index.ts'
import { api, origin } from '../../api/index.ts'
import { Button, Card, Notice } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { momentWords } from './moment-words.ts'
import { notDone, troubleOf } from './trouble-words.ts'
import type { Counts, LedNotice } from './wire.ts'

interface GroupPostProps {
  notice: LedNotice
  counts: Counts | undefined
  onChange(notice: LedNotice): void
}

export function GroupPost({ notice, counts, onChange }: GroupPostProps) {
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [isByHand, setByHand] = useState(false)
  const { draft, posted, url, code } = notice
  const groupUrl = new URL(noticePath(code, 'group'), url).href
  const text = composeGroupText({ ...notice, ...draft, expiresAt: new Date(draft.expiresAt) }, groupUrl)
  const pictures = draft.files.filter(({ kind }) => kind === 'picture')

  const share = async (): Promise<void> => {
    const result = phone.can.share ? await phone.share({ title: draft.fields.title, text, url: null }) : null
    if (result?.ok) return setSaid('Chọn nhóm của tổ rồi bấm gửi. Xong thì bấm “Đã đăng”.')
    if (result?.reason === 'cancelled' || result?.reason === 'denied') return
    const { ok } = await phone.copy(text)
    setByHand(!ok)
    setSaid(
      ok
        ? 'Đã chép. Mở nhóm Zalo của tổ, bấm giữ ô nhắn tin rồi chọn “Dán”.'
        : 'Máy không cho chép. Bấm giữ vào chữ dưới đây để chép.',
    )
  }
  const tick = async (): Promise<void> => {
    setBusy(true)
    try {
      onChange(await api.notices.markPosted({ id: notice.id }))
      setSaid('Đã ghi: đã đăng vào nhóm.')
    } catch (error) {
      setSaid(notDone('Chưa ghi được', troubleOf(error)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title="Đưa vào nhóm Zalo của tổ" icon="share">
      <p>Nhiều nhà chỉ xem nhóm Zalo của tổ. Máy soạn sẵn, chỉ việc chọn nhóm.</p>
      {posted.lastAt && (
        <p>
          Đã đăng {posted.times} lần, lần cuối {momentWords(new Date(posted.lastAt))}.
        </p>
      )}
      {counts && counts.linkOpenings.group > 0 && (
        <p>
          <strong>{counts.linkOpenings.group} lượt mở</strong> từ nhóm; không biết của ai.
        </p>
      )}
      <div className="buttons">
        <Button look="main" icon="share" onClick={() => void share()}>
          Gửi chữ và đường dẫn
        </Button>
        {pictures.map(({ id, url: path }, index) => (
          <Button
            key={id}
            icon="picture"
            onClick={() => void phone.sharePicture(new URL((origin || window.location.origin) + path).href)}
          >
            {pictures.length > 1 ? `Gửi ảnh ${index + 1}` : 'Gửi ảnh'}
          </Button>
        ))}
        <Button icon="check" disabled={isBusy} onClick={() => void tick()}>
          Đã đăng
        </Button>
      </div>
      <div role="status">{said && <Notice>{said}</Notice>}</div>
      {isByHand && <p className="tin-lines tin-by-hand">{text}</p>}
    </Card>
  )
}
