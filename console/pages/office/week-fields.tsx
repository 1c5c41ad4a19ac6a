/** A week day by day, each day in stretches; a lunch break is the gap between two. */
import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { formatOpeningHours } from '../../../shared/answers/index.ts'
import type { Hours } from './office.ts'
import {
  ALL_DAYS,
  copyDay,
  findTrouble,
  isSound,
  nextStretch,
  ofDay,
  readTime,
  readWeek,
  type Stretch,
  withDay,
} from './week.ts'
import { nameOf } from './words.ts'

const MOST_STRETCHES = 4
const WORKDAYS = [1, 2, 3, 4, 5]

interface WeekProps {
  hours: Hours
  onChange: (hours: Hours) => void
}

export function WeekFields({ hours, onChange }: WeekProps) {
  return (
    <Stack gap="xs">
      {ALL_DAYS.map(weekday => (
        <Day key={weekday} weekday={weekday} hours={hours} onChange={onChange} />
      ))}
      <Copy hours={hours} onChange={onChange} />
      {isSound(hours) && (
        <Text role="status">Bà con sẽ đọc: {formatOpeningHours(readWeek(hours)).join('; ') || 'nghỉ cả tuần'}.</Text>
      )}
    </Stack>
  )
}

function Day({ weekday, hours, onChange }: WeekProps & { weekday: number }) {
  const name = nameOf(weekday)
  const words = useId()
  const day = ofDay(hours, weekday)
  const trouble = findTrouble(hours, weekday)
  const write = (next: Hours) => onChange(withDay(hours, weekday, next))
  return (
    <fieldset className="office-day" aria-label={name}>
      <Text fw={600}>{name}</Text>
      <div>
        {day.length === 0 && <Text>Nghỉ cả ngày</Text>}
        {day.map((stretch, at) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place in the day
            key={at}
            name={`${name}, buổi ${at + 1}`}
            stretch={stretch}
            describedBy={trouble ? words : undefined}
            onChange={next => write(day.with(at, next))}
            onRemove={() => write(day.toSpliced(at, 1))}
          />
        ))}
        {trouble && (
          <Text id={words} role="alert" c="#8f1d1d" fw={600}>
            {trouble}
          </Text>
        )}
      </div>
      {day.length < MOST_STRETCHES && (
        <Button
          size="sm"
          variant="default"
          aria-label={`Thêm buổi ${name}`}
          onClick={() => write([...day, nextStretch(hours, weekday)])}
        >
          Thêm buổi
        </Button>
      )}
    </fieldset>
  )
}

function Line({
  name,
  stretch,
  describedBy,
  onChange,
  onRemove,
}: {
  name: string
  stretch: Stretch
  describedBy: string | undefined
  onChange: (stretch: Stretch) => void
  onRemove: () => void
}) {
  const field = (place: 'opens' | 'closes', words: string) => (
    <TextInput
      placeholder="7:30"
      maxLength={8}
      aria-label={`${name}, ${words}`}
      aria-describedby={describedBy}
      aria-invalid={describedBy !== undefined}
      value={stretch[place]}
      onChange={event => onChange({ ...stretch, [place]: event.currentTarget.value })}
      onBlur={() => onChange({ ...stretch, [place]: readTime(stretch[place]) ?? stretch[place] })}
    />
  )
  return (
    <Group gap="xs" mb={4} className="office-stretch">
      {field('opens', 'mở cửa')}
      <span aria-hidden>đến</span>
      {field('closes', 'đóng cửa')}
      <Button size="sm" variant="subtle" aria-label={`Bỏ ${name}`} onClick={onRemove}>
        Bỏ
      </Button>
    </Group>
  )
}

function Copy({ hours, onChange }: WeekProps) {
  const [from, setFrom] = useState(1)
  const [to, setTo] = useState<number[]>(WORKDAYS)
  const chosen = to.filter(weekday => weekday !== from)
  return (
    <details>
      <summary>Chép giờ một ngày sang các ngày khác</summary>
      <Stack gap="xs">
        <NativeSelect
          label="Chép giờ của"
          value={String(from)}
          onChange={event => setFrom(Number(event.currentTarget.value))}
          data={ALL_DAYS.map(weekday => ({ value: String(weekday), label: nameOf(weekday) }))}
        />
        <Checkbox.Group
          label="Sang các ngày"
          value={chosen.map(String)}
          onChange={values => setTo(values.map(Number).sort())}
        >
          <Group gap="sm" mt={4}>
            {ALL_DAYS.filter(weekday => weekday !== from).map(weekday => (
              <Checkbox key={weekday} value={String(weekday)} label={nameOf(weekday)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group>
          <Button
            variant="default"
            disabled={chosen.length === 0}
            onClick={() => onChange(copyDay(hours, from, chosen))}
          >
            Chép
          </Button>
        </Group>
      </Stack>
    </details>
  )
}
