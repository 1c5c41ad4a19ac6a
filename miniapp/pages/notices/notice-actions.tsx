/** Taking a notice along: into the calendar, the map, the ear, to somebody else, onto paper. */
import { useState } from 'react'
import { composeNoticePage } from '../../../shared/notices/index.ts'
import { ReadAloud } from '../../read-aloud/index.ts'
import { Button, Icon, OutLink } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { serverFile } from './public-notices.ts'
import { isExpired, type PublicNotice, toSheet } from './wire.ts'

export function NoticeActions({ notice }: { notice: PublicNotice }) {
  const [said, setSaid] = useState('')
  const { title, badge, facts, paragraphs, event } = composeNoticePage(toSheet(notice))
  const lines = [...(badge ? [badge] : []), title, ...facts.map(({ label, value }) => `${label}: ${value}`)]
  const words = [...lines, `${notice.sender} · Mã tin ${notice.code}`].join('\n')
  const isOver = isExpired(notice) || notice.isCancelled

  const copy = async (): Promise<void> => {
    const { ok } = await phone.copy(`${words}\n${notice.url}`)
    setSaid(ok ? 'Đã chép. Dán vào tin nhắn để gửi.' : `Máy không cho chép. Đường dẫn: ${notice.url}`)
  }
  const share = async (): Promise<void> => {
    // Zalo sends either an address or words: the words carry the address.
    const whole = phone.isInsideZalo ? { text: `${words}\n${notice.url}`, url: null } : { text: words, url: notice.url }
    const result = await phone.share({ title, ...whole })
    if (!result.ok && result.reason !== 'cancelled' && result.reason !== 'denied') await copy()
  }

  return (
    <div className="no-print">
      <div className="buttons">
        {event && !isOver && (
          <OutLink className="button" href={serverFile(notice.code, 'lich.ics')}>
            <Icon name="calendar" />
            <span>Thêm vào lịch</span>
          </OutLink>
        )}
        {notice.fields.place && (
          <OutLink className="button" href={mapUrl(`${notice.fields.place}, ${notice.wardName}`)}>
            <Icon name="map" />
            <span>Xem đường đi</span>
          </OutLink>
        )}
        <ReadAloud lines={[...lines, ...paragraphs]} recording={null} />
        {phone.can.share && (
          <Button icon="share" onClick={share}>
            Gửi cho người khác
          </Button>
        )}
        <Button icon="copy" onClick={() => void copy()}>
          Chép tin
        </Button>
        {!isOver && (
          <OutLink className="button" href={serverFile(notice.code, 'to-roi')}>
            <Icon name="print" />
            <span>Bản in A4</span>
          </OutLink>
        )}
      </div>
      <p role="status" className="said">
        {said}
      </p>
    </div>
  )
}

function mapUrl(place: string): string {
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(place)}`
}
