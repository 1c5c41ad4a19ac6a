/** Addresses, numbers, hours and calendars that an officer put right: a second person agrees before anybody reads them. */
import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { formatOpeningHours } from '../../../shared/answers/index.ts'
import { type Api, api, mayOpen, useMe } from '../../api/index.ts'
import { Nothing, sayMoment, sayName, Trouble, useKeptText } from '../../ui/index.ts'
import { sayCalendarChange } from '../office/words.ts'
import { useChange } from '../staff/use-change.ts'

type Change = Awaited<ReturnType<Api['review']['officeChanges']>>[number]

export function useOfficeChanges() {
  return useQuery({ queryKey: ['freshness', 'office-changes'], queryFn: () => api.review.officeChanges() })
}

/** @param area of one office; left out: of all in one's charge @param whenNone said where nothing waits; else there is nothing to see */
export function OfficeChanges({ area, whenNone }: { area?: string; whenNone?: string }) {
  const me = useMe()
  const changes = useOfficeChanges()
  if (!me.data || !changes.data) return null
  const shown = changes.data.filter(({ areaCode }) => area === undefined || areaCode === area)
  if (shown.length === 0) return whenNone ? <Nothing>{whenNone}</Nothing> : null
  const isReviewer = mayOpen(me.data, 'reviewer')
  return (
    <Stack gap="sm">
      {shown.map(change => (
        <ChangeCard key={change.id} change={change} isReviewer={isReviewer} />
      ))}
    </Stack>
  )
}

function ChangeCard({ change, isReviewer }: { change: Change; isReviewer: boolean }) {
  const { id, area, office, words, by, at, mayDecide } = change
  const [why, setWhy, forget] = useKeptText(`office-change.${id}`)
  const queries = useQueryClient()
  const decide = useChange(
    (isAgreed: boolean) => api.review.decideOffice({ id, isAgreed, why: why.trim() || null }),
    'freshness',
    () => {
      forget()
      void queries.invalidateQueries({ queryKey: ['office'] })
    },
  )
  return (
    <Card withBorder component="article" aria-label={`${office}, ${area}`}>
      <Stack gap="xs">
        <Title order={2} size="h4">
          Chờ duyệt: {office}, {area}
        </Title>
        <Difference change={change} />
        {words && <Text>“{words}”</Text>}
        <Text size="sm">
          {sayName(by)} sửa {sayMoment(at)}. {mayDecide || !isReviewer ? '' : 'Cần một người duyệt khác.'}
        </Text>
        {isReviewer && (
          <>
            <TextInput
              label="Lời của người duyệt"
              description="Bắt buộc khi không duyệt"
              maxLength={500}
              value={why}
              onChange={event => setWhy(event.currentTarget.value)}
            />
            <Trouble error={decide.error} />
            <Group>
              <Button disabled={!mayDecide} loading={decide.isPending} onClick={() => decide.mutate(true)}>
                Duyệt và áp dụng
              </Button>
              <Button variant="default" disabled={why.trim().length < 3} onClick={() => decide.mutate(false)}>
                Không đổi
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Card>
  )
}

function Difference({ change: { facts, calendar } }: { change: Change }) {
  if (calendar)
    return (
      <ul>
        {sayCalendarChange(calendar.before, calendar.after, calendar.inherited).map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )
  if (!facts) return null
  const { before, after } = facts
  return (
    <>
      <Row name="Địa chỉ" before={before.address} after={after.address} />
      <Row name="Điện thoại" before={before.phone} after={after.phone} />
      {after.openingHours && (
        <Row
          name="Giờ nhận"
          before={formatOpeningHours(before.openingHours ?? []).join('; ')}
          after={formatOpeningHours(after.openingHours).join('; ')}
        />
      )}
    </>
  )
}

function Row({ name, before, after }: { name: string; before: string; after: string }) {
  if (before === after) return null
  return (
    <Text>
      <b>{name}:</b> {before} → {after}
    </Text>
  )
}
