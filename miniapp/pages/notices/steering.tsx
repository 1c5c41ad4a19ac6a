/** What a leader may do with a notice now: go on writing, take back, pause, go on, cancel, correct. */
import { type FormEvent, useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { api } from '../../api/index.ts'
import { Button, Notice, Sheet } from '../../ui/index.ts'
import { newKey, takeUp } from './drafts.ts'
import { Field } from './field.tsx'
import { notDone, troubleOf } from './trouble-words.ts'
import type { LedNotice } from './wire.ts'

interface SteeringProps {
  notice: LedNotice
  onChange(notice?: LedNotice): void
}

const SHORTEST_REASON = 3

export function Steering({ notice, onChange }: SteeringProps) {
  const { id, version, may } = notice
  const navigate = useNavigate()
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState('')
  const [isCancelling, setCancelling] = useState(false)
  const correctionKey = useRef(newKey())
  const can = (action: LedNotice['may'][number]): boolean => may.includes(action)
  const run = async (ask: () => Promise<LedNotice>, then: (next: LedNotice) => void = onChange): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setFailed('')
    try {
      then(await ask())
    } catch (error) {
      setFailed(notDone('Chưa làm được', troubleOf(error)))
      onChange()
    } finally {
      setBusy(false)
    }
  }
  const write = (next: LedNotice): void => navigate(`/thong-bao/viet/${takeUp(next).key}`)
  const withdraw = (): Promise<void> => run(() => api.notices.withdraw({ id, version }))
  return (
    <>
      <div role="status">{failed && <Notice tone="check">{failed}</Notice>}</div>
      <div className="buttons tin-steering">
        {can('edit') && (
          <Button look="main" icon="pen" onClick={() => write(notice)}>
            Sửa tiếp
          </Button>
        )}
        {can('confirm_late') && (
          <Button
            look="main"
            disabled={isBusy}
            onClick={() => void run(() => api.notices.confirmLate({ id, version }))}
          >
            Vẫn gửi
          </Button>
        )}
        {can('pause') && (
          <Button icon="pause" disabled={isBusy} onClick={() => void run(() => api.notices.pause({ id }))}>
            Tạm dừng gửi
          </Button>
        )}
        {can('resume') && (
          <Button look="main" icon="play" disabled={isBusy} onClick={() => void run(() => api.notices.resume({ id }))}>
            Gửi tiếp
          </Button>
        )}
        {can('withdraw') && (
          <Button icon="back" disabled={isBusy} onClick={() => void withdraw()}>
            Rút lại để sửa
          </Button>
        )}
        {can('correct') && (
          <Button
            icon="swap"
            disabled={isBusy}
            onClick={() => void run(() => api.notices.correct({ id, requestKey: correctionKey.current }), write)}
          >
            Đính chính
          </Button>
        )}
        {can('discard') && (
          <Button icon="close" disabled={isBusy} onClick={() => void run(() => api.notices.discard({ id, version }))}>
            Bỏ bản nháp
          </Button>
        )}
        {can('cancel') && (
          <Button look="danger" icon="close" disabled={isBusy} onClick={() => setCancelling(true)}>
            Hủy tin này
          </Button>
        )}
      </div>
      <Cancel
        isOpen={isCancelling}
        onClose={() => setCancelling(false)}
        onCancel={reason => {
          setCancelling(false)
          void run(() => api.notices.cancel({ id, reason }))
        }}
      />
    </>
  )
}

interface CancelProps {
  isOpen: boolean
  onClose(): void
  onCancel(reason: string): void
}

function Cancel({ isOpen, onClose, onCancel }: CancelProps) {
  const [reason, setReason] = useState('')
  const [isPressed, setPressed] = useState(false)
  const isMissing = reason.trim().length < SHORTEST_REASON
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setPressed(true)
    if (!isMissing) onCancel(reason.trim())
  }
  return (
    <Sheet title="Hủy tin này?" isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>Dừng hẳn việc gửi. Ai mở tin sẽ thấy “đã hủy”. Chỉ sai một chỗ thì dùng “Đính chính”.</p>
        <Field label="Vì sao hủy?" value={reason} most={300} hint="Ví dụ: dời sang tuần sau" onChange={setReason} />
        {isPressed && isMissing && (
          <p role="alert" className="tin-hint tin-hints-block">
            Ghi vài chữ vì sao hủy.
          </p>
        )}
        <div className="buttons">
          <Button type="submit" look="danger">
            Hủy tin
          </Button>
          <Button onClick={onClose}>Thôi, để vậy</Button>
        </div>
      </form>
    </Sheet>
  )
}
