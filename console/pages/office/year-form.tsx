/** One year as an announcement gives it, day by day; the inherited days are what one begins with. */
import { Alert, Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import type { CalendarDay, HolidayYear } from '../../../shared/calendars.ts'
import { addDays } from '../../../shared/vietnam-time.ts'
import { api } from '../../api/index.ts'
import { useKeptFields } from '../../ui/index.ts'
import { type Desk, standing, useOfficeForm, useOfficeSave } from './office.ts'
import { Stale } from './stale.tsx'
import { Submit } from './submit.tsx'
import { ALL_DAYS } from './week.ts'
import { nameOf, sayCalendarDay } from './words.ts'

const MOST_DAYS = 120
const NO_DAY = { from: '', until: '', name: '', like: 0 }

/** @param given whose days it begins with, and replaces; null: one's own */
export function YearForm({ desk, start, given }: { desk: Desk; start: HolidayYear; given: string | null }) {
  const { schedule } = desk
  const { year } = start
  const initial = { source: given ? '' : start.source, complete: given ? false : start.complete, days: start.days }
  const [fields, write, forget] = useOfficeForm(desk, `year.${year}`, { ...initial, why: '' })
  const { source, complete, days, why, revision } = fields
  const base = standing(desk)
  const save = useOfficeSave(() => {
    const typed: HolidayYear = { year, source: source.trim(), complete, days }
    const years = [...base.years.filter(one => one.year !== year), typed].sort((a, b) => a.year - b.year)
    return api.office.writeCalendar({ area: schedule.area, calendar: { ...base, years }, why, revision })
  }, forget)
  const isChanged = JSON.stringify({ source, complete, days }) !== JSON.stringify(initial)
  const inForce = schedule.calendar.years.find(one => one.year === year)
  return (
    <Stack gap="sm">
      {given && (
        <Alert color="yellow" variant="outline" title={`Tự nhập thì thay hẳn năm ${year} theo ${given}`}>
          Dưới đây là các ngày theo {given} để bắt đầu. Thêm, bỏ cho đúng thông báo; ngày không có trong danh sách này
          là ngày làm việc bình thường.
        </Alert>
      )}
      <Stale
        {...{ desk, revision, onDrop: forget }}
        holds={(inForce?.days ?? []).map(sayCalendarDay)}
        onKeep={next => write({ revision: next })}
      />
      <ul className="plain-list" aria-label={`Các ngày của năm ${year}`}>
        {days.map(day => (
          <li key={day.date}>
            <Group gap="xs" wrap="nowrap">
              <Text>{sayCalendarDay(day)}</Text>
              <Button
                size="sm"
                variant="default"
                className="office-drop"
                aria-label={`Bỏ ${sayCalendarDay(day)}`}
                onClick={() => write({ days: days.filter(one => one !== day) })}
              >
                Bỏ
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      <NewDays
        area={schedule.area}
        year={year}
        days={days}
        onAdd={added => write({ days: inOrder([...days, ...added]) })}
      />
      <TextInput
        label="Theo thông báo, văn bản nào"
        description="Số, ngày, nơi ra; bà con cũng đọc được dòng này"
        maxLength={200}
        value={source}
        onChange={event => write({ source: event.currentTarget.value })}
      />
      <Checkbox
        label="Đã đủ mọi ngày nghỉ và ngày làm bù của năm theo thông báo này"
        checked={complete}
        onChange={event => write({ complete: event.currentTarget.checked })}
      />
      <Submit
        {...{ save, why }}
        onWhy={next => write({ why: next })}
        isDisabled={!isChanged || source.trim().length < 3 || revision !== schedule.revision}
        onDrop={isChanged || why ? forget : null}
      />
    </Stack>
  )
}

function NewDays({
  area,
  year,
  days,
  onAdd,
}: {
  area: string
  year: number
  days: readonly CalendarDay[]
  onAdd: (days: CalendarDay[]) => void
}) {
  const [{ from, until, name, like }, write, forget] = useKeptFields(`office.${area}.day.${year}`, NO_DAY)
  const added = from ? spread(from, like > 0 || !until ? from : until) : []
  const trouble = findTrouble(added, year, days)
  const add = () => {
    const named = name.trim()
    onAdd(
      added.map(date => (like > 0 ? { kind: 'working', date, name: named, like } : { kind: 'off', date, name: named })),
    )
    forget()
  }
  return (
    <fieldset className="office-new">
      <legend>Thêm ngày</legend>
      <Stack gap="xs">
        <NativeSelect
          label="Ngày ấy"
          value={String(like)}
          onChange={event => write({ like: Number(event.currentTarget.value) })}
          data={[
            { value: '0', label: 'Nghỉ lễ, nghỉ bù, nghỉ hoán đổi' },
            ...ALL_DAYS.map(day => ({ value: String(day), label: `Đi làm bù, theo giờ ${nameOf(day).toLowerCase()}` })),
          ]}
        />
        <Group grow align="flex-start">
          <TextInput
            label="Ngày"
            type="date"
            min={`${year}-01-01`}
            max={`${year}-12-31`}
            error={trouble}
            value={from}
            onChange={event => write({ from: event.currentTarget.value })}
          />
          {like === 0 && (
            <TextInput
              label="Đến hết ngày, nếu nghỉ liền"
              type="date"
              min={`${year}-01-01`}
              max={`${year}-12-31`}
              value={until}
              onChange={event => write({ until: event.currentTarget.value })}
            />
          )}
        </Group>
        <TextInput
          label="Tên ngày, bà con đọc được"
          description="Như: Tết Nguyên đán, Nghỉ bù Giỗ Tổ, Làm bù ngày 31/8"
          maxLength={200}
          value={name}
          onChange={event => write({ name: event.currentTarget.value })}
        />
        <Group>
          <Button
            variant="default"
            disabled={added.length === 0 || trouble !== null || name.trim() === ''}
            onClick={add}
          >
            Thêm vào năm {year}
          </Button>
        </Group>
      </Stack>
    </fieldset>
  )
}

function findTrouble(added: readonly string[], year: number, days: readonly CalendarDay[]): string | null {
  if (added.some(date => !date.startsWith(`${year}-`))) return `Ngày phải trong năm ${year}.`
  const twice = days.find(({ date }) => added.includes(date))
  if (twice) return `Đã có: ${sayCalendarDay(twice)}. Bỏ dòng ấy trước.`
  return added.length + days.length > MOST_DAYS ? `Một năm có nhiều nhất ${MOST_DAYS} ngày.` : null
}

/** Both days counted; a last day before the first is not reached, and adds the first alone. */
function spread(from: string, until: string): string[] {
  const days = [from]
  while ((days.at(-1) ?? until) < until && days.length <= MOST_DAYS) days.push(addDays(days.at(-1) ?? from, 1))
  return days
}

function inOrder(days: CalendarDay[]): CalendarDay[] {
  return days.sort((a, b) => a.date.localeCompare(b.date))
}
