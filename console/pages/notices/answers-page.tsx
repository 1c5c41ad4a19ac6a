/** What came back: how many come, and what is asked; each question answered here. Nobody's name is on any of it. */
import { Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router-dom'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, Trouble, useKeptText } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import { Facts } from './facts.tsx'
import type { Question } from './wire.ts'

const LONGEST_REPLY = 500
const LOOK_AGAIN_MS = 15_000

export default function AnswersPage() {
  const { id = '' } = useParams()
  const answers = useQuery({
    queryKey: ['notices', id, 'answers'],
    queryFn: () => api.notices.answers({ id }),
    refetchInterval: LOOK_AGAIN_MS,
  })
  return (
    <Page title="Bà con trả lời" back={{ to: `/thong-bao/tin/${id}`, words: 'Về trang của tin' }}>
      <Answered query={answers}>
        {({ going, goingPeople, notGoing, questions }) => {
          const facts = [
            ['Sẽ đi', `${goingPeople} người (${going} máy đã báo)`],
            ['Không đi được', `${notGoing} máy đã báo`],
          ]
          const open = questions.filter(({ reply }) => reply === null)
          const answered = questions.filter(({ reply }) => reply !== null)
          return (
            <Stack gap="md">
              <Card withBorder component="section" aria-label="Ai đi được">
                <Facts facts={facts.map(([label = '', value = '']) => ({ field: label, label, value }))} />
                <Text size="sm" mt="xs">
                  Không ai thấy tên người trả lời. Ai chưa trả lời thì vẫn có thể đến.
                </Text>
              </Card>
              <Title order={2} size="h4">
                Câu hỏi chờ trả lời ({open.length})
              </Title>
              {open.length === 0 && <Nothing>{answered.length > 0 ? 'Đã trả lời hết.' : 'Chưa có ai hỏi.'}</Nothing>}
              {open.map(question => (
                <OpenQuestion key={question.id} noticeId={id} question={question} />
              ))}
              {answered.length > 0 && (
                <Title order={2} size="h4">
                  Đã trả lời ({answered.length})
                </Title>
              )}
              {answered.map(({ id: key, text, reply }) => (
                <Card key={key} withBorder component="article" aria-label={`Đã trả lời: ${text}`}>
                  <Text fw={600}>{text}</Text>
                  <Text className="said">Đáp: {reply}</Text>
                </Card>
              ))}
            </Stack>
          )
        }}
      </Answered>
    </Page>
  )
}

function OpenQuestion({ noticeId, question }: { noticeId: string; question: Question }) {
  const [text, setText, forget] = useKeptText(`notice-answer.${question.id}`)
  const reply = useChange(
    () => api.notices.reply({ id: noticeId, question: question.id, text: text.trim() }),
    'notices',
    forget,
  )
  return (
    <Card withBorder component="article" aria-label={`Câu hỏi: ${question.text}`}>
      <Stack gap="xs">
        <Text fw={600}>{question.text}</Text>
        <Textarea
          label="Trả lời"
          description="Tới hộp thư của người hỏi, và vào Zalo nếu còn nhắn được. Gửi rồi không sửa được."
          maxLength={LONGEST_REPLY}
          autosize
          minRows={2}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <Trouble error={reply.error} />
        <Group>
          <Button disabled={text.trim() === ''} loading={reply.isPending} onClick={() => reply.mutate(undefined)}>
            Gửi câu trả lời
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}
