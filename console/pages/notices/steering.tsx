/** What may be done with a notice now: go on writing, take back, pause, go on, cancel, correct, try again. */
import { Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { api } from '../../api/index.ts'
import { Dialog, Trouble, useKeptText } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import type { Notice } from './wire.ts'

const SHORTEST_REASON = 3

interface SteeringProps {
  notice: Notice
  /** How many could be tried again. */
  failed: number
  /** Of how many nobody knows whether they got it. */
  unknown: number
}

export function Steering({ notice, failed, unknown }: SteeringProps) {
  const { id, version } = notice
  const may = notice.may.filter(action => action !== 'retry' || failed > 0)
  const navigate = useNavigate()
  const [isCancelling, setCancelling] = useState(false)
  const [isRisking, setRisking] = useState(false)
  const mayRisk = notice.may.includes('retry') && unknown > 0
  // The same until the server has taken it: a second press is the same wish.
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID())
  const work: Partial<Record<Notice['may'][number], [string, () => Promise<Notice>]>> = {
    confirm_late: ['Vẫn gửi', () => api.notices.confirmLate({ id, version })],
    pause: ['Tạm dừng gửi', () => api.notices.pause({ id })],
    resume: ['Gửi tiếp', () => api.notices.resume({ id })],
    retry: [`Gửi lại cho ${failed} người bị lỗi`, () => api.notices.retry({ id, requestKey })],
    withdraw: ['Rút lại để sửa', () => api.notices.withdraw({ id, version })],
    discard: ['Bỏ bản nháp', () => api.notices.discard({ id, version })],
  }
  const change = useChange(
    (ask: () => Promise<Notice>) => ask(),
    'notices',
    () => setRequestKey(crypto.randomUUID()),
  )
  const correct = useChange(
    () => api.notices.correct({ id, requestKey }),
    'notices',
    made => navigate(`/thong-bao/viet/${made.id}`),
  )
  if (may.length === 0 && !mayRisk) return null
  return (
    <Card withBorder component="section" aria-label="Việc có thể làm">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Việc có thể làm
        </Title>
        <Group>
          {may.includes('edit') && <Button onClick={() => navigate(`/thong-bao/viet/${id}`)}>Sửa tiếp</Button>}
          {may.flatMap(action => {
            const [name, ask] = work[action] ?? []
            if (!name || !ask) return []
            return (
              <Button key={action} variant="default" disabled={change.isPending} onClick={() => change.mutate(ask)}>
                {name}
              </Button>
            )
          })}
          {mayRisk && (
            <Button variant="default" onClick={() => setRisking(true)}>
              Gửi lại cho {unknown} người chưa rõ
            </Button>
          )}
          {may.includes('correct') && (
            <Button variant="default" loading={correct.isPending} onClick={() => correct.mutate(undefined)}>
              Đính chính
            </Button>
          )}
          {may.includes('cancel') && (
            <Button variant="outline" color="#8f1d1d" onClick={() => setCancelling(true)}>
              Hủy tin này
            </Button>
          )}
        </Group>
        <Trouble error={change.error ?? correct.error} />
      </Stack>
      {isRisking && <SendOnceMore id={id} unknown={unknown} onClose={() => setRisking(false)} />}
      {isCancelling && <Cancel id={id} onClose={() => setCancelling(false)} />}
    </Card>
  )
}

function SendOnceMore({ id, unknown, onClose }: { id: string; unknown: number; onClose: () => void }) {
  const resend = useChange(() => api.notices.resendUnknown({ id }), 'notices', onClose)
  return (
    <Dialog title={`Gửi lại cho ${unknown} người chưa rõ?`} onClose={onClose}>
      <Stack gap="sm">
        <Text>Máy không biết những người này đã nhận chưa. Ai đã nhận rồi có thể nhận thêm một lần nữa.</Text>
        <Trouble error={resend.error} />
        <Group>
          <Button loading={resend.isPending} onClick={() => resend.mutate(undefined)}>
            Gửi lại
          </Button>
          <Button variant="default" onClick={onClose}>
            Thôi, để vậy
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function Cancel({ id, onClose }: { id: string; onClose: () => void }) {
  const [reason, setReason, forget] = useKeptText(`notice-cancel.${id}`)
  const cancel = useChange(
    () => api.notices.cancel({ id, reason: reason.trim() }),
    'notices',
    () => {
      forget()
      onClose()
    },
  )
  return (
    <Dialog title="Hủy tin này?" onClose={onClose}>
      <Stack gap="sm">
        <Text>Dừng hẳn việc gửi. Ai mở tin sẽ thấy “đã hủy”. Chỉ sai một chỗ thì dùng “Đính chính”.</Text>
        <Textarea
          label="Vì sao hủy?"
          description="Ví dụ: dời sang tuần sau"
          maxLength={300}
          autosize
          minRows={2}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <Trouble error={cancel.error} />
        <Group>
          <Button
            color="#8f1d1d"
            disabled={reason.trim().length < SHORTEST_REASON}
            loading={cancel.isPending}
            onClick={() => cancel.mutate(undefined)}
          >
            Hủy tin
          </Button>
          <Button variant="default" onClick={onClose}>
            Thôi, để vậy
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
