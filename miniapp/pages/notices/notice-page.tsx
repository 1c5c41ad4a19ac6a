/** One notice by its code: for everybody with the link, signed in or not, also without a network once it was read. */
import { useEffect } from 'react'
import { useParams, useSearchParams } from 'react-router-dom'
import { codeOfPath, readVia } from '../../../shared/notices/index.ts'
import { api, useWard } from '../../api/index.ts'
import { CallButton, Loading, Notice, OldNote, Page, Row, Rows, TroubleNote, unbroken } from '../../ui/index.ts'
import { readKeptInbox } from './kept-inbox.ts'
import { NoticeView } from './notice-view.tsx'
import { OwnAnswer } from './own-answer.tsx'
import { usePublicNotice } from './public-notices.ts'
import { useInboxChanged, useOwnNotice } from './use-inbox.ts'
import './notices.css'

export default function NoticePage() {
  const { code: part = '' } = useParams()
  const [query] = useSearchParams()
  const code = codeOfPath(part.replace(/^tb-/i, ''))
  const { data, trouble, oldSince, retry } = usePublicNotice(code, readVia(query.get('tu') ?? undefined))
  const { own, change } = useOwnNotice(code)
  useMarkRead(own ?? null)
  // The account's own copy is the same words; it comes where the public one is not given out any more.
  const kept = !data && !own && trouble !== null && trouble !== 'not-found' ? readKeptInbox() : null
  const keptNotice = kept?.notices.find(one => one.code === code)
  const notice = data ?? own ?? keptNotice
  const isUnknown = code === null || (trouble === 'not-found' && !own)
  return (
    <Page title={notice?.fields.title ?? 'Thông báo'} bar="Thông báo" key={code}>
      <OldNote since={keptNotice ? (kept?.at ?? null) : oldSince} />
      {notice && (
        <NoticeView notice={notice}>
          <OwnAnswer notice={notice} own={own ?? null} onChange={change} />
        </NoticeView>
      )}
      {!notice && isUnknown && <Unknown />}
      {!notice && !isUnknown && trouble && <TroubleNote trouble={trouble} retry={retry} isWholePage />}
      {!notice && !isUnknown && !trouble && <Loading what="Đang mở thông báo…" />}
      <div className="tin-block no-print">
        <Rows>
          <Row to="/thong-bao" icon="bell" title="Xem các thông báo khác" />
        </Rows>
      </div>
    </Page>
  )
}

function useMarkRead(own: ReturnType<typeof useOwnNotice>['own']): void {
  const tellInbox = useInboxChanged()
  const unread = own && !own.isRead ? own.id : null
  useEffect(() => {
    if (unread === null) return
    // Should it fail, the notice stays "new": nothing is lost by it.
    api.notices.inbox.markRead({ id: unread }).then(tellInbox, () => undefined)
  }, [unread, tellInbox])
}

function Unknown() {
  const { data: ward } = useWard()
  return (
    <>
      <h1 className="page-title">Không có tin mang mã này</h1>
      <Notice tone="check">
        Có thể gõ nhầm mã, tin đã hết hạn và đã xóa, hoặc đây là tin giả. Đừng chuyển tiền, đừng bấm đường dẫn lạ.
      </Notice>
      {ward && (
        <div className="buttons tin-block">
          <CallButton number={ward.phone} look="main">
            Gọi phường hỏi lại: {unbroken(ward.phone)}
          </CallButton>
        </div>
      )}
    </>
  )
}
