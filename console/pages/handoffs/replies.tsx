/** What was written from here, what the guides would say, and writing to the person. */
import { Button, Card, Group, NativeSelect, Stack, Text, Textarea, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/index.ts'
import { sayMoment, sayName, Trouble, useKeptText } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { type Case, replyStates } from './words.ts'

export function Replies({ found }: { found: Case }) {
  const { id, replies, suggestion, state } = found
  const [text, setText, forget] = useKeptText(`reply.${id}`)
  // What somebody typed is never thrown away for what the machine has ready.
  const add = (words: string) => setText(text.trim() === '' ? words : `${text.trimEnd()}\n\n${words}`)
  if (state === 'closed' && replies.length === 0) return null
  return (
    <Card withBorder component="section" aria-label="Trả lời">
      <Stack gap="md">
        <Title order={2} size="h4">
          Trả lời
        </Title>
        {replies.map(reply => (
          <Text key={`${reply.at}${reply.by}`} className="said">
            <b>{sayName(reply.by)}</b>, {sayMoment(reply.at)},{' '}
            {reply.way === 'oa' ? 'qua Zalo' : 'vào hộp thư Mini App'} ({replyStates[reply.state]}):{' '}
            {reply.text ?? 'Lời nhắn đã hết hạn lưu.'}
          </Text>
        ))}
        {state !== 'closed' && suggestion && (
          <Card withBorder bg="#e8f1fc" component="section" aria-label="Hướng dẫn đang có">
            <Text fw={700}>Hướng dẫn đang có cho câu “{suggestion.question}”</Text>
            <Text style={{ whiteSpace: 'pre-line' }}>{suggestion.text}</Text>
            <Button mt="sm" size="sm" variant="default" onClick={() => add(suggestion.text)}>
              Lấy làm câu trả lời
            </Button>
          </Card>
        )}
        {state !== 'closed' && <Writing found={found} text={text} setText={setText} onAdd={add} forget={forget} />}
      </Stack>
    </Card>
  )
}

interface WritingProps {
  found: Case
  text: string
  setText: (text: string) => void
  onAdd: (words: string) => void
  forget: () => void
}

function Writing({ found: { id, area, replyWay, replyUntil }, text, setText, onAdd, forget }: WritingProps) {
  // The same until the server has taken it: a second press, one after a lost connection or a reload, is the same reply.
  const [begun] = useState(() => crypto.randomUUID())
  const [kept, setRequestKey, forgetKey] = useKeptText(`reply-key.${id}`)
  const requestKey = kept || begun
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: () => {
      setRequestKey(requestKey)
      return api.handoffs.reply({ id, text: text.trim(), requestKey })
    },
    onSuccess: () => {
      forget()
      forgetKey()
      return queries.invalidateQueries({ queryKey: ['handoffs'] })
    },
  })
  if (replyWay === null)
    return <Text>Zalo không còn cho phường nhắn người này. Gọi điện nếu có số, hoặc chờ họ nhắn lại.</Text>
  return (
    <form onSubmit={submitting(() => send.mutate())}>
      <Stack gap="sm">
        <Canned area={area} onPick={onAdd} />
        <Textarea
          label="Lời nhắn"
          description={
            replyWay === 'oa'
              ? `Đi qua Zalo của phường, được tới ${sayMoment(replyUntil)}. Máy im lặng cho tới khi kết thúc việc.`
              : 'Zalo đã hết hạn nhắn. Lời này nằm trong Mini App, chờ họ mở.'
          }
          required
          maxLength={2000}
          autosize
          minRows={3}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <Trouble error={send.error} />
        <Group>
          <Button type="submit" loading={send.isPending}>
            Gửi
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Those of the place that the case is about, whichever role its officer was given first. */
function Canned({ area, onPick }: { area: string; onPick: (text: string) => void }) {
  const canned = useQuery({ queryKey: ['canned', area], queryFn: () => api.handoffs.readCanned({ area }) })
  const replies = canned.data?.replies ?? []
  if (replies.length === 0) return null
  return (
    <NativeSelect
      label="Câu soạn sẵn"
      value=""
      onChange={event => {
        const picked = event.currentTarget.value === '' ? undefined : replies[Number(event.currentTarget.value)]
        if (picked) onPick(picked.text)
      }}
      data={[
        { value: '', label: 'Chọn một câu…' },
        ...replies.map(({ title }, index) => ({ value: String(index), label: title })),
      ]}
    />
  )
}
