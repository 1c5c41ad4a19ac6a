/** The one button that sends, or asks a second person; pressed twice it is still one. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { sayRecurrence } from '../../../shared/notices/index.ts'
import { api, OWN, type Trouble } from '../../api/index.ts'
import { Button, Card, Notice } from '../../ui/index.ts'
import { dropDraft } from './drafts.ts'
import { momentWords } from './moment-words.ts'
import { kinds } from './names.ts'
import { notDone, troubleOf } from './trouble-words.ts'
import type { LedNotice, Plan } from './wire.ts'

interface SendPanelProps {
  draftKey: string
  notice: LedNotice
  plan: Plan
}

/** The press before this one got there, and only its answer was lost: it is on its way. */
async function leaveIfGone({ id, version }: LedNotice, error: unknown): Promise<void> {
  if (troubleOf(error) !== 'conflict') throw error
  const now = await api.notices.get({ id })
  if (now.version !== version || now.state === 'draft' || now.state === 'cancelled') throw error
}

export function SendPanel({ draftKey, notice, plan }: SendPanelProps) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [isConfirmed, setConfirmed] = useState(false)
  const [isAlone, setAlone] = useState(false)
  const [state, setState] = useState<'idle' | 'busy' | Trouble>('idle')
  const isUnderWay = useRef(false)
  const { draft } = notice
  const confirmation = kinds.find(({ kind }) => kind === draft.kind)?.confirmation ?? null
  const isEmergency = draft.urgency === 'emergency'
  const needsSecond = plan.approval === 'second_person' && !isAlone
  const submit = async (): Promise<void> => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setState('busy')
    try {
      await api.notices
        .submit({ id: notice.id, version: notice.version, isConfirmed, isAlone })
        .catch(error => leaveIfGone(notice, error))
      await client.invalidateQueries({ queryKey: [OWN, 'led'] })
      navigate(`/thong-bao/tin/${notice.id}`, { replace: true })
      // Not before the way is taken: the page of the draft would say that it is gone.
      dropDraft(draftKey)
    } catch (error) {
      setState(troubleOf(error))
      isUnderWay.current = false
    }
  }
  return (
    <Card title={needsSecond ? 'Trình duyệt' : 'Gửi'} icon="check">
      {confirmation && (
        <label className="choice tin-check">
          <input type="checkbox" checked={isConfirmed} onChange={event => setConfirmed(event.target.checked)} />
          <span>{confirmation}</span>
        </label>
      )}
      {isEmergency && (
        <label className="choice tin-check">
          <input type="checkbox" checked={isAlone} onChange={event => setAlone(event.target.checked)} />
          <span>Việc gấp mà không gọi được ai để duyệt: gửi ngay một mình. Phường sẽ được báo.</span>
        </label>
      )}
      <p>
        {needsSecond && 'Một người của phường đọc rồi tin mới đi. Đang chờ vẫn rút lại được. '}
        {whenWords(draft.timing, needsSecond)}
      </p>
      <div role="status">
        {state === 'busy' && <p>Đang gửi đi…</p>}
        {state !== 'idle' && state !== 'busy' && <Notice tone="check">{notDone('Chưa gửi được', state)}</Notice>}
      </div>
      <div className="buttons">
        <Button
          look="main"
          disabled={state === 'busy' || (confirmation !== null && !isConfirmed)}
          onClick={() => void submit()}
        >
          {needsSecond ? 'Trình duyệt' : draft.timing.kind === 'now' ? 'Gửi ngay' : 'Hẹn gửi'}
        </Button>
      </div>
      {confirmation !== null && !isConfirmed && <p className="tin-small">Đánh dấu xác nhận ở trên rồi mới gửi được.</p>}
    </Card>
  )
}

function whenWords(timing: LedNotice['draft']['timing'], isAfterApproval: boolean): string {
  switch (timing.kind) {
    case 'at':
      return `Tin đi lúc ${momentWords(new Date(timing.at))}. Trước giờ đó vẫn rút lại được.`
    case 'recurring':
      return `Tin đi ${sayRecurrence(timing.recurrence)}, lúc ${timing.recurrence.at}. Hủy lúc nào cũng được.`
    case 'now':
      return isAfterApproval ? '' : 'Tin đi ngay. Đang gửi vẫn tạm dừng, hủy hoặc đính chính được.'
  }
}
