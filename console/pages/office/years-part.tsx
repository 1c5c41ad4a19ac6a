/** The holidays and working Saturdays of each year: whose they are, whether they are all there, and entering them oneself. */
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { HolidayYear } from '../../../shared/calendars.ts'
import { vietnamDay, yearOf } from '../../../shared/vietnam-time.ts'
import { api } from '../../api/index.ts'
import { Trouble } from '../../ui/index.ts'
import { type Desk, standing, useOfficeSave } from './office.ts'
import { sayCalendarDay } from './words.ts'
import { YearForm } from './year-form.tsx'

export function YearsPart({ desk }: { desk: Desk }) {
  const now = yearOf(vietnamDay(new Date(desk.now)))
  const known = [...desk.schedule.calendar.years, ...standing(desk).years].map(({ year }) => year)
  const years = [...new Set([now, now + 1, ...known])].sort()
  return (
    <Stack gap="sm">
      {years.map(year => (
        <YearCard key={year} desk={desk} year={year} isOver={year < now} />
      ))}
    </Stack>
  )
}

function YearCard({ desk, year, isOver }: { desk: Desk; year: number; isOver: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const find = (years: readonly HolidayYear[]) => years.find(one => one.year === year)
  const { schedule, inherited, name } = desk
  const held = find(schedule.calendar.years)
  const own = find(standing(desk).years)
  const above = inherited.flatMap(({ from, calendar }) => {
    const found = find(calendar.years)
    return found ? [{ from: from ?? 'lịch có sẵn trong máy', year: found }] : []
  })
  const given = above.at(-1)
  const isOwn = find(schedule.own.years) !== undefined
  const start = own ?? given?.year ?? { year, source: '', complete: false, days: [] }
  return (
    <Card withBorder component="section" aria-label={`Năm ${year}`}>
      <Stack gap="xs">
        <Group gap="xs">
          <Title order={2} size="h4">
            Năm {year}
          </Title>
          <Badge color={held?.complete ? '#14532d' : '#7a4b00'}>
            {held?.complete ? 'Đã đủ ngày' : held ? 'Chưa đủ ngày' : 'Chưa nhập'}
          </Badge>
        </Group>
        {held && (
          <Text>
            <b>{isOwn ? `${name} tự nhập` : `Theo ${given?.from}`}.</b> Nguồn: {held.source}.
          </Text>
        )}
        {!held?.complete && !isOver && (
          <Text c="#7a4b00" fw={600}>
            Bà con hỏi ngày trong năm này được nghe thêm “lịch nghỉ năm {year} chưa nhập đủ; gọi trước khi đi”. Có thông
            báo nghỉ lễ thì nhập đủ ngày ở đây.
          </Text>
        )}
        {held && <DayList year={held} title={`${held.days.length} ngày đang có hiệu lực`} />}
        {own && !isOwn && <Text>Lịch tự nhập năm {year} đang chờ duyệt.</Text>}
        {isOwn && given && <DayList year={given.year} title={`Lịch của ${given.from}, đang được thay`} />}
        {!isOver && (
          <Group gap="xs">
            <Button variant="default" onClick={() => setOpen(!isOpen)}>
              {isOpen ? 'Đóng, chữ đang gõ vẫn giữ' : own ? `Sửa năm ${year}` : `${name} tự nhập năm ${year}`}
            </Button>
            {own && <GiveUp desk={desk} year={year} isHeld={isOwn} given={given?.from ?? null} />}
          </Group>
        )}
        {isOpen && <YearForm desk={desk} start={start} given={own ? null : (given?.from ?? null)} />}
      </Stack>
    </Card>
  )
}

function DayList({ year, title }: { year: HolidayYear; title: string }) {
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {year.days
          .toSorted((a, b) => a.date.localeCompare(b.date))
          .map(day => (
            <li key={day.date}>{sayCalendarDay(day)}</li>
          ))}
      </ul>
    </details>
  )
}

function GiveUp({ desk, year, isHeld, given }: { desk: Desk; year: number; isHeld: boolean; given: string | null }) {
  const { area, revision } = desk.schedule
  const base = standing(desk)
  const save = useOfficeSave(() => {
    const years = base.years.filter(one => one.year !== year)
    return api.office.writeCalendar({ area, calendar: { ...base, years }, revision, why: '' })
  })
  return (
    <>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {!isHeld ? 'Rút lại lời đã gửi' : given ? `Đề nghị bỏ, dùng lại ${given}` : 'Đề nghị bỏ năm này'}
      </Button>
      <Trouble error={save.error} />
    </>
  )
}
