/** One guide: what holds, what is being written, and what a second person decides. */
import { Alert, Anchor, Button, Card, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router-dom'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { Answered, Page, sayMoment, Trouble } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import { Corrections } from './corrections.tsx'
import { Decision } from './decision.tsx'
import { Difference } from './difference.tsx'
import { Editor } from './editor.tsx'
import { Examples } from './examples.tsx'
import { Phone } from './phone.tsx'
import { Scheduled } from './scheduled.tsx'
import type { Guide } from './words.ts'

export default function GuidePage() {
  const { key = '' } = useParams()
  const guide = useQuery({ queryKey: ['guides', key], queryFn: () => api.guides.get({ key }) })
  const title = guide.data?.draft?.content.title || guide.data?.topic?.title || 'Hướng dẫn'
  return (
    <Page
      title={title}
      back={{ to: '/huong-dan', words: 'Về danh sách' }}
      actions={
        <>
          {guide.data?.mayChange && (
            <Button component={Link} to={`/huong-dan/${key}/lich-su`} variant="default">
              Lịch sử, ngừng dùng
            </Button>
          )}
          <Button component={Link} to={`/huong-dan/${key}/rieng`} variant="default">
            Phần riêng của địa phương
          </Button>
        </>
      }
    >
      <Answered query={guide}>{found => <Opened guide={found} />}</Answered>
    </Page>
  )
}

function Opened({ guide }: { guide: Guide }) {
  const { key, draft, topic } = guide
  const me = useMe()
  const isEditor = guide.mayChange && me.data !== undefined && mayOpen(me.data, 'editor')
  const [isSaved, setSaved] = useState(true)
  const start = useChange((from: number | null) => api.guides.start({ key, from }), 'guides')
  const isWritten = draft !== null && !draft.isRetirement
  const [query, setQuery] = useSearchParams()
  const isEditing = draft?.state === 'draft' && isEditor
  return (
    <Stack gap="md">
      <Card withBorder>
        <Stack gap="xs">
          <Text>{sayStanding(guide)}</Text>
          {topic && <Text>{topic.summary}</Text>}
          {!guide.mayChange && (
            <Text>
              Hướng dẫn này dùng chung cho nhiều phường. Điều gì tại đây khác thì ghi ở “Phần riêng của địa phương”; chỗ
              nào ghi sai thì báo ở “Duyệt nhanh”.{' '}
              <Anchor href={`/thu-tuc/${key}`} underline="always">
                Đọc như bà con đọc
              </Anchor>
            </Text>
          )}
          {guide.scheduled.map(one => (
            <Scheduled key={one.id} draft={one} mayChange={isEditor} />
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
        <Alert variant="outline" color="yellow" c="black" title={`Người duyệt trả lại: ${draft.returnedBecause}`} />
      )}
      <Corrections guide={guide} onLead={isEditing ? place => setQuery({ cho: place }, { replace: true }) : null} />
      {isWritten && <Difference guide={guide} />}
      {draft && <Decision key={`decision ${draft.id} ${draft.state}`} draft={draft} isSaved={isSaved} />}
      {draft && isEditing ? (
        <div className="beside">
          <Stack className="writes" gap="md">
            <Editor
              key={draft.id}
              draft={draft}
              isSaved={isSaved}
              onSaved={setSaved}
              corrections={guide.corrections}
              target={query.get('cho') ?? ''}
            />
          </Stack>
          <div className="reads">
            <Phone draft={draft} columns={1} />
          </div>
        </div>
      ) : (
        isWritten && <Phone draft={draft} columns={2} />
      )}
      {guide.mayChange && <Examples guide={guide} />}
    </Stack>
  )
}

function sayStanding({ revision, publishedAt, revisions }: Guide): string {
  if (revision !== null) return `Đang dùng: bản ${revision}, từ ${publishedAt && sayMoment(publishedAt)}.`
  return revisions.length > 0 ? 'Đã ngừng, bà con không thấy nữa.' : 'Chưa đăng lần nào, bà con chưa thấy.'
}
