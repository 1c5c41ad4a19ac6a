/** A leader's desk: what is being written, what waits, what goes out, what went. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { api, OWN } from '../../api/index.ts'
import { Button, Empty, Icon, Loading, Row, Rows, TroubleNote } from '../../ui/index.ts'
import { type PhoneDraft, useDrafts } from './drafts.ts'
import { LeaderOnly } from './leader-only.tsx'
import { momentWords } from './moment-words.ts'
import { stateNames } from './names.ts'
import { troubleOf } from './trouble-words.ts'
import type { LedNotice } from './wire.ts'

export default function LeaderPage() {
  const drafts = useDrafts()
  return (
    <LeaderOnly title="Việc của tổ trưởng" bar="Tổ trưởng" offline={<Desk drafts={drafts} />}>
      {leads => <Desk drafts={drafts} leads={leads.map(({ name }) => name)} />}
    </LeaderOnly>
  )
}

function Desk({ drafts, leads }: { drafts: readonly PhoneDraft[]; leads?: readonly string[] }) {
  return (
    <>
      <h1 className="page-title">Việc của tổ trưởng</h1>
      {leads && <p>Phụ trách: {leads.join(' · ')}</p>}
      <div className="tin-block">
        <Rows>
          <Row to="/thong-bao/viet" icon="pen" title="Viết thông báo" text="Chọn mẫu có sẵn, hoặc chụp tờ giấy" />
        </Rows>
      </div>
      {drafts.length > 0 && (
        <>
          <h2 className="section-title">Đang viết dở trên máy này</h2>
          <Rows label="Đang viết dở trên máy này">
            {drafts.map(({ key, draft, changedAt, corrects }) => (
              <Row
                key={key}
                to={`/thong-bao/viet/${key}`}
                icon="pen"
                title={draft.fields.title || 'Chưa đặt tên'}
                text={`${corrects ? `Đính chính ${corrects} · ` : ''}sửa lúc ${momentWords(new Date(changedAt))}`}
              />
            ))}
          </Rows>
        </>
      )}
      {leads && <Sent drafts={drafts} />}
    </>
  )
}

function Sent({ drafts }: { drafts: readonly PhoneDraft[] }) {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [OWN, 'led'],
    initialPageParam: '',
    refetchOnMount: 'always',
    queryFn: ({ signal, pageParam }) => api.notices.list(pageParam ? { before: pageParam } : {}, { signal }),
    getNextPageParam: last => (last.hasMore ? last.notices.at(-1)?.id : undefined),
  })
  if (!data) {
    if (error) return <TroubleNote trouble={troubleOf(error)} retry={() => void refetch()} />
    return <Loading what="Đang mở các tin…" />
  }
  const onPhone = new Set(drafts.map(({ saved }) => saved?.id))
  const notices = data.pages
    .flatMap(page => page.notices)
    .filter(
      ({ id, state, startedAt }) => !(state === 'draft' && onPhone.has(id)) && !(state === 'cancelled' && !startedAt),
    )
  return (
    <>
      <h2 className="section-title">Tin của tổ</h2>
      {notices.length === 0 && (
        <Empty title="Chưa gửi tin nào">
          <p>Bấm “Viết thông báo” ở trên: chọn mẫu, điền ngày giờ, xem rồi gửi.</p>
        </Empty>
      )}
      {notices.length > 0 && (
        <Rows label="Tin của tổ">
          {notices.map(notice => (
            <LedRow key={notice.id} notice={notice} />
          ))}
        </Rows>
      )}
      {hasNextPage && (
        <div className="buttons">
          <Button onClick={() => void fetchNextPage()}>Xem tin cũ hơn</Button>
        </div>
      )}
    </>
  )
}

function LedRow({ notice }: { notice: LedNotice }) {
  const { id, state, draft, code, createdAt, startedAt, approval, corrects } = notice
  const isReturned = state === 'draft' && approval.returnedBecause !== null
  return (
    <li>
      <Link className="row" to={`/thong-bao/tin/${id}`}>
        <span className="row-words">
          <span className="tin-marks">
            <b className={`tin-mark tin-state-${isReturned ? 'asking' : state}`}>
              {isReturned ? 'Trả lại để sửa' : stateNames[state]}
            </b>
            {corrects && <b className="tin-mark">Đính chính</b>}
          </span>
          <strong>{draft.fields.title}</strong>
          <span>
            {code} · {momentWords(new Date(startedAt ?? createdAt))}
          </span>
        </span>
        <Icon name="forward" size="1.2rem" />
      </Link>
    </li>
  )
}
