/** A press that wants a reason: it is asked for where the press was made, and kept until the server has it. */
import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Trouble } from './states.tsx'

const SHORTEST = 3

interface WithReasonProps {
  /** What the button says. */
  words: string
  /** What it says once the reason is written; left out: the same. */
  sure?: string
  label: string
  description?: string
  why: string
  onWhy: (why: string) => void
  isPending: boolean
  error: Error | null
  onSay: () => void
}

export function WithReason(props: WithReasonProps) {
  const { words, sure = words, label, description, why, onWhy, isPending, error, onSay } = props
  const [isAsking, setAsking] = useState(false)
  if (!isAsking)
    return (
      <Group>
        <Button size="sm" variant="default" onClick={() => setAsking(true)}>
          {words}
        </Button>
      </Group>
    )
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        onSay()
      }}
    >
      <Stack gap="xs">
        <Textarea
          label={label}
          description={description}
          autoFocus
          required
          autosize
          maxLength={500}
          value={why}
          onChange={event => onWhy(event.currentTarget.value)}
        />
        <Trouble error={error} />
        <Group>
          <Button type="submit" size="sm" loading={isPending} disabled={why.trim().length < SHORTEST}>
            {sure}
          </Button>
          <Button size="sm" variant="default" onClick={() => setAsking(false)}>
            Quay lại
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
