/** What waits to be looked at again: done by publishing the guide, or by saying that it still holds. */
import { Anchor, Badge, Button, Card, Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { type Api, api } from '../../api/index.ts'
import { Nothing, sayDay, sayMoment, sayName, Trouble, useKeptText, Waiting, WithReason } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'

type Task = Awaited<ReturnType<Api['freshness']['tasks']>>['tasks'][number]

export const taskWords: Record<Task['kind'], string> = {
  law: 'Văn bản đổi',
  date: 'Đến ngày',
  change: 'Sắp thay đổi',
  wrong: 'Có chỗ sai',
}

export function Tasks() {
  const tasks = useInfiniteQuery({
    queryKey: ['freshness', 'tasks', 'all'],
    initialPageParam: 0,
    queryFn: ({ pageParam }) => api.freshness.tasks({ page: pageParam }),
    getNextPageParam: (last, pages) => (last.hasMore ? pages.length : undefined),
  })
  const list = tasks.data?.pages.flatMap(page => page.tasks)
  return (
    <>
      <Trouble error={tasks.error} onRetry={() => void tasks.refetch()} />
      {tasks.isPending && <Waiting />}
      {list?.length === 0 && <Nothing>Không có việc nào chờ xem lại.</Nothing>}
      {list && list.length > 0 && (
        <Stack gap="sm">
          <Text size="sm" role="status">
            {tasks.data?.pages[0]?.open} việc đang chờ
          </Text>
          {list.map(task => (
            <TaskCard key={task.id} task={task} />
          ))}
        </Stack>
      )}
      {tasks.hasNextPage && (
        <Group>
          <Button variant="default" loading={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
            Xem thêm
          </Button>
        </Group>
      )}
    </>
  )
}

function TaskCard({ task }: { task: Task }) {
  const { id, kind, topic, title, text, place, openedAt, openedBy, dueOn, owner, isMine, done } = task
  const [why, setWhy, forget] = useKeptText(`task.${id}`)
  const confirm = useChange(() => api.freshness.confirm({ id, why: why.trim() }), 'freshness', forget)
  return (
    <Card withBorder component="article" aria-label={title}>
      <Stack gap="xs">
        <Group justify="space-between">
          {topic ? (
            <Anchor
              component={Link}
              to={`/huong-dan/${topic}${place && !done ? `?cho=${place}` : ''}`}
              underline="always"
              fw={700}
            >
              {title}
            </Anchor>
          ) : (
            <Text fw={700}>{title}</Text>
          )}
          <Badge color={done ? '#14532d' : '#7a4b00'}>{done ? 'Đã xong' : taskWords[kind]}</Badge>
        </Group>
        <Text style={{ whiteSpace: 'pre-line' }}>{text}</Text>
        <Text size="sm">
          {sayName(openedBy)} mở {sayMoment(openedAt)}. {dueOn && `Nên xong trước ${sayDay(dueOn)}. `}
          {owner ? `${isMine ? 'Việc của tôi' : `${owner} giữ`}.` : 'Chưa giao cho ai.'}
        </Text>
        {done && (
          <Text size="sm">
            {sayName(done.by)} {done.how === 'published' ? 'đã đăng bản mới' : 'đã xem, vẫn đúng'}, {sayMoment(done.at)}
            .
          </Text>
        )}
        {!done && (
          <WithReason
            {...{ why, onWhy: setWhy, isPending: confirm.isPending, error: confirm.error }}
            words="Đã xem, vẫn đúng"
            sure="Xác nhận"
            label="Đã đối chiếu với đâu"
            onSay={() => confirm.mutate(undefined)}
          />
        )}
      </Stack>
    </Card>
  )
}
