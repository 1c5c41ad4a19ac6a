/** A draft that was agreed to and waits for its day; until then it can be given up. */
import { Stack, Text } from '@mantine/core'
import { api } from '../../api/index.ts'
import { sayDay, sayName, useKeptText, WithReason } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import type { Draft } from './words.ts'

export function Scheduled({ draft, mayChange }: { draft: Draft; mayChange: boolean }) {
  const { id, version, effectiveFrom, submittedBy } = draft
  const [why, setWhy, forget] = useKeptText(`scheduled.${id}`)
  const discard = useChange(() => api.guides.discard({ id, version, why: why.trim() }), 'guides', forget)
  return (
    <Stack gap="xs">
      <Text>
        Đã duyệt bản của {submittedBy && sayName(submittedBy)}, tự có hiệu lực từ{' '}
        {effectiveFrom && sayDay(effectiveFrom)}.
      </Text>
      {mayChange && (
        <WithReason
          {...{ why, onWhy: setWhy, isPending: discard.isPending, error: discard.error }}
          words="Bỏ bản hẹn này"
          label="Vì sao bỏ bản hẹn"
          onSay={() => discard.mutate(undefined)}
        />
      )}
    </Stack>
  )
}
