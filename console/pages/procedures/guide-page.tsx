/** One guide: what holds, what is being written, what a second person decides, and how it came about. */
import { Alert, Anchor, Button, Card, Group, List, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router-dom'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { Answered, Page, sayDay, sayMoment, Trouble } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import { Decision } from './decision.tsx'
import { Difference } from './difference.tsx'
import { Editor } from './editor.tsx'
import { Phone } from './phone.tsx'
import { type Guide, sayAction } from './words.ts'

export default function GuidePage() {
  const { key = '' } = useParams()
  const guide = useQuery({ queryKey: ['guides', key], queryFn: () => api.guides.get({ key }) })
  const title = guide.data?.draft?.content.title || guide.data?.topic?.title || 'Hướng dẫn'
  return (
    <Page title={title}>
      <Anchor component={Link} to="/huong-dan" underline="always">
        Về danh sách
      </Anchor>
      <Answered query={guide}>{found => <Opened guide={found} />}</Answered>
    </Page>
  )
}

function Opened({ guide }: { guide: Guide }) {
  const { key, draft, revision, publishedAt, topic } = guide
  const me = useMe()
  const isEditor = me.data !== undefined && mayOpen(me.data, 'editor')
  const [isSaved, setSaved] = useState(true)
  const start = useChange((from: number | null) => api.guides.start({ key, from }), 'guides')
  return (
    <Stack gap="md">
      <Card withBorder>
        <Stack gap="xs">
          <Text>
            {revision === null
              ? 'Chưa đăng, hoặc đã ngừng.'
              : `Đang dùng: bản ${revision}, từ ${publishedAt && sayMoment(publishedAt)}.`}
          </Text>
          {topic && <Text>{topic.summary}</Text>}
          {guide.scheduled.map(({ id, effectiveFrom, submittedBy }) => (
            <Text key={id}>
              Đã duyệt bản của {submittedBy}, tự có hiệu lực từ {effectiveFrom && sayDay(effectiveFrom)}.
            </Text>
          ))}
          {!draft && isEditor && (
            <Group>
              <Button
                onClick={() => start.mutate(null)}
                loading={start.isPending}
                disabled={guide.revisions.length === 0}
              >
                Soạn bản mới
              </Button>
            </Group>
          )}
          <Trouble error={start.error} />
        </Stack>
      </Card>
      {draft?.returnedBecause && draft.state === 'draft' && (
        <Alert variant="outline" color="yellow" title={`Người duyệt trả lại: ${draft.returnedBecause}`} />
      )}
      {draft && <Difference guide={guide} />}
      {draft && <Decision key={`decision ${draft.id} ${draft.state}`} draft={draft} isSaved={isSaved} />}
      {draft && <Phone draft={draft} />}
      {draft?.state === 'draft' && isEditor && (
        <Editor key={draft.id} draft={draft} isSaved={isSaved} onSaved={setSaved} />
      )}
      <History guide={guide} onRestore={isEditor && !draft ? from => start.mutate(from) : null} />
    </Stack>
  )
}

function History({ guide, onRestore }: { guide: Guide; onRestore: ((revision: number) => void) | null }) {
  const me = useMe()
  const isReviewer = me.data !== undefined && mayOpen(me.data, 'reviewer')
  const seen = useChange((revision: number) => api.guides.markSeen({ key: guide.key, revision, why: null }), 'guides')
  return (
    <Card withBorder component="section" aria-label="Đã qua những bước nào">
      <Title order={2} size="h4" mb="sm">
        Đã qua những bước nào
      </Title>
      <Stack gap="xs">
        {guide.revisions.map(({ revision, publishedAt, retiredAt, publishedBy, why, isAlone, seenBy }) => (
          <Group key={revision} justify="space-between">
            <Text>
              <b>Bản {revision}</b>, {sayMoment(publishedAt)}
              {retiredAt && ` đến ${sayMoment(retiredAt)}`}, {publishedBy ?? 'nội dung có sẵn'}
              {why && `: ${why}`}
              {isAlone && (seenBy ? ` (đăng một mình; ${seenBy} đã xem lại)` : ' (đăng một mình, chưa ai xem lại)')}
            </Text>
            <Group gap="xs">
              {isAlone && !seenBy && isReviewer && (
                <Button size="sm" onClick={() => seen.mutate(revision)}>
                  Đã xem lại
                </Button>
              )}
              {onRestore && (
                <Button size="sm" variant="default" onClick={() => onRestore(revision)}>
                  Soạn lại từ bản {revision}
                </Button>
              )}
            </Group>
          </Group>
        ))}
        <Trouble error={seen.error} />
        <List size="sm" spacing={4}>
          {guide.steps.map(({ at, by, action, why }) => (
            <List.Item key={`${at}${action}`}>
              {sayMoment(at)}: {by} {sayAction(action)}
              {why && `, “${why}”`}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Card>
  )
}
