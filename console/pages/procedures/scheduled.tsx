/** A draft that was agreed to and waits for its day; until then it can be given up. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/index.ts'
import { sayDay, sayName, Trouble, useKeptText } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { useChange } from '../staff/use-change.ts'
import type { Draft } from './words.ts'

const SHORTEST_WHY = 3

export function Scheduled({ draft, mayChange }: { draft: Draft; mayChange: boolean }) {
  const { id, version, effectiveFrom, submittedBy } = draft
  const [isLeaving, setLeaving] = useState(false)
  const [why, setWhy, forget] = useKeptText(`scheduled.${id}`)
  const discard = useChange(() => api.guides.discard({ id, version, why: why.trim() }), 'guides', forget)
  return (
    <Stack gap="xs">
      <Text>
        Đã duyệt bản của {submittedBy && sayName(submittedBy)}, tự có hiệu lực từ{' '}
        {effectiveFrom && sayDay(effectiveFrom)}.
      </Text>
      {mayChange && !isLeaving && (
        <Group>
          <Button size="sm" variant="default" onClick={() => setLeaving(true)}>
            Bỏ bản hẹn này
          </Button>
        </Group>
      )}
      {isLeaving && (
        <form onSubmit={submitting(() => discard.mutate(undefined))}>
          <TextInput
            label="Vì sao bỏ bản hẹn"
            required
            autoFocus
            maxLength={500}
            value={why}
            onChange={event => setWhy(event.currentTarget.value)}
          />
          <Group mt="xs">
            <Button type="submit" size="sm" loading={discard.isPending} disabled={why.trim().length < SHORTEST_WHY}>
              Bỏ bản hẹn này
            </Button>
            <Button size="sm" variant="default" onClick={() => setLeaving(false)}>
              Quay lại
            </Button>
          </Group>
        </form>
      )}
      <Trouble error={discard.error} />
    </Stack>
  )
}
