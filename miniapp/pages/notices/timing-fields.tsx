/** When it goes: at once, at a moment, or every week or month again. */
import { useId } from 'react'
import { sayRecurrence } from '../../../shared/notices/index.ts'
import { addDays, momentAt, vietnamDay, vietnamTime, weekdayOf } from '../../../shared/vietnam-time.ts'
import { wardNow } from '../../api/index.ts'
import type { WireDraft } from './wire.ts'

type Timing = WireDraft['timing']
type Recurrence = Extract<Timing, { kind: 'recurring' }>['recurrence']

interface TimingFieldsProps {
  timing: Timing
  onChange(timing: Timing): void
}

const MORNING = '07:30'
const USUAL_WEEKS_DAYS = 90
const MOST_DAYS_BEFORE = 7
const WHICH = [
  [1, 'Đầu tiên'],
  [2, 'Thứ hai'],
  [3, 'Thứ ba'],
  [4, 'Thứ tư'],
  [-1, 'Cuối cùng'],
] as const
const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật']

export function TimingFields({ timing, onChange }: TimingFieldsProps) {
  const today = vietnamDay(wardNow())
  const tomorrow = addDays(today, 1)
  const choose: Record<Timing['kind'], () => void> = {
    now: () => onChange({ kind: 'now' }),
    at: () => onChange({ kind: 'at', at: momentAt(tomorrow, MORNING).toISOString() }),
    recurring: () =>
      onChange({
        kind: 'recurring',
        recurrence: {
          every: 'week',
          weekday: weekdayOf(tomorrow),
          at: MORNING,
          daysBefore: 0,
          until: addDays(today, USUAL_WEEKS_DAYS),
        },
      }),
  }
  return (
    <>
      <fieldset className="choices">
        <legend className="tin-label">Gửi lúc nào</legend>
        {(
          [
            ['now', 'Ngay khi được gửi'],
            ['at', 'Hẹn giờ'],
            ['recurring', 'Lặp lại hằng tuần, hằng tháng'],
          ] as const
        ).map(([kind, name]) => (
          <label key={kind} className="choice">
            <input type="radio" name="timing" checked={timing.kind === kind} onChange={choose[kind]} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      {timing.kind === 'at' && <AtFields at={timing.at} onChange={at => onChange({ kind: 'at', at })} />}
      {timing.kind === 'recurring' && (
        <RecurrenceFields
          recurrence={timing.recurrence}
          onChange={recurrence => onChange({ kind: 'recurring', recurrence })}
        />
      )}
    </>
  )
}

function AtFields({ at, onChange }: { at: string; onChange(at: string): void }) {
  const id = useId()
  const [day, time] = [vietnamDay(new Date(at)), vietnamTime(new Date(at))]
  const change = (nextDay: string, nextTime: string): void => {
    if (nextDay && nextTime) onChange(momentAt(nextDay, nextTime).toISOString())
  }
  return (
    <div className="tin-pair">
      <div className="tin-field">
        <label htmlFor={`${id}-day`}>Gửi ngày</label>
        <input id={`${id}-day`} type="date" value={day} onChange={event => change(event.target.value, time)} />
      </div>
      <div className="tin-field">
        <label htmlFor={`${id}-time`}>Gửi lúc</label>
        <input id={`${id}-time`} type="time" value={time} onChange={event => change(day, event.target.value)} />
      </div>
    </div>
  )
}

function RecurrenceFields({ recurrence, onChange }: { recurrence: Recurrence; onChange(next: Recurrence): void }) {
  const id = useId()
  const { at, daysBefore, until } = recurrence
  const rest = { at, daysBefore, until }
  const weekday = recurrence.every === 'month' ? 1 : recurrence.weekday
  return (
    <>
      <div className="tin-pair">
        <div className="tin-field">
          <label htmlFor={`${id}-every`}>Lặp lại</label>
          <select
            id={`${id}-every`}
            value={recurrence.every}
            onChange={({ target: { value } }) =>
              onChange(
                value === 'month'
                  ? { every: 'month', day: 1, ...rest }
                  : value === 'week'
                    ? { every: 'week', weekday, ...rest }
                    : { every: 'month_weekday', weekday, which: 1, ...rest },
              )
            }
          >
            <option value="week">Hằng tuần</option>
            <option value="month">Hằng tháng, theo ngày</option>
            <option value="month_weekday">Hằng tháng, theo thứ</option>
          </select>
        </div>
        <div className="tin-field">
          <label htmlFor={`${id}-day`}>{recurrence.every === 'month' ? 'Ngày trong tháng' : 'Thứ'}</label>
          {recurrence.every === 'month' ? (
            <select
              id={`${id}-day`}
              value={recurrence.day}
              onChange={event => onChange({ ...recurrence, day: Number(event.target.value) })}
            >
              {Array.from({ length: 31 }, (_, index) => index + 1).map(day => (
                <option key={day} value={day}>
                  Ngày {day}
                </option>
              ))}
            </select>
          ) : (
            <select
              id={`${id}-day`}
              value={recurrence.weekday}
              onChange={event => onChange({ ...recurrence, weekday: Number(event.target.value) })}
            >
              {WEEKDAYS.map((name, index) => (
                <option key={name} value={index + 1}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </div>
        {recurrence.every === 'month_weekday' && (
          <div className="tin-field">
            <label htmlFor={`${id}-which`}>Lần thứ mấy trong tháng</label>
            <select
              id={`${id}-which`}
              value={recurrence.which}
              onChange={event => onChange({ ...recurrence, which: Number(event.target.value) })}
            >
              {WHICH.map(([which, name]) => (
                <option key={which} value={which}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="tin-field">
          <label htmlFor={`${id}-before`}>Báo trước</label>
          <select
            id={`${id}-before`}
            value={daysBefore}
            onChange={event => onChange({ ...recurrence, daysBefore: Number(event.target.value) })}
          >
            {Array.from({ length: MOST_DAYS_BEFORE + 1 }, (_, days) => (
              <option key={WEEKDAYS[days] ?? 'week'} value={days}>
                {days === 0 ? 'Ngay hôm đó' : `${days} ngày`}
              </option>
            ))}
          </select>
        </div>
        <div className="tin-field">
          <label htmlFor={`${id}-at`}>Gửi lúc</label>
          <input
            id={`${id}-at`}
            type="time"
            value={at}
            onChange={event => event.target.value && onChange({ ...recurrence, at: event.target.value })}
          />
        </div>
        <div className="tin-field">
          <label htmlFor={`${id}-until`}>Lần cuối trước ngày</label>
          <input
            id={`${id}-until`}
            type="date"
            value={until}
            onChange={event => event.target.value && onChange({ ...recurrence, until: event.target.value })}
          />
        </div>
      </div>
      <p className="tin-small" role="status">
        {sayRecurrence(recurrence)}
      </p>
    </>
  )
}
