/** Wordings that wait for a second person, and those decided. */
import { Button, Card, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { Answered, Nothing, Page, sayMoment, Trouble } from '../../ui/index.ts'

type Example = Awaited<ReturnType<typeof api.questions.examples.list>>[number]

const STATES = { proposed: 'Chờ duyệt', accepted: 'Máy đã học', declined: 'Không nhận', retired: 'Đã bỏ' }

export default function ExamplesPage() {
  const examples = useQuery({ queryKey: ['questions', 'examples'], queryFn: () => api.questions.examples.list({}) })
  return (
    <Page title="Cách nói máy học thêm" back={{ to: '/cau-hoi', words: 'Về các câu hỏi' }}>
      <Answered query={examples}>
        {list =>
          list.length === 0 ? (
            <Nothing>Chưa có cách nói nào.</Nothing>
          ) : (
            <Stack gap="md">
              {list.map(example => (
                <OneExample key={example.id} example={example} />
              ))}
            </Stack>
          )
        }
      </Answered>
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
        {example.proposedBy} đề nghị {sayMoment(example.proposedAt)}
        {example.decidedBy && `; ${example.decidedBy} quyết định ${sayMoment(example.decidedAt)}`}
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
