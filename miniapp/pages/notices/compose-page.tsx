/** Screens 2 and 3 of writing one draft: its words, and "Xem và gửi". Kept on the phone with every change. */
import { useEffect, useState } from 'react'
import { useLocation, useParams, useSearchParams } from 'react-router-dom'
import { type Account, wardNow } from '../../api/index.ts'
import { Notice, Row, Rows } from '../../ui/index.ts'
import { useFocusOnNews } from '../checklists/use-focus-on-news.ts'
import { ComposeForm, type DraftChange } from './compose-form.tsx'
import { followDay } from './draft-rules.ts'
import { findDraft, keepDraft, type PhoneDraft } from './drafts.ts'
import { LeaderOnly } from './leader-only.tsx'
import { SendScreen } from './send-screen.tsx'
import type { WireDraft } from './wire.ts'

const SEND = 'gui'

export default function ComposePage() {
  const { key = '' } = useParams()
  const [query] = useSearchParams()
  const isSending = query.get('buoc') === SEND
  return (
    <LeaderOnly
      key={key}
      title={isSending ? 'Xem và gửi' : 'Viết thông báo'}
      bar={isSending ? '3/3 · Xem và gửi' : '2/3 · Nội dung'}
      offline={<Compose draftKey={key} leads={null} />}
    >
      {leads => <Compose draftKey={key} leads={leads} />}
    </LeaderOnly>
  )
}

function Compose({ draftKey, leads }: { draftKey: string; leads: Account['leads'] | null }) {
  const [query, setQuery] = useSearchParams()
  const { state } = useLocation()
  const [draft, setDraft] = useState(() => findDraft(draftKey))
  const [isLost, setLost] = useState(false)
  const isSending = query.get('buoc') === SEND
  const place = useFocusOnNews(isSending ? SEND : '')
  useEffect(() => {
    if (draft) setLost(!keepDraft(draft))
  }, [draft])
  if (!draft) return <Gone />
  // Made from the draft as it is by then: what comes late, such as a picture, takes no newer word away.
  const change = (make: DraftChange): void =>
    setDraft(
      current =>
        current && followDay({ ...changeDraft(current, make(current.draft)), changedAt: Date.now() }, wardNow()),
    )
  return (
    <div ref={place}>
      {isLost && <Notice tone="check">Máy này không cho lưu: đóng trang là mất bản nháp.</Notice>}
      {isSending ? (
        <SendScreen
          draft={draft}
          leads={leads ?? []}
          onSaved={saved => setDraft(current => current && { ...current, saved })}
          onBack={() => setQuery({}, { replace: true })}
        />
      ) : (
        <ComposeForm
          draft={draft}
          leads={leads ?? []}
          isPhoto={state?.isPhoto === true}
          onChange={change}
          onNext={() => setQuery({ buoc: SEND }, { replace: true, state })}
        />
      )}
    </div>
  )
}

function changeDraft(given: PhoneDraft, changes: Partial<WireDraft>): PhoneDraft {
  const hasOwnExpiry = given.hasOwnExpiry || changes.expiresAt !== undefined
  return { ...given, hasOwnExpiry, draft: { ...given.draft, ...changes } }
}

function Gone() {
  return (
    <>
      <h1 className="page-title">Bản nháp này không còn trên máy</h1>
      <p>Có thể đã gửi, hoặc đã viết trên máy khác.</p>
      <Rows>
        <Row to="/thong-bao/to-truong" icon="pen" title="Xem các tin của tổ" />
      </Rows>
    </>
  )
}
