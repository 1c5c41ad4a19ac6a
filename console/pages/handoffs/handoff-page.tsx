/** One case: its last lines, the number to call, and how it ended. */
import { Anchor, Button, Card, Group, Radio, Stack, Text, Textarea, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import type { HandoffOutcome } from '../../../shared/handoffs.ts'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, sayMinutes, sayMoment, sayName, Trouble, useKeptText } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { Claim } from './claim.tsx'
import { Notes } from './notes.tsx'
import { Replies } from './replies.tsx'
import { type Case, outcomeNames, reasonNames, stateNames } from './words.ts'

const CHOICES: HandoffOutcome[] = ['answered', 'visited', 'no_answer_needed', 'unreachable']
const LOOK_AGAIN_MS = 15_000

export default function HandoffPage() {
  const { id = '' } = useParams()
  const handoff = useQuery({
    queryKey: ['handoffs', id],
    queryFn: () => api.handoffs.get({ id }),
    // Each reading of a number to call is written into the audit: there a person asks for what is new.
    refetchInterval: ({ state: { data } }) => (data?.state === 'closed' || data?.phone ? false : LOOK_AGAIN_MS),
  })
  return (
    <Page
      title={handoff.data?.state === 'closed' ? 'Một việc đã xong' : 'Một việc đang chờ'}
      back={{ to: '/cho-tra-loi', words: 'Về danh sách' }}
    >
      <Answered query={handoff}>{found => <Opened found={found} onLook={() => void handoff.refetch()} />}</Answered>
    </Page>
  )
}

function Opened({ found, onLook }: { found: Case; onLook: () => void }) {
  return (
    <div className="two-columns">
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
          <Group justify="space-between" mb="sm">
            <Title order={2} size="h4">
              Những câu gần nhất
            </Title>
            {found.phone && (
              <Button size="compact-md" variant="default" onClick={onLook}>
                Xem có gì mới
              </Button>
            )}
          </Group>
          {found.context.length === 0 && <Nothing>Nội dung đã xóa khi việc xong.</Nothing>}
          <div className="talk">
            {found.context.map(line => (
              <p key={`${line.at}${line.text}`} className={`said ${line.from === 'person' ? 'theirs' : 'ours'}`}>
                <b>{line.from === 'person' ? 'Người dân' : 'Phường'}:</b> {line.text}
              </p>
            ))}
          </div>
        </Card>
      </Stack>
      <Stack gap="md">
        <Replies found={found} />
        {found.state === 'closed' ? (
          <Card withBorder>
            <Text>
              {found.outcome && outcomeNames[found.outcome]}, {found.closedBy && sayName(found.closedBy)},{' '}
              {sayMoment(found.closedAt)}
            </Text>
            {found.note && <Text>Ghi chú: {found.note}</Text>}
          </Card>
        ) : (
          <Closing id={found.id} />
        )}
      </Stack>
      <Notes found={found} />
    </div>
  )
}

function Closing({ id }: { id: string }) {
  const [outcome, setOutcome] = useState<HandoffOutcome | null>(null)
  const [note, setNote, forgetNote] = useKeptText(`handoff.${id}`)
  const queries = useQueryClient()
  const close = useMutation({
    mutationFn: (chosen: HandoffOutcome) =>
      api.handoffs.close({ id, outcome: chosen, ...(note.trim() ? { note: note.trim() } : {}) }),
    onSuccess: () => {
      forgetNote()
      return queries.invalidateQueries({ queryKey: ['handoffs'] })
    },
  })
  return (
    <Card withBorder component="section" aria-label="Kết thúc việc này">
      <form onSubmit={submitting(() => outcome && close.mutate(outcome))}>
        <Stack gap="md">
          <div>
            <Title order={2} size="h4">
              Xong việc này
            </Title>
            <Text>
              Trả lời ở trên hoặc ngay trên Zalo của phường, rồi ghi kết quả. Sau đó máy lại trả lời người này.
            </Text>
          </div>
          <Radio.Group
            label="Kết quả"
            value={outcome}
            onChange={value => setOutcome(CHOICES.find(one => one === value) ?? null)}
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
          <Button type="submit" variant="default" loading={close.isPending} disabled={outcome === null}>
            Kết thúc
          </Button>
        </Stack>
      </form>
    </Card>
  )
}
