/** When it goes: once somebody agreed, at a moment, or every week or month again. */
import { Group, List, NativeSelect, Stack, Text } from '@mantine/core'
import {
  beginTiming,
  daysBeforeNames,
  everyNames,
  nextOccurrences,
  repeatEvery,
  sayRecurrence,
  type WireDraft,
  weekdayNames,
  whichNames,
} from '../../../shared/notices/index.ts'
import { momentAt, vietnamDay, vietnamTime } from '../../../shared/vietnam-time.ts'
import { sayMoment } from '../../ui/index.ts'
import { When } from './when.tsx'

type Timing = WireDraft['timing']
type Recurrence = Extract<Timing, { kind: 'recurring' }>['recurrence']

const MOST_SHOWN = 3

interface TimingFieldsProps {
  timing: Timing
  now: Date
  onChange: (timing: Timing) => void
}

export function TimingFields({ timing, now, onChange }: TimingFieldsProps) {
  const at = timing.kind === 'at' ? new Date(timing.at) : null
  const put = (day: string | null, time: string | null) => {
    if (day && time) onChange({ kind: 'at', at: momentAt(day, time).toISOString() })
  }
  return (
    <>
      <NativeSelect
        label="Gửi lúc nào"
        value={timing.kind}
        onChange={event => onChange(beginTiming(event.currentTarget.value as Timing['kind'], now))}
        data={[
          { value: 'now', label: 'Ngay khi được duyệt' },
          { value: 'at', label: 'Hẹn giờ' },
          { value: 'recurring', label: 'Lặp lại hằng tuần, hằng tháng' },
        ]}
      />
      {at && (
        <Group grow align="end">
          <When label="Gửi ngày" type="date" value={vietnamDay(at)} onChange={day => put(day, vietnamTime(at))} />
          <When label="Gửi lúc" type="time" value={vietnamTime(at)} onChange={time => put(vietnamDay(at), time)} />
        </Group>
      )}
      {timing.kind === 'recurring' && (
        <RecurrenceFields
          recurrence={timing.recurrence}
          now={now}
          onChange={recurrence => onChange({ kind: 'recurring', recurrence })}
        />
      )}
    </>
  )
}

interface RecurrenceFieldsProps {
  recurrence: Recurrence
  now: Date
  onChange: (recurrence: Recurrence) => void
}

function RecurrenceFields({ recurrence, now, onChange }: RecurrenceFieldsProps) {
  const { at, daysBefore, until } = recurrence
  const next = nextOccurrences(recurrence, now, MOST_SHOWN)
  return (
    <Stack gap="sm" component="fieldset" className="group">
      <legend>Lặp lại</legend>
      <Group grow align="end">
        <NativeSelect
          label="Theo"
          value={recurrence.every}
          onChange={event => onChange(repeatEvery(recurrence, event.currentTarget.value as Recurrence['every']))}
          data={Object.entries(everyNames).map(([value, label]) => ({ value, label }))}
        />
        {recurrence.every === 'month' ? (
          <NativeSelect
            label="Ngày trong tháng"
            value={String(recurrence.day)}
            onChange={event => onChange({ ...recurrence, day: Number(event.currentTarget.value) })}
            data={Array.from({ length: 31 }, (_, index) => String(index + 1))}
          />
        ) : (
          <NativeSelect
            label="Thứ"
            value={String(recurrence.weekday)}
            onChange={event => onChange({ ...recurrence, weekday: Number(event.currentTarget.value) })}
            data={weekdayNames.map(({ weekday, name }) => ({ value: String(weekday), label: name }))}
          />
        )}
      </Group>
      {recurrence.every === 'month_weekday' && (
        <NativeSelect
          label="Lần thứ mấy trong tháng"
          value={String(recurrence.which)}
          onChange={event => onChange({ ...recurrence, which: Number(event.currentTarget.value) })}
          data={whichNames.map(({ which, name }) => ({ value: String(which), label: name }))}
        />
      )}
      <Group grow align="end">
        <NativeSelect
          label="Báo trước"
          value={String(daysBefore)}
          onChange={event => onChange({ ...recurrence, daysBefore: Number(event.currentTarget.value) })}
          data={daysBeforeNames.map(({ days, name }) => ({ value: String(days), label: name }))}
        />
        <When label="Gửi lúc" type="time" value={at} onChange={time => time && onChange({ ...recurrence, at: time })} />
        <When
          label="Lần cuối trước ngày"
          type="date"
          value={until}
          onChange={day => day && onChange({ ...recurrence, until: day })}
        />
      </Group>
      <div role="status">
        <Text size="sm">{sayRecurrence(recurrence)}.</Text>
        {next.length === 0 ? (
          <Text size="sm">Lịch này không còn lần nào. Chọn ngày cuối xa hơn.</Text>
        ) : (
          <>
            <Text size="sm">Các lần gửi tới:</Text>
            <List size="sm">
              {next.map(({ sendAt }) => (
                <List.Item key={sendAt.toISOString()}>{sayMoment(sendAt.toISOString())}</List.Item>
              ))}
            </List>
          </>
        )}
      </div>
    </Stack>
  )
}
