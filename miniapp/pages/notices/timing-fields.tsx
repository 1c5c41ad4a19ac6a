/** When it goes: at once, at a moment, or every week or month again. */
import { useId } from 'react'
import {
  beginTiming,
  daysBeforeNames,
  everyNames,
  repeatEvery,
  sayRecurrence,
  weekdayNames,
  whichNames,
} from '../../../shared/notices/index.ts'
import { momentAt, vietnamDay, vietnamTime } from '../../../shared/vietnam-time.ts'
import { wardNow } from '../../api/index.ts'
import type { WireDraft } from './wire.ts'

type Timing = WireDraft['timing']
type Recurrence = Extract<Timing, { kind: 'recurring' }>['recurrence']

interface TimingFieldsProps {
  timing: Timing
  onChange(timing: Timing): void
}

export function TimingFields({ timing, onChange }: TimingFieldsProps) {
  const choose = (kind: Timing['kind']) => onChange(beginTiming(kind, wardNow()))
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
            <input type="radio" name="timing" checked={timing.kind === kind} onChange={() => choose(kind)} />
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
  return (
    <>
      <div className="tin-pair">
        <div className="tin-field">
          <label htmlFor={`${id}-every`}>Lặp lại</label>
          <select
            id={`${id}-every`}
            value={recurrence.every}
            onChange={event => onChange(repeatEvery(recurrence, event.target.value as Recurrence['every']))}
          >
            {Object.entries(everyNames).map(([every, name]) => (
              <option key={every} value={every}>
                {name}
              </option>
            ))}
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
              {weekdayNames.map(({ weekday, name }) => (
                <option key={weekday} value={weekday}>
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
              {whichNames.map(({ which, name }) => (
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
            {daysBeforeNames.map(({ days, name }) => (
              <option key={days} value={days}>
                {name}
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
