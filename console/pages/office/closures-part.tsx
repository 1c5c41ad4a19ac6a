/** Days on which the office is closed for a reason of its own. What is short is published at once: a storm waits for nobody. */
import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { Closure } from '../../../shared/calendars.ts'
import { isUrgentClosure, longestUrgentClosure } from '../../../shared/office-keeping.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { api } from '../../api/index.ts'
import { Nothing, Trouble } from '../../ui/index.ts'
import { type Desk, standing, useOfficeForm, useOfficeSave } from './office.ts'
import { isBackwards, SpanFields } from './span-fields.tsx'
import { Told } from './told.tsx'
import { sayClosure } from './words.ts'

export function ClosuresPart({ desk }: { desk: Desk }) {
  const { schedule, inherited, now } = desk
  const today = vietnamDay(new Date(now))
  const { closures } = schedule.own
  const coming = closures.filter(({ until }) => until >= today)
  const past = closures.filter(({ until }) => until < today)
  const above = inherited.flatMap(({ from, calendar }) =>
    calendar.closures.filter(({ until }) => until >= today).map(closure => ({ from, closure })),
  )
  return (
    <Stack gap="sm">
      <NewClosure desk={desk} today={today} />
      <Card withBorder component="section" aria-label="Đang và sắp tạm nghỉ">
        <Title order={2} size="h4" mb="xs">
          Đang và sắp tạm nghỉ
        </Title>
        {coming.length + above.length === 0 && <Nothing>Không có ngày tạm nghỉ nào sắp tới.</Nothing>}
        <ul className="plain-list">
          {coming.map(closure => (
            <OwnClosure key={sayClosure(closure)} desk={desk} closure={closure} />
          ))}
          {above.map(({ from, closure }) => (
            <li key={sayClosure(closure)}>
              {sayClosure(closure)}{' '}
              <Text span>
                ({from} nhập, chỉ {from} sửa được)
              </Text>
            </li>
          ))}
        </ul>
      </Card>
      {past.length > 0 && (
        <details>
          <summary>Đã qua ({past.length})</summary>
          <ul>
            {past.toReversed().map(closure => (
              <li key={sayClosure(closure)}>{sayClosure(closure)}</li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  )
}

function OwnClosure({ desk: { schedule }, closure }: { desk: Desk; closure: Closure }) {
  const [isAsked, setAsked] = useState(false)
  const { area, own, revision } = schedule
  const words = sayClosure(closure)
  const remove = useOfficeSave(() => {
    const closures = own.closures.filter(one => sayClosure(one) !== words)
    return api.office.writeCalendar({ area, calendar: { ...own, closures }, revision })
  })
  return (
    <li>
      <Group gap="xs">
        <Text>{words}</Text>
        {isAsked ? (
          <>
            <Button size="sm" loading={remove.isPending} onClick={() => remove.mutate()}>
              Mở cửa lại như thường
            </Button>
            <Button size="sm" variant="default" onClick={() => setAsked(false)}>
              Thôi
            </Button>
          </>
        ) : (
          <Button size="sm" variant="default" aria-label={`Bỏ tạm nghỉ ${words}`} onClick={() => setAsked(true)}>
            Bỏ
          </Button>
        )}
      </Group>
      <Trouble error={remove.error} />
    </li>
  )
}

function NewClosure({ desk, today }: { desk: Desk; today: string }) {
  const { schedule } = desk
  const { area, own } = schedule
  const [{ from, until, reason }, write, forget] = useOfficeForm(desk, 'closure', { from: '', until: '', reason: '' })
  const closure: Closure = { from, until: until || from, reason: reason.trim() }
  const isUrgent = from === '' || isUrgentClosure(closure, own.closures)
  const save = useOfficeSave(() => {
    // What is added holds beside everything else: nobody's words are overwritten, so the newest state is sent over.
    const base = isUrgent ? own : standing(desk)
    const calendar = { ...base, closures: [...base.closures, closure] }
    return api.office.writeCalendar({ area, calendar, revision: schedule.revision })
  }, forget)
  const isOver = from !== '' && closure.until < today
  const isReady = from !== '' && closure.reason.length > 1 && !isBackwards(closure) && !isOver
  return (
    <Card withBorder component="section" aria-label="Thêm ngày tạm nghỉ">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Thêm ngày tạm nghỉ
        </Title>
        <SpanFields
          from={from}
          until={closure.until}
          trouble={isOver ? 'Những ngày này đã qua.' : null}
          onChange={write}
        />
        <TextInput
          label="Lý do, bà con đọc được"
          description="Như: họp hội đồng, sửa trụ sở, bão. Không ghi tên người."
          maxLength={200}
          value={reason}
          onChange={event => write({ reason: event.currentTarget.value })}
        />
        {isReady && desk.ward && <Told desk={desk} closure={closure} />}
        <Text size="sm">
          {isUrgent
            ? 'Bà con đọc được ngay trong vài giây, không chờ người thứ hai. Người duyệt thấy việc này ở trang Hôm nay và trong nhật ký.'
            : `Dài hơn ${longestUrgentClosure} ngày liền nên có hiệu lực khi người thứ hai duyệt.`}
        </Text>
        <Trouble error={save.error} />
        {save.data && from === '' && (
          <Text role="status">
            {save.data.waits ? 'Đã gửi, chờ người thứ hai duyệt.' : 'Đã đăng. Bà con đọc được rồi.'}
          </Text>
        )}
        <Group>
          <Button disabled={!isReady} loading={save.isPending} onClick={() => save.mutate()}>
            {isUrgent ? 'Đăng ngay' : 'Gửi duyệt'}
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}
