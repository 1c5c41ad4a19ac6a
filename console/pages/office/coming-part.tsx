/** The next weeks day by day, and what a resident is told of today and tomorrow. Reckoned as the chat reckons. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { createOfficeTime, type OfficeDay, type OfficeTime } from '../../../shared/office-time.ts'
import { addDays, momentAt, vietnamDay, vietnamTime, weekdayOf, yearOf } from '../../../shared/vietnam-time.ts'
import { Nothing } from '../../ui/index.ts'
import type { Desk } from './office.ts'
import { Told } from './told.tsx'
import { ALL_DAYS } from './week.ts'
import { nameOf, sayDate } from './words.ts'

const WEEKS = 5

export function ComingPart({ desk }: { desk: Desk }) {
  const { ward, schedule, now, name } = desk
  const [page, setPage] = useState(0)
  if (!ward) return <Nothing>{name} không có quầy riêng. Xem lịch từng phường để biết ngày nào mở cửa.</Nothing>
  const today = vietnamDay(new Date(now))
  const time = createOfficeTime(schedule.hours, schedule.calendar)
  const first = addDays(today, 1 - weekdayOf(today) + page * WEEKS * 7)
  const weeks = Array.from({ length: WEEKS }, (_, week) => ALL_DAYS.map(day => addDays(first, week * 7 + day - 1)))
  const named = weeks.flat().filter(day => day >= today && describe(time, day).why !== '')
  const unknown = [...new Set(weeks.flat().map(yearOf))].filter(year => !time.isKnown(year))
  return (
    <div className="two-columns">
      <Card withBorder component="section" aria-label="Lịch mở cửa">
        <Stack gap="xs">
          <Title order={2} size="h4">
            {sayDate(first)} đến {sayDate(addDays(first, WEEKS * 7 - 1))}
          </Title>
          <table className="office-month">
            <thead>
              <tr>
                {ALL_DAYS.map(day => (
                  <th key={day} scope="col">
                    {nameOf(day)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map(([monday = '', ...days]) => (
                <tr key={monday}>
                  {[monday, ...days].map(day => (
                    <Cell key={day} day={day} today={today} time={time} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {unknown.length > 0 && (
            <Text c="#7a4b00" fw={600}>
              Lịch nghỉ năm {unknown.join(', ')} chưa nhập đủ: có thể còn ngày nghỉ chưa hiện.
            </Text>
          )}
          {named.length > 0 && (
            <ul className="plain-list">
              {named.map(day => (
                <li key={day}>
                  <b>{sayDate(day)}:</b> {describe(time, day).why}
                </li>
              ))}
            </ul>
          )}
          <Group gap="xs">
            <Button size="sm" variant="default" disabled={page === 0} onClick={() => setPage(page - 1)}>
              Trước đó
            </Button>
            <Button size="sm" variant="default" onClick={() => setPage(page + 1)}>
              {WEEKS} tuần sau nữa
            </Button>
          </Group>
        </Stack>
      </Card>
      <Card withBorder component="section" aria-label="Bà con hỏi thì nghe">
        <Title order={2} size="h4" mb="xs">
          Bà con nhắn hỏi thì nghe
        </Title>
        <Told desk={desk} />
      </Card>
    </div>
  )
}

function Cell({ day, today, time }: { day: string; today: string; time: OfficeTime }) {
  const { state, word } = describe(time, day)
  const [, month, date] = day.split('-').map(Number)
  return (
    <td data-state={state} data-past={day < today} {...(day === today && { 'aria-current': 'date' as const })}>
      <b>{date === 1 || day === today ? `${date}/${month}` : date}</b>
      <span>{word}</span>
    </td>
  )
}

/** `why`: only where it is not an ordinary day. */
function describe(time: OfficeTime, day: string): { state: string; word: string; why: string } {
  const one = time.stretchesOn(day)
  const { closed, worksBecause, openings } = one
  const hours = openings.map(({ opens, closes }) => `${vietnamTime(opens)}–${vietnamTime(closes)}`).join(', ')
  if (closed?.kind === 'rest') return { state: 'rest', word: 'Nghỉ', why: '' }
  if (closed?.kind === 'holiday') return { state: 'off', word: 'Nghỉ lễ', why: `nghỉ (${closed.name})` }
  if (closed) return { state: 'off', word: 'Tạm nghỉ', why: `tạm nghỉ (${closed.reason})` }
  if (worksBecause) return { state: 'made-up', word: 'Làm bù', why: `làm việc ${hours} (${worksBecause})` }
  return halfOf(one, day) ?? { state: 'open', word: 'Mở', why: '' }
}

function halfOf({ openings }: OfficeDay, day: string): { state: string; word: string; why: string } | null {
  const [noon, afternoon] = [momentAt(day, '12:00'), momentAt(day, '13:00')]
  if (openings.every(({ closes }) => closes <= afternoon)) return { state: 'half', word: 'Sáng', why: '' }
  return openings.every(({ opens }) => opens >= noon) ? { state: 'half', word: 'Chiều', why: '' } : null
}
