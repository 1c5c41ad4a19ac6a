/** The one button that sends, or asks a second person; pressed twice it is still one. */
import { Button, Card, Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { kindRules } from '../../../shared/notices/index.ts'
import { api } from '../../api/index.ts'
import { sayMoment, Trouble } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import type { Notice, Plan } from './wire.ts'

export function SubmitCard({ notice, plan }: { notice: Notice; plan: Plan }) {
  const { id, version, draft } = notice
  const navigate = useNavigate()
  const [isConfirmed, setConfirmed] = useState(false)
  const [isAlone, setAlone] = useState(false)
  const { confirmation } = kindRules[draft.kind]
  const needsSecond = plan.approval === 'second_person' && !isAlone
  const submit = useChange(
    () => api.notices.submit({ id, version, isConfirmed, isAlone }),
    'notices',
    () => navigate(`/thong-bao/tin/${id}`),
  )
  const name = needsSecond ? 'Trình duyệt' : draft.timing.kind === 'now' ? 'Gửi ngay' : 'Hẹn gửi'
  return (
    <Card withBorder component="section" aria-label={name}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {name}
        </Title>
        {confirmation && (
          <Checkbox
            label={confirmation}
            checked={isConfirmed}
            onChange={event => setConfirmed(event.currentTarget.checked)}
          />
        )}
        {draft.urgency === 'emergency' && (
          <Checkbox
            label="Việc gấp mà không gọi được ai để duyệt: gửi ngay một mình. Phường sẽ được báo."
            checked={isAlone}
            onChange={event => setAlone(event.currentTarget.checked)}
          />
        )}
        <Text>
          {needsSecond ? 'Một người khác đọc rồi tin mới đi. Đang chờ vẫn rút lại được.' : sayTiming(draft.timing)}
        </Text>
        <Trouble error={submit.error} />
        <Group>
          <Button
            loading={submit.isPending}
            disabled={confirmation !== null && !isConfirmed}
            onClick={() => submit.mutate(undefined)}
          >
            {name}
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}

function sayTiming(timing: Notice['draft']['timing']): string {
  if (timing.kind === 'at') return `Tin đi lúc ${sayMoment(timing.at)}. Trước giờ đó vẫn rút lại được.`
  if (timing.kind === 'recurring') return 'Tin tự đi mỗi lần tới hẹn. Lúc nào cũng tạm dừng hoặc hủy được.'
  return 'Tin đi ngay. Đang gửi vẫn tạm dừng, hủy hoặc đính chính được.'
}
