/** One case: its last lines, the number to call, and how it ended. */
import { Anchor, Button, Card, Radio, Stack, Text, Textarea, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router-dom'
import type { HandoffOutcome } from '../../../shared/handoffs.ts'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, sayMinutes, sayMoment, Trouble, useKeptText } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { Claim } from './claim.tsx'
import { Notes } from './notes.tsx'
import { Replies } from './replies.tsx'
import { outcomeNames, reasonNames, stateNames } from './words.ts'

const CHOICES: HandoffOutcome[] = ['answered', 'visited', 'no_answer_needed', 'unreachable']

export default function HandoffPage() {
  const { id = '' } = useParams()
  const handoff = useQuery({ queryKey: ['handoffs', id], queryFn: () => api.handoffs.get({ id }) })
  return (
    <Page title="Một việc đang chờ">
      <Anchor component={Link} to="/cho-tra-loi" underline="always">
        Về danh sách
      </Anchor>
      <Answered query={handoff}>
        {found => (
          <Stack gap="md">
            <Card withBorder>
              <Text>
                <b>{reasonNames[found.reason]}</b> · {stateNames[found.state]} · từ {sayMoment(found.openedAt)}
                {found.waitingMinutes !== null && ` · đã chờ ${sayMinutes(found.waitingMinutes)}`}
              </Text>
              <Claim found={found} />
              {found.dueAt && <Text>Đã hẹn trả lời trước {sayMoment(found.dueAt)}.</Text>}
              {found.phone && (
                <Text>
                  Số gọi lại:{' '}
                  <Anchor href={`tel:${found.phone}`} underline="always">
                    {found.phone}
                  </Anchor>{' '}
                  (lần xem này đã được ghi lại)
                </Text>
              )}
            </Card>
            <Card withBorder component="section" aria-label="Những câu gần nhất">
              <Title order={2} size="h4" mb="sm">
                Những câu gần nhất
              </Title>
              {found.context.length === 0 && <Nothing>Nội dung đã xóa khi việc xong.</Nothing>}
              <Stack gap="xs">
                {found.context.map(line => (
                  <Text key={`${line.at}${line.text}`}>
                    <b>{line.from === 'person' ? 'Người dân' : 'Phường'}:</b> {line.text}
                  </Text>
                ))}
              </Stack>
            </Card>
            <Replies found={found} />
            <Notes found={found} />
            {found.state === 'closed' ? (
              <Card withBorder>
                <Text>
                  {found.outcome && outcomeNames[found.outcome]}, {found.closedBy}, {sayMoment(found.closedAt)}
                </Text>
                {found.note && <Text>Ghi chú: {found.note}</Text>}
              </Card>
            ) : (
              <Closing id={id} />
            )}
          </Stack>
        )}
      </Answered>
    </Page>
  )
}

function Closing({ id }: { id: string }) {
  const [outcome, setOutcome] = useState<HandoffOutcome>('answered')
  const [note, setNote, forgetNote] = useKeptText(`handoff.${id}`)
  const queries = useQueryClient()
  const close = useMutation({
    mutationFn: () => api.handoffs.close({ id, outcome, ...(note.trim() ? { note: note.trim() } : {}) }),
    onSuccess: () => {
      forgetNote()
      return queries.invalidateQueries({ queryKey: ['handoffs'] })
    },
  })
  return (
    <Card withBorder component="section" aria-label="Kết thúc việc này">
      <form onSubmit={submitting(() => close.mutate())}>
        <Stack gap="md">
          <Text>Trả lời ở trên hoặc trong ứng dụng Zalo OA, rồi ghi kết quả. Sau đó máy lại trả lời người này.</Text>
          <Radio.Group
            label="Kết quả"
            value={outcome}
            onChange={value => setOutcome(CHOICES.find(one => one === value) ?? 'answered')}
          >
            <Stack gap="xs" mt="xs">
              {CHOICES.map(value => (
                <Radio key={value} value={value} label={outcomeNames[value]} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label="Ghi chú"
            description="Số căn cước, số điện thoại được che trước khi lưu"
            maxLength={500}
            autosize
            minRows={2}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
          />
          <Trouble error={close.error} />
          <Button type="submit" loading={close.isPending}>
            Kết thúc
          </Button>
        </Stack>
      </form>
    </Card>
  )
}
