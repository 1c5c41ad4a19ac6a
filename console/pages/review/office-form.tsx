/** Address, telephone and weekly hours of an office. */
import { Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Api } from '../../api/index.ts'
import type { Changes } from './said.ts'

type Office = Awaited<ReturnType<Api['review']['offices']>>[number]
type Hours = NonNullable<Office['openingHours']>

const DAYS = ['Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy', 'Chủ nhật']
const DAY_PATTERN = '\\s*(\\d{1,2}:\\d{2}\\s*[\\-–]\\s*\\d{1,2}:\\d{2}\\s*(,\\s*|$))*'

export function OfficeForm({
  office,
  changes,
  onChange,
}: {
  office: Office
  changes: Changes
  onChange: (changes: Changes) => void
}) {
  const now = { ...office, ...changes } as Office
  const write = (place: 'address' | 'phone' | 'openingHours', value: unknown) => {
    const { [place]: _, ...others } = changes
    onChange(JSON.stringify(value) === JSON.stringify(office[place]) ? others : { ...others, [place]: value })
  }
  return (
    <Stack gap="sm">
      <TextInput
        label="Địa chỉ"
        maxLength={200}
        value={now.address}
        onChange={event => write('address', event.currentTarget.value)}
      />
      <TextInput
        label="Điện thoại"
        inputMode="tel"
        maxLength={20}
        value={now.phone}
        onChange={event => write('phone', event.currentTarget.value)}
      />
      {now.openingHours && <HoursFields hours={now.openingHours} onChange={next => write('openingHours', next)} />}
    </Stack>
  )
}

/** A day a line, as it stands on the door: "07:30–11:30, 13:30–17:00". What cannot be read so is not sent. */
function HoursFields({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  const [typed, setTyped] = useState(() => DAYS.map((_, at) => sayDay(hours, at + 1)))
  return (
    <Stack gap="xs" role="group" aria-label="Giờ nhận">
      <Text fw={600}>Giờ nhận</Text>
      <Text size="sm">Như 07:30-11:30, 13:30-17:00. Ngày nghỉ thì để trống.</Text>
      {DAYS.map((day, at) => (
        <TextInput
          key={day}
          label={day}
          pattern={DAY_PATTERN}
          title="Giờ ghi như 07:30-11:30, 13:30-17:00"
          maxLength={80}
          value={typed[at] ?? ''}
          onChange={event => {
            const next = typed.with(at, event.currentTarget.value)
            setTyped(next)
            onChange(next.flatMap((text, index) => readDay(text, index + 1)))
          }}
        />
      ))}
    </Stack>
  )
}

function sayDay(hours: Hours, weekday: number): string {
  return hours
    .filter(one => one.weekday === weekday)
    .map(({ opens, closes }) => `${opens}-${closes}`)
    .join(', ')
}

function readDay(text: string, weekday: number): Hours {
  return [...text.matchAll(/(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})/g)].map(([, opens = '', closes = '']) => ({
    weekday,
    opens: opens.padStart(5, '0'),
    closes: closes.padStart(5, '0'),
  }))
}
