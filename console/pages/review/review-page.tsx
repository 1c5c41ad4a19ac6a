/** Duyệt nhanh: facts of starter content one at a time, ten at a go, on the PC or on the phone. */
import { Alert, Anchor, Button, Card, Group, NativeSelect, Progress, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { api, useMe } from '../../api/index.ts'
import { Answered, Nothing, Page, Trouble } from '../../ui/index.ts'
import { type Answer, type Queue, readWaiting, useAnswerQueue } from './answer-queue.ts'
import { FactCard } from './fact-card.tsx'
import type { Here, Item, Said } from './said.ts'
import './review.css'

const BATCH = 10

export default function ReviewPage() {
  const areas = useQuery({ queryKey: ['review'], queryFn: () => api.review.areas() })
  const [chosen, setChosen] = useState('')
  return (
    <Page title="Duyệt nhanh">
      <Answered query={areas}>
        {list => {
          const area = chosen || (list.find(({ level }) => level === 'ward') ?? list[0])?.code
          if (!area) return <Nothing>Tài khoản này chưa giữ hướng dẫn của phường nào.</Nothing>
          return (
            <Stack gap="md">
              {list.length > 1 && (
                <NativeSelect
                  label="Xác nhận cho"
                  description="Điều thành phố đã xác nhận thì các phường dùng theo, trừ khi phường nói khác"
                  value={area}
                  onChange={event => setChosen(event.currentTarget.value)}
                  data={list.map(({ code, name, left }) => ({ value: code, label: `${name} (còn ${left})` }))}
                />
              )}
              <Sprint key={area} area={area} />
            </Stack>
          )
        }}
      </Answered>
    </Page>
  )
}

function Sprint({ area }: { area: string }) {
  const me = useMe()
  if (!me.data) return null
  return <Batches area={area} owner={me.data.person?.id ?? 'token'} />
}

function Batches({ area, owner }: { area: string; owner: string }) {
  const queries = useQueryClient()
  const queue = useAnswerQueue(owner)
  const batch = useQuery({
    queryKey: ['review', area],
    queryFn: () => api.review.next({ area, size: BATCH }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    // Whoever comes back from the editor is not asked again what they have answered.
    gcTime: 0,
  })
  const [forEditor, setForEditor] = useState<string | null>(null)
  const { outcome } = queue
  const isHere = outcome !== null && outcome.answer.requestKey === forEditor && outcome.correction === 'editor'
  const editor = isHere ? placeInEditor(outcome.answer) : null
  const navigate = useNavigate()
  const corrected = outcome?.correction ? outcome.answer.requestKey : null
  useEffect(() => {
    if (!corrected) return
    // What was read to fill in the form is older than what it has changed.
    for (const touched of ['guides', 'freshness']) void queries.invalidateQueries({ queryKey: [touched] })
    if (editor) navigate(editor)
  }, [corrected, editor, queries, navigate])
  return (
    <>
      {queue.waiting > 0 && queue.trouble && (
        <Alert role="status" variant="outline" color="yellow" title={`${queue.waiting} câu trả lời chưa gửi được`}>
          <Text>Đã cất trên máy này, tự gửi khi có mạng. Cứ làm tiếp được.</Text>
          <Button size="sm" variant="default" mt="xs" onClick={queue.sendNow}>
            Gửi lại ngay
          </Button>
        </Alert>
      )}
      {queue.refused && (
        <Stack gap={4}>
          <Text>“{queue.refused.answer.fact.split('\n')[0]}” chưa được ghi:</Text>
          <Trouble error={queue.refused.error} />
        </Stack>
      )}
      <Outcome queue={queue} />
      <Answered query={batch}>
        {({ area: { name }, mayChangeGuides, items, left, confirmed, beingCorrected }) => (
          <Facts
            key={batch.dataUpdatedAt}
            items={items.filter(item => !readWaiting(owner).some(one => isOf(one, item, area)))}
            left={left}
            done={confirmed + beingCorrected}
            isSettled={queue.waiting === 0}
            here={{ code: area, name, mayChangeGuides }}
            onSay={(item, { isForEditor, ...said }) => {
              const requestKey = crypto.randomUUID()
              if (isForEditor) setForEditor(requestKey)
              queue.add({ area, requestKey, topic: item.topic, item: item.key, fact: item.fact, ...said })
            }}
            onMore={() => void queries.invalidateQueries({ queryKey: ['review'] })}
          />
        )}
      </Answered>
    </>
  )
}

/** Where the words stand now. */
function placeInEditor({ topic, place }: Answer): string {
  return `/huong-dan/${topic}?cho=${place ?? ''}`
}

const localWords: Partial<Record<NonNullable<Queue['outcome']>['correction'] & string, string>> = {
  local: 'Phần riêng chờ người thứ hai duyệt.',
  'local-draft': 'Chỗ sửa đã vào phần riêng đang soạn, chờ gửi duyệt.',
  task: 'Phần riêng đang có lời khác chờ duyệt, nên chỗ sửa này chưa vào; nó nằm trong việc chờ. Xong bản kia thì sửa lại.',
}

function Outcome({ queue: { outcome } }: { queue: Queue }) {
  if (!outcome?.correction) return null
  const { correction, answer } = outcome
  if (correction === 'office') return <Text role="status">Chỗ sửa chờ người thứ hai duyệt, ở mục Xem lại.</Text>
  if (answer.local)
    return (
      <Text role="status">
        {localWords[correction]}{' '}
        <Anchor component={Link} to={`/huong-dan/${answer.topic}/rieng?dia-ban=${answer.area}`} underline="always">
          Mở phần riêng
        </Anchor>
      </Text>
    )
  if (correction === 'task') return <Text role="status">Chỗ sửa đã gửi tới người giữ hướng dẫn.</Text>
  return (
    <Text role="status">
      {correction === 'draft'
        ? 'Chỗ sửa đã vào bản nháp của hướng dẫn, chờ gửi duyệt. '
        : 'Lời sửa đã để bên chỗ ấy trong bản soạn. '}
      <Anchor component={Link} to={placeInEditor(answer)} underline="always">
        Mở bản nháp
      </Anchor>
    </Text>
  )
}

function Facts({
  here,
  items,
  left,
  done,
  isSettled,
  onSay,
  onMore,
}: {
  here: Here
  items: Item[]
  left: number
  done: number
  /** Everything said has arrived. */
  isSettled: boolean
  onSay: (item: Item, said: Said) => void
  onMore: () => void
}) {
  const [batch] = useState(items)
  const [at, setAt] = useState(0)
  const [unknown, setUnknown] = useState(0)
  const item = batch[at]
  const still = left - at + unknown
  const total = left + done
  const say = useCallback(
    (said: Said) => {
      if (!item) return
      onSay(item, said)
      if (said.answer === 'unknown') setUnknown(unknown + 1)
      setAt(at + 1)
    },
    [item, at, unknown, onSay],
  )
  return (
    <Stack gap="md">
      <div>
        <Group justify="space-between">
          <Text fw={700} role="status">
            Còn {still} mục
          </Text>
          <Text>{item ? `Mục ${at + 1} trong ${batch.length}` : `Đã xong ${batch.length} mục`}</Text>
        </Group>
        <Progress
          value={total === 0 ? 100 : ((total - still) / total) * 100}
          aria-label={`Đã xong ${total - still} trong ${total} mục`}
          mt="xs"
        />
      </div>
      {item && <FactCard key={`${item.topic} ${item.key}`} here={here} item={item} onSay={say} />}
      {!item && (
        <Card withBorder>
          <Stack gap="sm" align="flex-start">
            <Title order={2} size="h3">
              {still === 0 ? 'Không còn mục nào chờ xác nhận' : `Xong ${batch.length} mục`}
            </Title>
            <Text>
              {still === 0
                ? 'Mỗi hướng dẫn nay ghi rõ ai xác nhận, ngày nào.'
                : `Còn ${still} mục. Nghỉ lúc nào cũng được, các câu đã trả lời được giữ lại.`}
            </Text>
            {still > 0 && (
              <Button size="lg" onClick={onMore} disabled={!isSettled}>
                Làm tiếp {Math.min(still, BATCH)} mục
              </Button>
            )}
          </Stack>
        </Card>
      )}
    </Stack>
  )
}

function isOf(answer: { topic: string | null; item: string; area: string }, item: Item, area: string): boolean {
  return answer.area === area && answer.topic === item.topic && answer.item === item.key
}
