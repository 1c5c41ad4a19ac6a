/** Whose the case is, and taking it on. */
import { Button, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/index.ts'
import { sayName, Trouble } from '../../ui/index.ts'
import type { Case } from './words.ts'

export function Claim({ found: { id, state, claimedBy, isMine } }: { found: Case }) {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: ['handoffs'] })
  const claim = useMutation({
    mutationFn: () => api.handoffs.claim({ id, ...(claimedBy ? { from: claimedBy } : {}) }),
    onSettled,
  })
  const release = useMutation({ mutationFn: () => api.handoffs.release({ id }), onSettled })
  if (state === 'closed') return null
  return (
    <>
      <Group my="xs">
        <Text>
          {isMine ? 'Mình đã nhận việc này.' : claimedBy ? `${sayName(claimedBy)} đã nhận.` : 'Chưa ai nhận.'}
        </Text>
        {isMine ? (
          <Button size="sm" variant="default" loading={release.isPending} onClick={() => release.mutate()}>
            Để lại cho đồng nghiệp
          </Button>
        ) : (
          <Button
            size="sm"
            variant={claimedBy ? 'default' : 'filled'}
            loading={claim.isPending}
            onClick={() => claim.mutate()}
          >
            {claimedBy ? `Nhận thay ${sayName(claimedBy)}` : 'Nhận việc này'}
          </Button>
        )}
      </Group>
      <Trouble error={claim.error ?? release.error} />
    </>
  )
}
