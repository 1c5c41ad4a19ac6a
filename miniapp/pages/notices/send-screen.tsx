/** Screen 3, "Xem và gửi": how it will look everywhere, who gets it, and the one button that sends it. */
import { isBlocked, type NoticeSheet, tidyDraft } from '../../../shared/notices/index.ts'
import { type Account, siteAddress, useWard, wardNow } from '../../api/index.ts'
import { Button, Card, Loading, Notice, TroubleNote } from '../../ui/index.ts'
import { Difference } from './difference.tsx'
import { hintsOn } from './draft-rules.ts'
import type { PhoneDraft } from './drafts.ts'
import { Hints } from './hints.tsx'
import { PlanView } from './plan-view.tsx'
import { Previews } from './previews.tsx'
import { SendPanel } from './send-panel.tsx'
import { useSaved } from './use-saved.ts'
import type { LedNotice } from './wire.ts'

interface SendScreenProps {
  draft: PhoneDraft
  leads: Account['leads']
  onSaved(saved: PhoneDraft['saved']): void
  onBack(): void
}

/** Until the ward has given one. */
const SAMPLE_CODE = 'TB-XXXXX'

export function SendScreen({ draft, leads, onSaved, onBack }: SendScreenProps) {
  const { data: ward } = useWard()
  const { notice, plan, trouble, retry } = useSaved(draft, onSaved)
  const hints = hintsOn(draft, wardNow())
  const sheet = toSheet(draft, { notice, wardName: ward?.wardName ?? '', area: leads[0]?.name ?? 'tổ dân phố' })
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        Xem và gửi
      </h1>
      <div className="buttons tin-top">
        <Button icon="back" onClick={onBack}>
          Sửa lại
        </Button>
      </div>
      <Hints hints={hints} />
      {notice?.corrects && notice.corrects.changes.length > 0 && (
        <Difference changes={notice.corrects.changes}>
          Bà con đã nhận tin {notice.corrects.code} sẽ nhận bản sửa này, kèm chỗ khác nhau:
        </Difference>
      )}
      <Previews sheet={sheet} />
      <Card title="Ai sẽ nhận" icon="person">
        {plan && <PlanView plan={plan} />}
        {!plan && !trouble && <Loading what="Đang tính xem ai nhận được…" />}
        {!plan && trouble && <PlanTrouble trouble={trouble} retry={retry} />}
      </Card>
      {notice && plan && !isBlocked(hints) && <SendPanel draftKey={draft.key} notice={notice} plan={plan} />}
      {isBlocked(hints) && <Notice tone="check">Còn chỗ phải sửa ở trên. Bấm “Sửa lại”, sửa xong rồi gửi.</Notice>}
    </>
  )
}

function PlanTrouble({
  trouble,
  retry,
}: {
  trouble: NonNullable<ReturnType<typeof useSaved>['trouble']>
  retry(): void
}) {
  if (trouble === 'refused')
    return (
      <Notice tone="check">
        Tổ này do người khác phụ trách nên tin chưa gửi được. Bấm “Sửa lại” và chọn tổ của mình.
      </Notice>
    )
  if (trouble === 'conflict')
    return (
      <Notice tone="check">
        Tin này vừa được sửa ở máy khác, hoặc đã gửi. Về mục “Việc của tổ trưởng” để mở bản mới.
      </Notice>
    )
  return (
    <>
      <p>Bản nháp vẫn nằm trên máy này.</p>
      <TroubleNote trouble={trouble} retry={retry} />
    </>
  )
}

interface Known {
  notice: LedNotice | null
  wardName: string
  area: string
}

function toSheet({ draft: given, corrects }: PhoneDraft, { notice, wardName, area }: Known): NoticeSheet {
  const draft = tidyDraft(given)
  const code = notice?.code ?? SAMPLE_CODE
  const from = area.charAt(0).toLowerCase() + area.slice(1)
  return {
    fields: draft.fields,
    kind: draft.kind,
    urgency: draft.urgency,
    rsvp: draft.rsvp,
    files: draft.files,
    expiresAt: new Date(draft.expiresAt),
    code,
    sender: notice?.sender ?? `Tổ trưởng ${from}`,
    wardName: notice?.wardName ?? wardName,
    url: notice?.url ?? siteAddress('/thong-bao'),
    corrects: notice?.corrects ?? (corrects ? { code: corrects, changes: [] } : null),
  }
}
