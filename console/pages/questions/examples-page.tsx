/** Wordings that wait for a second person, and those decided. */
import { Button, Card, Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { Nothing, Page, sayMoment, sayName, Trouble, Waiting } from '../../ui/index.ts'

type Example = Awaited<ReturnType<typeof api.questions.examples.list>>['examples'][number]

const STATES = { proposed: 'Chờ duyệt', accepted: 'Máy đã học', declined: 'Không nhận', retired: 'Đã bỏ' }

export default function ExamplesPage() {
  const examples = useInfiniteQuery({
    queryKey: ['questions', 'examples'],
    initialPageParam: '',
    queryFn: ({ pageParam }) => api.questions.examples.list(pageParam ? { before: pageParam } : {}),
    getNextPageParam: last => (last.hasMore ? last.examples.at(-1)?.id : undefined),
  })
  const list = examples.data?.pages.flatMap(page => page.examples)
  return (
    <Page title="Cách nói máy học thêm" back={{ to: '/cau-hoi', words: 'Về các câu hỏi' }}>
      <Trouble error={examples.error} onRetry={() => void examples.refetch()} />
      {examples.isPending && <Waiting />}
      {list?.length === 0 && <Nothing>Chưa có cách nói nào.</Nothing>}
      {list && list.length > 0 && (
        <Stack gap="md">
          {list.map(example => (
            <OneExample key={example.id} example={example} />
          ))}
        </Stack>
      )}
      {examples.hasNextPage && (
        <Group>
          <Button variant="default" loading={examples.isFetchingNextPage} onClick={() => void examples.fetchNextPage()}>
            Xem thêm
          </Button>
        </Group>
      )}
    </Page>
  )
}

function OneExample({ example }: { example: Example }) {
  const { id, wording, state, topicTitle, now } = example
  const me = useMe()
  const queries = useQueryClient()
  const decide = useMutation({
    mutationFn: (to: 'accept' | 'decline' | 'retire') => api.questions.examples[to]({ id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['questions'] }),
  })
  const mayReview = me.data ? mayOpen(me.data, 'reviewer') : false
  return (
    <Card withBorder component="article" aria-label={wording}>
      <Text fw={700}>{wording}</Text>
      <Text>
        {topicTitle ? `Là hỏi về: ${topicTitle}` : 'Không phải việc của phường'} · {STATES[state]}
      </Text>
      <Text size="sm">
        {sayName(example.proposedBy)} đề nghị {sayMoment(example.proposedAt)}
        {example.decidedBy && `; ${sayName(example.decidedBy)} quyết định ${sayMoment(example.decidedAt)}`}
        {example.namesConfirmed && '; đã xem lại chỗ trông như tên người'}
      </Text>
      {state === 'proposed' && (
        <Text size="sm">
          {now.decision === 'answer' || now.decision === 'refer'
            ? `Bây giờ máy trả lời về: ${now.topic}`
            : 'Bây giờ máy chưa trả lời được câu này.'}
        </Text>
      )}
      <Trouble error={decide.error} />
      {mayReview && (
        <Group mt="sm">
          {example.mayDecide && (
            <Button loading={decide.isPending} onClick={() => decide.mutate('accept')}>
              Đồng ý, dạy máy
            </Button>
          )}
          {state === 'proposed' && (
            <Button variant="default" loading={decide.isPending} onClick={() => decide.mutate('decline')}>
              Không nhận
            </Button>
          )}
          {state === 'accepted' && (
            <Button variant="default" loading={decide.isPending} onClick={() => decide.mutate('retire')}>
              Bỏ cách nói này
            </Button>
          )}
          {state === 'proposed' && !example.mayDecide && <Text size="sm">Người khác phải duyệt câu của mình.</Text>}
        </Group>
      )}
    </Card>
  )
}
