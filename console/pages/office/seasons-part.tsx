/** Summer and winter hours: from a day to a day, a whole week of their own. */
import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { Season } from '../../../shared/calendars.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { api } from '../../api/index.ts'
import { Nothing } from '../../ui/index.ts'
import { type Desk, standing, useOfficeForm, useOfficeSave } from './office.ts'
import { isBackwards, SpanFields } from './span-fields.tsx'
import { Stale } from './stale.tsx'
import { Submit } from './submit.tsx'
import { isSound, readWeek } from './week.ts'
import { WeekFields } from './week-fields.tsx'
import { saySeason } from './words.ts'

export function SeasonsPart({ desk }: { desk: Desk }) {
  const { schedule, inherited, now } = desk
  const [edited, setEdited] = useState<number | null>(null)
  const today = vietnamDay(new Date(now))
  const { seasons } = standing(desk)
  const above = inherited.flatMap(({ from, calendar }) => calendar.seasons.map(season => ({ from, season })))
  const holds = (season: Season) => schedule.own.seasons.some(one => saySeason(one) === saySeason(season))
  return (
    <Stack gap="sm">
      <Card withBorder component="section" aria-label="Các mùa đã nhập">
        {seasons.length + above.length === 0 && <Nothing>Chưa nhập mùa nào: quanh năm theo giờ trong tuần.</Nothing>}
        <ul className="plain-list">
          {seasons.map((season, at) => (
            <li key={saySeason(season)}>
              <Group gap="xs">
                <Text>
                  {saySeason(season)}
                  {season.until < today && ' (đã qua)'}
                  {!holds(season) && ' (chờ duyệt)'}
                </Text>
                <Button
                  size="sm"
                  variant="default"
                  aria-label={`Sửa ${saySeason(season)}`}
                  onClick={() => setEdited(edited === at ? null : at)}
                >
                  {edited === at ? 'Thôi sửa' : 'Sửa'}
                </Button>
              </Group>
              {edited === at && <SeasonForm desk={desk} at={at} season={season} onDone={() => setEdited(null)} />}
            </li>
          ))}
          {above.map(({ from, season }) => (
            <li key={saySeason(season)}>
              {saySeason(season)} <Text span>({from} nhập; mùa nơi này tự nhập cho cùng ngày thì được dùng trước)</Text>
            </li>
          ))}
        </ul>
      </Card>
      <Card withBorder component="section" aria-label="Thêm giờ theo mùa">
        <Title order={2} size="h4" mb="xs">
          Thêm giờ theo mùa
        </Title>
        <SeasonForm desk={desk} at={null} season={{ from: '', until: '', name: '', hours: schedule.hours }} />
      </Card>
    </Stack>
  )
}

/** @param at among one's own; null: a new one */
function SeasonForm({
  desk,
  at,
  season,
  onDone,
}: {
  desk: Desk
  at: number | null
  season: Season
  onDone?: () => void
}) {
  const { schedule } = desk
  const base = standing(desk)
  const [fields, write, forget] = useOfficeForm(desk, `season.${at ?? 'new'}`, { ...season, why: '' })
  const { from, until, name, hours, why, revision } = fields
  const done = () => {
    forget()
    onDone?.()
  }
  const send = (seasons: Season[]) =>
    api.office.writeCalendar({ area: schedule.area, calendar: { ...base, seasons }, why, revision })
  const typed: Season = { from, until, name: name.trim(), hours: readWeek(hours) }
  const save = useOfficeSave(() => send(at === null ? [...base.seasons, typed] : base.seasons.with(at, typed)), done)
  const remove = useOfficeSave(() => send(base.seasons.toSpliced(at ?? 0, 1)), done)
  const isChanged = JSON.stringify(typed) !== JSON.stringify(season)
  const isReady = from !== '' && until !== '' && typed.name !== '' && !isBackwards(typed) && isSound(hours)
  return (
    <Stack gap="sm">
      <Stale
        {...{ desk, revision, onDrop: forget }}
        holds={schedule.own.seasons.map(saySeason)}
        onKeep={next => write({ revision: next })}
      />
      <TextInput
        label="Tên mùa"
        description="Như: giờ mùa hè"
        maxLength={200}
        value={name}
        onChange={event => write({ name: event.currentTarget.value })}
      />
      <SpanFields from={from} until={until} trouble={null} onChange={write} />
      <Text fw={600}>Giờ trong mùa này</Text>
      <WeekFields hours={hours} onChange={next => write({ hours: next })} />
      <Submit
        {...{ save, why }}
        onWhy={next => write({ why: next })}
        isDisabled={!isReady || !isChanged || revision !== schedule.revision}
        onDrop={isChanged || why ? forget : null}
      />
      {at !== null && (
        <Group>
          <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
            Đề nghị bỏ mùa này
          </Button>
        </Group>
      )}
    </Stack>
  )
}
