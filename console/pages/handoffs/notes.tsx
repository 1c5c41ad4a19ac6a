/** Officers' remarks to each other. */
import { Button, Card, Group, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/index.ts'
import { sayMoment, sayName, Trouble, useKeptText } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import type { Case } from './words.ts'

export function Notes({ found: { id, notes, state } }: { found: Case }) {
  const [text, setText, forget] = useKeptText(`note.${id}`)
  const queries = useQueryClient()
  const add = useMutation({
    mutationFn: () => api.handoffs.addNote({ id, text: text.trim() }),
    onSuccess: () => {
      forget()
      return queries.invalidateQueries({ queryKey: ['handoffs'] })
    },
  })
  if (state === 'closed' && notes.length === 0) return null
  return (
    <Card withBorder component="section" aria-label="Nhắn đồng nghiệp">
      <Title order={2} size="h4" mb="xs">
        Nhắn đồng nghiệp
      </Title>
      {notes.map(note => (
        <Text key={`${note.at}${note.by}`}>
          <b>{sayName(note.by)}</b>, {sayMoment(note.at)}: {note.text}
        </Text>
      ))}
      {state !== 'closed' && (
        <form onSubmit={submitting(() => add.mutate())}>
          <Group align="end" mt="sm">
            <TextInput
              flex={1}
              label="Lời nhắn cho đồng nghiệp"
              required
              maxLength={500}
              value={text}
              onChange={event => setText(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={add.isPending}>
              Ghi
            </Button>
          </Group>
          <Trouble error={add.error} />
        </form>
      )}
    </Card>
  )
}
