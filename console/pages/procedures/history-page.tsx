/** How a guide came about: any two revisions side by side, any day, back to an earlier one, out of use. */
import { Button, Card, Group, List, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router-dom'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { Answered, Page, sayDay, sayMoment, Trouble } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import { ChangeList } from './change-list.tsx'
import { Reading } from './reading.tsx'
import { Retire } from './retire.tsx'
import { type Guide, sayAction } from './words.ts'

export default function HistoryPage() {
  const { key = '' } = useParams()
  const guide = useQuery({ queryKey: ['guides', key], queryFn: () => api.guides.get({ key }) })
  const title = guide.data?.topic?.title || guide.data?.draft?.content.title || 'hướng dẫn'
  return (
    <Page title={`Lịch sử: ${title}`} back={{ to: `/huong-dan/${key}`, words: 'Về hướng dẫn' }}>
      <Answered query={guide}>
        {found => (
          <>
            <Compare guide={found} />
            <AsOf guideKey={key} />
            <Revisions guide={found} />
            <Retire guide={found} />
            <Steps guide={found} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Compare({ guide: { key, revisions, draft } }: { guide: Guide }) {
  const versions = [
    ...(draft ? [{ value: 'draft', label: 'Bản đang soạn' }] : []),
    ...revisions.map(({ revision, publishedAt }) => ({
      value: String(revision),
      label: `Bản ${revision}, ${sayDay(publishedAt)}`,
    })),
  ]
  const [from, setFrom] = useState(versions[1]?.value ?? versions[0]?.value ?? '')
  const [to, setTo] = useState(versions[0]?.value ?? '')
  const numbered = (version: string) => (version === 'draft' ? ('draft' as const) : Number(version))
  const changes = useQuery({
    queryKey: ['guide-difference', key, from, to, draft?.version],
    queryFn: () => (from === to ? [] : api.guides.compare({ key, from: numbered(from), to: numbered(to) })),
    enabled: versions.length > 0,
  })
  if (versions.length === 0) return null
  return (
    <Card withBorder component="section" aria-label="So hai bản">
      <Title order={2} size="h4" mb="sm">
        So hai bản
      </Title>
      <Group mb="md" align="flex-end">
        <NativeSelect label="Từ" value={from} onChange={event => setFrom(event.currentTarget.value)} data={versions} />
        <NativeSelect label="Đến" value={to} onChange={event => setTo(event.currentTarget.value)} data={versions} />
      </Group>
      <Answered query={changes}>
        {list => <ChangeList changes={list} nothing={from === to ? 'Chọn hai bản khác nhau.' : 'Hai bản như nhau.'} />}
      </Answered>
    </Card>
  )
}

function AsOf({ guideKey: key }: { guideKey: string }) {
  const [day, setDay] = useState('')
  const found = useQuery({
    queryKey: ['guide-as-of', key, day],
    queryFn: () => api.guides.readAsOf({ key, day }),
    enabled: /^\d{4}-\d{2}-\d{2}$/.test(day),
  })
  return (
    <Card withBorder component="section" aria-label="Xem theo ngày">
      <Title order={2} size="h4" mb="sm">
        Xem theo ngày
      </Title>
      <TextInput
        type="date"
        label="Hôm đó bà con đọc bản nào"
        description="Ngày đã qua, hôm nay hay ngày sắp tới"
        maw={280}
        value={day}
        onChange={event => setDay(event.currentTarget.value)}
      />
      {day !== '' && (
        <Answered query={found}>
          {({ topic, revision }) => (
            <Stack gap="xs" mt="md">
              <Text>
                {topic === null
                  ? 'Hôm đó hướng dẫn này không đăng.'
                  : revision === null
                    ? 'Bản đã duyệt, tới ngày tự có hiệu lực.'
                    : `Bản ${revision}.`}
              </Text>
              {topic && <Reading topic={topic} />}
            </Stack>
          )}
        </Answered>
      )}
    </Card>
  )
}

function Revisions({ guide }: { guide: Guide }) {
  const { key, draft, revisions } = guide
  const me = useMe()
  const go = useNavigate()
  const may = (role: 'editor' | 'reviewer') => me.data !== undefined && mayOpen(me.data, role)
  const start = useChange(
    (from: number) => api.guides.start({ key, from }),
    'guides',
    () => go(`/huong-dan/${key}`),
  )
  const seen = useChange((revision: number) => api.guides.markSeen({ key, revision, why: null }), 'guides')
  return (
    <Card withBorder component="section" aria-label="Các bản đã đăng">
      <Title order={2} size="h4" mb="sm">
        Các bản đã đăng
      </Title>
      {revisions.length === 0 && <Text>Chưa đăng bản nào.</Text>}
      <Stack gap="sm">
        {revisions.map(({ revision, publishedAt, retiredAt, writtenBy, publishedBy, why, isAlone, seenBy }) => (
          <Group key={revision} justify="space-between">
            <div>
              <Text>
                <b>Bản {revision}</b>, {sayMoment(publishedAt)}{' '}
                {retiredAt ? `đến ${sayMoment(retiredAt)}` : '(đang dùng)'}
              </Text>
              <Text size="sm">
                {writtenBy ? `${writtenBy} soạn, ${publishedBy ?? ''} duyệt` : 'Nội dung có sẵn khi cài'}
                {why && `: “${why}”`}
                {isAlone && (seenBy ? `. Đăng một mình; ${seenBy} đã xem lại` : '. Đăng một mình, chưa ai xem lại')}
              </Text>
            </div>
            <Group gap="xs">
              {isAlone && !seenBy && may('reviewer') && (
                <Button size="sm" onClick={() => seen.mutate(revision)}>
                  Đã xem lại
                </Button>
              )}
              {may('editor') && !draft && (
                <Button size="sm" variant="default" onClick={() => start.mutate(revision)}>
                  Soạn lại từ bản {revision}
                </Button>
              )}
            </Group>
          </Group>
        ))}
        <Trouble error={seen.error ?? start.error} />
      </Stack>
    </Card>
  )
}

function Steps({ guide: { steps } }: { guide: Guide }) {
  return (
    <Card withBorder component="section" aria-label="Ai làm gì, vì sao">
      <Title order={2} size="h4" mb="sm">
        Ai làm gì, vì sao
      </Title>
      <List size="sm" spacing={4}>
        {steps.map(({ at, by, action, why }) => (
          <List.Item key={`${at}${action}`}>
            {sayMoment(at)}: {by} {sayAction(action)}
            {why && `, “${why}”`}
          </List.Item>
        ))}
      </List>
    </Card>
  )
}
