/** Until when a notice is valid: nothing is sent after it. Proposed by itself, changed where it does not fit. */
import { useId } from 'react'
import { sayExpiry } from '../../../shared/notices/index.ts'
import { momentAt, vietnamDay, vietnamTime } from '../../../shared/vietnam-time.ts'

interface ExpiryFieldProps {
  /** ISO; empty: none. */
  expiresAt: string
  onChange(expiresAt: string): void
}

const END_OF_DAY = '23:59'

export function ExpiryField({ expiresAt, onChange }: ExpiryFieldProps) {
  const id = useId()
  const moment = Number.isNaN(Date.parse(expiresAt)) ? null : new Date(expiresAt)
  const day = moment ? vietnamDay(moment) : ''
  const time = moment ? vietnamTime(moment) : END_OF_DAY
  const change = (nextDay: string, nextTime: string): void =>
    onChange(nextDay === '' ? '' : momentAt(nextDay, nextTime || END_OF_DAY).toISOString())
  return (
    <>
      <div className="tin-pair">
        <div className="tin-field">
          <label htmlFor={`${id}-day`}>Đến ngày</label>
          <input
            id={`${id}-day`}
            type="date"
            required
            value={day}
            onChange={event => change(event.target.value, time)}
          />
        </div>
        <div className="tin-field">
          <label htmlFor={`${id}-time`}>Đến lúc</label>
          <input
            id={`${id}-time`}
            type="time"
            required
            value={time}
            onChange={event => change(day, event.target.value)}
          />
        </div>
      </div>
      <p className="tin-small" role="status">
        {moment
          ? `Có hiệu lực đến ${sayExpiry(moment)}. Quá hạn thì không gửi cho ai nữa.`
          : 'Tin nào cũng phải có hạn.'}
      </p>
    </>
  )
}
