/** One notice of a leader's: what became of it, and what can be done with it now. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from 'react-router-dom'
import { formatDay, sayDays, sayRecurrence, sayTimes } from '../../../shared/notices/index.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { api, OWN } from '../../api/index.ts'
import { Loading, Notice, Row, Rows, TroubleNote } from '../../ui/index.ts'
import { CountsView } from './counts-view.tsx'
import { GroupPost } from './group-post.tsx'
import { HistoryView } from './history-view.tsx'
import { LeaderOnly } from './leader-only.tsx'
import { momentWords } from './moment-words.ts'
import { stateNames } from './names.ts'
import { pageOf } from './public-notices.ts'
import { Steering } from './steering.tsx'
import { troubleOf } from './trouble-words.ts'
import type { LedNotice } from './wire.ts'

const WHILE_SENDING_MS = 3000

export default function WatchPage() {
  const { id = '' } = useParams()
  return (
    <LeaderOnly title="Theo dõi tin" key={id}>
      {leads => <Watch id={id} areas={leads} />}
    </LeaderOnly>
  )
}

function Watch({ id, areas }: { id: string; areas: readonly { area: string; name: string }[] }) {
  const client = useQueryClient()
  const noticeQuery = useQuery({
    queryKey: [OWN, 'led', id],
    refetchOnMount: 'always',
    queryFn: ({ signal }) => api.notices.get({ id }, { signal }),
    refetchInterval: ({ state }) => (isMoving(state.data) ? WHILE_SENDING_MS : false),
  })
  const { data: notice, error } = noticeQuery
  const isOut = notice !== undefined && notice.startedAt !== null
  const { data: counts } = useQuery({
    queryKey: [OWN, 'counts', id],
    enabled: isOut,
    refetchOnMount: 'always',
    queryFn: ({ signal }) => api.notices.counts({ id }, { signal }),
    refetchInterval: () => (isMoving(notice) ? WHILE_SENDING_MS : false),
  })
  const refresh = (next?: LedNotice): void => {
    if (next) client.setQueryData([OWN, 'led', id], next)
    for (const name of ['led', 'counts', 'history']) void client.invalidateQueries({ queryKey: [OWN, name] })
  }
  if (!notice) {
    if (!error) return <Loading what="Đang mở tin…" />
    const trouble = troubleOf(error)
    return trouble === 'not-found' || trouble === 'refused' ? (
      <NotYours />
    ) : (
      <TroubleNote trouble={trouble} retry={() => void noticeQuery.refetch()} isWholePage />
    )
  }
  const { draft, state, code } = notice
  const summary = [sayDays(draft.fields), sayTimes(draft.fields), draft.fields.place].filter(part => part !== null)
  const own = areas.filter(({ area }) => draft.audience.areas.includes(area))
  return (
    <>
      <p className={`tin-badge tin-state-${state}`}>{stateNames[state]}</p>
      <h1 className="page-title">{notice.isErased ? `Tin ${code} (đã xóa nội dung)` : draft.fields.title}</h1>
      <p>
        {summary.map(part => (
          <span key={part} className="tin-line">
            {part}
          </span>
        ))}
        Mã tin <strong className="tin-code">{code}</strong> · gửi cho {notice.areaNames.join(', ')}
      </p>
      <Standing notice={notice} reason={counts?.reason ?? null} />
      {counts && <CountsView counts={counts} retryable={notice.may.includes('retry')} id={id} onChange={refresh} />}
      <Steering notice={notice} onChange={refresh} />
      {isOut && !notice.isErased && state !== 'cancelled' && (
        <GroupPost notice={notice} counts={counts} onChange={refresh} />
      )}
      {isOut && (
        <div className="tin-block">
          <Rows label="Xem thêm về tin này">
            <Row
              to={`/thong-bao/tin/${id}/tra-loi`}
              icon="chat"
              title="Bà con trả lời"
              text={
                counts
                  ? `${counts.answers.goingPeople} người sẽ đi · ${counts.answers.openQuestions} câu hỏi chờ trả lời`
                  : undefined
              }
            />
            {own.map(({ area, name }) => (
              <Row
                key={area}
                to={`/thong-bao/tin/${id}/tung-nha/${area}`}
                icon="house"
                title={`Đi từng nhà: ${name}`}
                text="Nhà chưa có ai nhận đứng trước; ghi ngay khi đi"
              />
            ))}
            <Row to={`/thong-bao/tin/${id}/ap-phich`} icon="print" title="Áp phích A4" text="Xem, lưu, in" />
            <Row to={pageOf(code)} icon="papers" title="Trang tin bà con thấy" />
          </Rows>
        </div>
      )}
      <HistoryView id={id} />
    </>
  )
}

function isMoving(notice: LedNotice | undefined): boolean {
  return notice?.state === 'sending' || (notice?.state === 'scheduled' && notice.draft.timing.kind === 'now')
}

function Standing({ notice, reason }: { notice: LedNotice; reason: string | null }) {
  const { state, approval, corrects, correctedBy, sendsAt } = notice
  const { timing } = notice.draft
  return (
    <>
      {state === 'draft' && approval.returnedBecause && (
        <Notice tone="check">
          <p>Người duyệt trả lại: {approval.returnedBecause}</p>
          <p>Sửa rồi trình lại.</p>
        </Notice>
      )}
      {state === 'waiting' && <Notice>Đang chờ một người của phường đọc và đồng ý. Chưa gửi cho ai.</Notice>}
      {state === 'scheduled' && sendsAt && (
        <Notice>
          Sẽ gửi lúc {momentWords(new Date(sendsAt))}.
          {timing.kind === 'recurring' && ` Lặp lại: ${sayRecurrence(timing.recurrence)}.`}
        </Notice>
      )}
      {state === 'asking' && (
        <Notice tone="check">Đã lỡ giờ hẹn gửi. Xem tin còn đúng không rồi bấm “Vẫn gửi”, hoặc hủy.</Notice>
      )}
      {(state === 'cancelled' || state === 'paused') && reason && <Notice tone="check">{reason}.</Notice>}
      {corrects && (
        <Notice>
          Tin này đính chính <Link to={`/thong-bao/tin/${corrects.id}`}>tin {corrects.code}</Link>.
        </Notice>
      )}
      {correctedBy && (
        <Notice tone="check">
          Đã có bản đính chính: <Link to={`/thong-bao/tin/${correctedBy.id}`}>tin {correctedBy.code}</Link>.
        </Notice>
      )}
      {notice.isErased && (
        <Notice>
          Loại tin này được xóa nội dung khi hết hạn ({formatDay(vietnamDay(new Date(notice.draft.expiresAt)))}).
        </Notice>
      )}
    </>
  )
}

function NotYours() {
  return (
    <>
      <h1 className="page-title">Tin này của tổ khác</h1>
      <p>Mỗi tổ trưởng xem và gửi tin của tổ mình. Vừa được giao thêm tổ thì gọi phường để được ghi tên.</p>
      <Rows>
        <Row to="/thong-bao/to-truong" icon="pen" title="Xem tin của tổ mình" />
      </Rows>
    </>
  )
}
