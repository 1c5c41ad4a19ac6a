/** One notice: what became of it, told honestly, and what can be done with it now. */
import { Alert, Anchor, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router-dom'
import { noticePath, stateNames } from '../../../shared/notices/index.ts'
import { api } from '../../api/index.ts'
import { Answered, Page, sayMoment, Trouble } from '../../ui/index.ts'
import { About } from './about.tsx'
import { CountsView } from './counts-view.tsx'
import { Difference } from './difference.tsx'
import { History } from './history.tsx'
import { Previews } from './previews.tsx'
import { Steering } from './steering.tsx'
import { type Notice, toSheet } from './wire.ts'

const WHILE_SENDING_MS = 2000
const ELSE_MS = 5000

export default function NoticePage() {
  const { id = '' } = useParams()
  const notice = useQuery({
    queryKey: ['notices', id],
    queryFn: () => api.notices.get({ id }),
    refetchInterval: ({ state }) => (isMoving(state.data) ? WHILE_SENDING_MS : ELSE_MS),
  })
  const { data } = notice
  const title = data?.isErased ? `Tin ${data.code} (đã xóa nội dung)` : (data?.draft.fields.title ?? 'Thông báo')
  return (
    <Page title={title} back={{ to: '/thong-bao', words: 'Về danh sách' }}>
      <Answered query={notice}>{found => <Watched key={found.id} notice={found} />}</Answered>
    </Page>
  )
}

function Watched({ notice }: { notice: Notice }) {
  const { id, isErased, corrects } = notice
  const isOut = notice.startedAt !== null
  const refetchInterval = isMoving(notice) ? WHILE_SENDING_MS : ELSE_MS
  const counts = useQuery({
    queryKey: ['notices', id, 'counts', notice.state],
    enabled: isOut,
    queryFn: () => api.notices.counts({ id }),
    refetchInterval,
  })
  const history = useQuery({
    queryKey: ['notices', id, 'history', notice.version, notice.state],
    queryFn: () => api.notices.history({ id }),
  })
  return (
    <div className="two-columns">
      <Stack gap="md">
        <Standing notice={notice} reason={counts.data?.reason ?? null} />
        {isOut && <Trouble error={counts.error} onRetry={() => void counts.refetch()} />}
        {counts.data && <CountsView counts={counts.data} />}
        <Steering notice={notice} failed={counts.data?.failed ?? 0} unknown={counts.data?.unknown ?? 0} />
      </Stack>
      {isErased ? <div /> : <Previews sheet={toSheet(notice)} />}
      <Stack gap="md">
        <Card withBorder component="section" aria-label="Tin này">
          <About notice={notice} />
        </Card>
        {corrects && <Difference corrects={corrects} />}
        {counts.data && !isErased && <Asked id={id} open={counts.data.answers.openQuestions} />}
        {isOut && !isErased && <Papers notice={notice} />}
        {history.data && <History events={history.data} />}
      </Stack>
    </div>
  )
}

function isMoving(notice: Notice | undefined): boolean {
  return notice?.state === 'sending' || (notice?.state === 'scheduled' && notice.draft.timing.kind === 'now')
}

function Standing({ notice, reason }: { notice: Notice; reason: string | null }) {
  const { state, approval, correctedBy, sendsAt } = notice
  const isSeries = notice.draft.timing.kind === 'recurring'
  const next = isSeries ? 'Lần tới:' : 'Sẽ gửi lúc'
  const words = {
    draft: approval.returnedBecause
      ? `Người duyệt trả lại: “${approval.returnedBecause}”. Sửa rồi trình lại.`
      : 'Chưa trình, chưa gửi cho ai.',
    waiting: 'Đang chờ một người khác đọc và đồng ý. Chưa gửi cho ai.',
    scheduled: sendsAt ? `${next} ${sayMoment(sendsAt)}.` : 'Sắp gửi.',
    asking: 'Đã lỡ giờ hẹn gửi. Xem tin còn đúng không rồi bấm “Vẫn gửi”, hoặc hủy.',
    sending: 'Đang gửi.',
    paused: isSeries ? 'Tạm dừng: không gửi lần nào cho đến khi bấm “Gửi tiếp”.' : (reason ?? 'Đang tạm dừng.'),
    sent: notice.finishedAt ? `Gửi xong lúc ${sayMoment(notice.finishedAt)}.` : 'Đã gửi xong.',
    cancelled: reason ?? 'Đã hủy.',
    expired: 'Đã qua hạn của tin: không gửi cho ai nữa.',
  }[state]
  return (
    <Alert variant="outline" role="status" title={stateNames[state]}>
      <Text>{words}</Text>
      {correctedBy && (
        <Text>
          Đã có bản đính chính:{' '}
          <Anchor component={Link} to={`/thong-bao/tin/${correctedBy.id}`} underline="always">
            tin {correctedBy.code}
          </Anchor>
          .
        </Text>
      )}
    </Alert>
  )
}

function Asked({ id, open }: { id: string; open: number }) {
  return (
    <Card withBorder component="section" aria-label="Bà con trả lời">
      <Text role="status">{open > 0 ? `${open} câu hỏi chờ trả lời.` : 'Không có câu hỏi nào đang chờ.'}</Text>
      <Anchor component={Link} to={`/thong-bao/tin/${id}/tra-loi`} underline="always">
        Xem ai đi được và trả lời câu hỏi
      </Anchor>
    </Card>
  )
}

/** The server's own pages: they print as they are. */
function Papers({ notice: { code, id } }: { notice: Notice }) {
  const path = noticePath(code)
  return (
    <Card withBorder component="section" aria-label="In ra giấy">
      <Stack gap="xs">
        <Title order={2} size="h4">
          In ra giấy
        </Title>
        <Group>
          <Anchor href={`${path}/to-roi`} target="_blank" underline="always">
            Áp phích A4
          </Anchor>
          <Anchor href={`${path}/loa`} target="_blank" underline="always">
            Lời đọc loa
          </Anchor>
          <Anchor href={path} target="_blank" underline="always">
            Trang tin bà con thấy
          </Anchor>
          <Anchor component={Link} to={`/thong-bao/tin/${id}/tung-nha`} underline="always">
            Tờ đi từng nhà
          </Anchor>
        </Group>
      </Stack>
    </Card>
  )
}
