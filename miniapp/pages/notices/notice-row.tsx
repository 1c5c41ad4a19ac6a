/** One notice in a list: what, when, where; whether it is new, urgent, changed or over. */

import { Link } from 'react-router-dom'
import { composeNoticePage, factsOf } from '../../../shared/notices/index.ts'
import { Icon } from '../../ui/index.ts'
import { pageOf } from './public-notices.ts'
import { isExpired, type PublicNotice, toSheet } from './wire.ts'

interface NoticeRowProps {
  notice: PublicNotice
  /** Not opened yet by whoever is signed in. */
  isNew?: boolean
}

export function NoticeRow({ notice, isNew = false }: NoticeRowProps) {
  const { title, badge, sender } = composeNoticePage(toSheet(notice))
  const facts = factsOf(toSheet(notice)).filter(({ field }) => field === 'day' || field === 'time' || field === 'place')
  const state = stateOf(notice)
  return (
    <li>
      <Link to={pageOf(notice.code)} className={isNew ? 'row tin-row tin-row-new' : 'row tin-row'}>
        <span className="row-words">
          {(badge || state || isNew) && (
            <span className="tin-marks">
              {isNew && <b className="tin-mark tin-mark-new">Mới</b>}
              {badge && <b className="tin-mark tin-mark-urgent">{badge}</b>}
              {state && <b className="tin-mark">{state}</b>}
            </span>
          )}
          <strong>{title}</strong>
          {facts.map(({ field, value }) => (
            <span key={field}>{value}</span>
          ))}
          <span className="tin-from">{sender}</span>
        </span>
        <Icon name="forward" size="1.2rem" />
      </Link>
    </li>
  )
}

export function stateOf(notice: PublicNotice): string | null {
  const { isCancelled, correctedBy, corrects } = notice
  if (isCancelled) return 'Đã hủy'
  if (correctedBy) return 'Đã có bản sửa'
  if (isExpired(notice)) return 'Hết hạn'
  return corrects ? 'Đính chính' : null
}
