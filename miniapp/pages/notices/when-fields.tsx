/** The day with its weekday and the lunar day beside it, and the hours; several days where it takes so long. */
import { useId, useState } from 'react'
import { sayDays } from '../../../shared/notices/index.ts'
import { addDays } from '../../../shared/vietnam-time.ts'
import type { WireDraft } from './wire.ts'

type Fields = WireDraft['fields']

interface WhenFieldsProps {
  fields: Fields
  onChange(changes: Partial<Fields>): void
}

export function WhenFields({ fields, onChange }: WhenFieldsProps) {
  const { day, lastDay, from, until } = fields
  const id = useId()
  const [isLong, setLong] = useState(lastDay !== null)
  const turnLong = (isOn: boolean): void => {
    setLong(isOn)
    onChange({ lastDay: isOn && day ? addDays(day, 1) : null })
  }
  return (
    <>
      <div className="tin-pair">
        <When
          id={`${id}-day`}
          label={isLong ? 'Từ ngày' : 'Ngày'}
          type="date"
          value={day}
          onChange={value => onChange({ day: value })}
        />
        {isLong && (
          <When
            id={`${id}-last`}
            label="Đến hết ngày"
            type="date"
            value={lastDay}
            onChange={value => onChange({ lastDay: value })}
          />
        )}
      </div>
      <p className="tin-day" role="status">
        {day ? sayDays({ day, lastDay, from, until, span: fields.span }) : 'Chưa chọn ngày.'}
      </p>
      <label className="choice tin-check">
        <input type="checkbox" checked={isLong} onChange={event => turnLong(event.target.checked)} />
        <span>Kéo dài nhiều ngày</span>
      </label>
      <div className="tin-pair">
        <When id={`${id}-from`} label="Từ giờ" type="time" value={from} onChange={value => onChange({ from: value })} />
        <When
          id={`${id}-until`}
          label="Đến giờ"
          type="time"
          value={until}
          onChange={value => onChange({ until: value })}
        />
      </div>
      {day === null && from !== null && <p className="tin-small">Chọn ngày thì giờ mới được ghi vào tin.</p>}
    </>
  )
}

interface WhenProps {
  id: string
  label: string
  type: 'date' | 'time'
  value: string | null
  onChange(value: string | null): void
}

function When({ id, label, type, value, onChange }: WhenProps) {
  return (
    <div className="tin-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type={type} value={value ?? ''} onChange={event => onChange(event.target.value || null)} />
    </div>
  )
}
