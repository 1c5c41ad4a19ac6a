/** The register of laws: what holds, what changed, and which guides rest on each. */
import {
  Anchor,
  Badge,
  Button,
  Card,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { type Api, api, mayOpen, useMe } from '../../api/index.ts'
import { Answered, Dialog, Nothing, Page, sayDay, sayName, Trouble, useKeptFields, Waiting } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'

type Law = Awaited<ReturnType<Api['laws']['list']>>['laws'][number]
type Asked = NonNullable<Parameters<Api['laws']['list']>[0]>

const STATES: Record<Law['state'], { word: string; color: string }> = {
  in_force: { word: 'Còn hiệu lực', color: '#14532d' },
  amended: { word: 'Đã sửa đổi', color: '#7a4b00' },
  expired: { word: 'Hết hiệu lực', color: '#8f1d1d' },
  unknown: { word: 'Chưa rõ', color: 'gray.8' },
}
const TYPING_MS = 250

export default function LawsPage() {
  const me = useMe()
  const isEditor = me.data !== undefined && mayOpen(me.data, 'editor')
  const [sought, setSought] = useState('')
  const [state, setState] = useState('')
  const [open, setOpen] = useState<Law | null>(null)
  const [isAdding, setAdding] = useState(false)
  const [find] = useDebouncedValue(sought.trim(), TYPING_MS)
  const asked: Asked = { ...(find && { find }), ...(state && { state: state as Law['state'] }) }
  const laws = useInfiniteQuery({
    queryKey: ['laws', 'list', asked],
    initialPageParam: 0,
    queryFn: ({ pageParam }) => api.laws.list({ ...asked, page: pageParam }),
    getNextPageParam: (last, pages) => (last.hasMore ? pages.length : undefined),
    placeholderData: keepPreviousData,
  })
  const found = laws.data?.pages.flatMap(page => page.laws)
  return (
    <Page title="Văn bản pháp luật" actions={isEditor && <Button onClick={() => setAdding(true)}>Thêm văn bản</Button>}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label="Tìm theo số hoặc tên, không cần dấu"
          type="search"
          value={sought}
          onChange={event => setSought(event.currentTarget.value)}
        />
        <NativeSelect
          label="Tình trạng"
          value={state}
          onChange={event => setState(event.currentTarget.value)}
          data={[
            { value: '', label: 'Mọi tình trạng' },
            ...Object.entries(STATES).map(([value, { word }]) => ({ value, label: word })),
          ]}
        />
      </SimpleGrid>
      <Trouble error={laws.error} onRetry={() => void laws.refetch()} />
      {laws.isPending && <Waiting />}
      {found?.length === 0 && <Nothing>Không có văn bản nào như vậy.</Nothing>}
      {found && found.length > 0 && (
        <Stack gap="sm">
          <Text size="sm" role="status">
            {laws.data?.pages[0]?.total} văn bản
          </Text>
          {found.map(law => (
            <LawCard key={law.number} law={law} onMark={isEditor ? () => setOpen(law) : null} />
          ))}
        </Stack>
      )}
      {laws.hasNextPage && (
        <Group>
          <Button variant="default" loading={laws.isFetchingNextPage} onClick={() => void laws.fetchNextPage()}>
            Xem thêm
          </Button>
        </Group>
      )}
      {open && <MarkDialog law={open} onClose={() => setOpen(null)} />}
      {isAdding && <AddDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

function LawCard({ law, onMark }: { law: Law; onMark: (() => void) | null }) {
  const { word, color } = STATES[law.state]
  const [isOpened, setOpened] = useState(false)
  return (
    <Card withBorder component="article" aria-label={law.number}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={700}>
            {law.url ? (
              <Anchor href={law.url} target="_blank" rel="noreferrer" underline="always">
                {law.number}
              </Anchor>
            ) : (
              law.number
            )}
          </Text>
          <Text>{law.title}</Text>
          <Text size="sm">
            {law.issuedOn && `Ban hành ${sayDay(law.issuedOn)}. `}
            {law.effectiveFrom && `Hiệu lực từ ${sayDay(law.effectiveFrom)}. `}
            {law.effectiveUntil && `Hết hiệu lực từ ${sayDay(law.effectiveUntil)}. `}
            {law.changedBy.length > 0 && `Sửa, thay bởi ${law.changedBy.join(', ')}.`}
          </Text>
          {law.marked && (
            <Text size="sm">
              {sayName(law.marked.by)} ghi ngày {sayDay(law.marked.at)}: {law.marked.note}
            </Text>
          )}
        </div>
        <Group gap="xs">
          <Badge color={color}>{word}</Badge>
          {onMark && (
            <Button size="sm" variant="default" onClick={onMark} aria-label={`Ghi tình trạng ${law.number}`}>
              Ghi tình trạng
            </Button>
          )}
        </Group>
      </Group>
      {law.cited > 0 && (
        <details onToggle={event => setOpened(event.currentTarget.open)}>
          <summary>{law.cited} hướng dẫn dẫn văn bản này</summary>
          {isOpened && <CitedBy number={law.number} />}
        </details>
      )}
    </Card>
  )
}

function CitedBy({ number }: { number: string }) {
  const law = useQuery({ queryKey: ['laws', 'one', number], queryFn: () => api.laws.get({ number }) })
  return <Answered query={law}>{({ citedBy }) => <Citing guides={citedBy} />}</Answered>
}

function Citing({ guides }: { guides: Awaited<ReturnType<Api['laws']['get']>>['citedBy'] }) {
  return (
    <ul>
      {guides.map(({ key, title, owner }) => (
        <li key={key}>
          <Anchor component={Link} to={`/huong-dan/${key}`} underline="always">
            {title}
          </Anchor>
          {owner && ` (${owner} giữ)`}
        </li>
      ))}
    </ul>
  )
}

function MarkDialog({ law, onClose }: { law: Law; onClose: () => void }) {
  const [{ state, since, note }, write, forget] = useKeptFields(`law.${law.number}`, {
    state: law.state === 'unknown' ? ('amended' as Law['state']) : law.state,
    since: '',
    note: '',
  })
  const mark = useChange(() => api.laws.mark({ number: law.number, state, since, note }), 'laws', forget)
  const opensTasks = state === 'amended' || state === 'expired'
  return (
    <Dialog title={`Tình trạng của ${law.number}`} onClose={onClose}>
      {mark.data ? (
        <Stack>
          <Text role="status">
            Đã ghi.{' '}
            {mark.data.tasksOpened > 0
              ? `Đã mở ${mark.data.tasksOpened} việc xem lại. Hướng dẫn nào có người giữ thì giao cho người ấy; chưa có thì ai soạn cũng nhận được.`
              : 'Không có hướng dẫn nào phải xem lại.'}
          </Text>
          <Citing guides={mark.data.law.citedBy} />
          <Button onClick={onClose}>Đóng</Button>
        </Stack>
      ) : (
        <form
          onSubmit={event => {
            event.preventDefault()
            mark.mutate(undefined)
          }}
        >
          <Stack>
            <NativeSelect
              label="Tình trạng"
              value={state}
              onChange={event => write({ state: event.currentTarget.value as Law['state'] })}
              data={Object.entries(STATES).map(([value, { word }]) => ({ value, label: word }))}
            />
            <TextInput
              label="Từ ngày"
              type="date"
              required
              value={since}
              onChange={event => write({ since: event.currentTarget.value })}
            />
            <Textarea
              label="Theo văn bản nào, đọc ở đâu"
              required
              maxLength={300}
              value={note}
              onChange={event => write({ note: event.currentTarget.value })}
            />
            {opensTasks && law.cited > 0 && (
              <div>
                <Text>Sẽ mở việc xem lại cho {law.cited} hướng dẫn:</Text>
                <CitedBy number={law.number} />
              </div>
            )}
            <Trouble error={mark.error} />
            <Button type="submit" loading={mark.isPending} disabled={!since || note.trim().length < 3}>
              Ghi lại
            </Button>
          </Stack>
        </form>
      )}
    </Dialog>
  )
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const [{ number, title, url }, write, forget] = useKeptFields('law.new', { number: '', title: '', url: '' })
  const add = useChange(
    () => api.laws.add({ number, title, url: url.trim() || null }),
    'laws',
    () => {
      forget()
      onClose()
    },
  )
  return (
    <Dialog title="Thêm văn bản" onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          add.mutate(undefined)
        }}
      >
        <Stack>
          <TextInput
            label="Số"
            required
            value={number}
            onChange={event => write({ number: event.currentTarget.value })}
          />
          <TextInput
            label="Tên gọi ngắn"
            required
            value={title}
            onChange={event => write({ title: event.currentTarget.value })}
          />
          <TextInput
            label="Đường dẫn"
            type="url"
            value={url}
            onChange={event => write({ url: event.currentTarget.value })}
          />
          <Trouble error={add.error} />
          <Button type="submit" loading={add.isPending}>
            Thêm
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
