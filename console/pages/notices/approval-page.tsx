/** One notice read by the second person: as residents will get it, who gets it, what speaks against it; then yes or no. */
import { Alert, Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router-dom'
import { stateNames } from '../../../shared/notices/index.ts'
import { api } from '../../api/index.ts'
import { Answered, Page, sayMoment, Trouble, useKeptText } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import { About } from './about.tsx'
import { Difference } from './difference.tsx'
import { Hints } from './hints.tsx'
import { History } from './history.tsx'
import { PlanView } from './plan-view.tsx'
import { Previews } from './previews.tsx'
import { type Notice, toSheet } from './wire.ts'

const SHORTEST_REASON = 3
const TOUCHED = 'notice-approvals'
const APPROVALS: Record<Notice['draft']['timing']['kind'], string> = {
  now: 'Duyệt và gửi ngay',
  at: 'Duyệt, gửi đúng giờ hẹn',
  recurring: 'Duyệt, gửi mỗi lần tới hẹn',
}

export default function ApprovalPage() {
  const { id = '' } = useParams()
  const approval = useQuery({
    queryKey: [TOUCHED, id],
    queryFn: () => api.notices.approvals.get({ id }),
    refetchInterval: 30_000,
  })
  return (
    <Page
      title={approval.data?.notice.draft.fields.title ?? 'Duyệt thông báo'}
      back={{ to: '/thong-bao-cho-duyet', words: 'Về danh sách chờ duyệt' }}
    >
      <Answered query={approval}>
        {({ notice, plan, history, advice }) => (
          <div className="two-columns">
            <Card withBorder component="section" aria-label="Tin này">
              <About notice={notice} />
              <Hints hints={advice} />
            </Card>
            <Previews sheet={toSheet(notice)} />
            <Stack gap="md">
              {notice.corrects && <Difference corrects={notice.corrects} />}
              {notice.state === 'waiting' ? <PlanView plan={plan} /> : null}
              <Decision key={`${notice.id} ${notice.version}`} notice={notice} />
              <History events={history} />
            </Stack>
          </div>
        )}
      </Answered>
    </Page>
  )
}

function Decision({ notice }: { notice: Notice }) {
  const { id, version, state, may, approval, sendsAt } = notice
  const [reason, setReason, forget] = useKeptText(`notice-back.${id}`)
  const approve = useChange(() => api.notices.approvals.approve({ id, version }), TOUCHED, forget)
  const giveBack = useChange(
    () => api.notices.approvals.giveBack({ id, version, reason: reason.trim() }),
    TOUCHED,
    forget,
  )
  if (state !== 'waiting')
    return (
      <Alert variant="outline" title={approval.returnedBecause ? 'Đã trả lại' : stateNames[state]} role="status">
        {approval.returnedBecause && <Text>“{approval.returnedBecause}”</Text>}
        {approval.approvedAt && <Text>Đã duyệt lúc {sayMoment(approval.approvedAt)}.</Text>}
        {state === 'scheduled' && sendsAt && <Text>Sẽ gửi lúc {sayMoment(sendsAt)}.</Text>}
      </Alert>
    )
  const isOwn = !may.includes('approve')
  const isBusy = approve.isPending || giveBack.isPending
  return (
    <Card withBorder component="section" aria-label="Duyệt">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Duyệt
        </Title>
        {isOwn && <Text>Tin này do chính tài khoản này viết hoặc sửa: cần một người duyệt khác.</Text>}
        <Group>
          <Button
            size="md"
            disabled={isOwn || isBusy}
            loading={approve.isPending}
            onClick={() => approve.mutate(undefined)}
          >
            {APPROVALS[notice.draft.timing.kind]}
          </Button>
        </Group>
        <Trouble error={approve.error} />
        <Textarea
          label="Cần sửa gì"
          description="Người viết đọc lời này rồi sửa và trình lại"
          autosize
          minRows={2}
          maxLength={300}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <Group>
          <Button
            variant="default"
            disabled={isBusy || reason.trim().length < SHORTEST_REASON}
            loading={giveBack.isPending}
            onClick={() => giveBack.mutate(undefined)}
          >
            Trả lại để sửa
          </Button>
        </Group>
        <Trouble error={giveBack.error} />
      </Stack>
    </Card>
  )
}
