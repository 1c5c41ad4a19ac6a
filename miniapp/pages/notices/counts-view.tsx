/** Honest figures: six different things, against the houses that there are. */
import { useRef, useState } from 'react'
import { api } from '../../api/index.ts'
import { Button, Card, Notice } from '../../ui/index.ts'
import { newKey } from './drafts.ts'
import { momentWords } from './moment-words.ts'
import { notDone, troubleOf } from './trouble-words.ts'
import type { Counts, LedNotice } from './wire.ts'

interface CountsViewProps {
  counts: Counts
  retryable: boolean
  id: string
  onChange(notice: LedNotice): void
}

export function CountsView({ counts, retryable, id, onChange }: CountsViewProps) {
  const { inInbox, reached, opened, failed, unknown, waiting, cancelled, inboxOnly, houses, failures, finishesAt } =
    counts
  const missing = houses ? Math.max(0, houses.known - houses.joined) : null
  const rows: [string, string, string][] = [
    ['Đã để trong hộp thư', `${inInbox} người`, 'Mở ứng dụng là thấy, dù điện thoại không báo.'],
    ['Đã tới máy', `${reached} người`, 'Zalo báo là tin đã đến điện thoại.'],
    [
      'Đã mở',
      `${opened.inChat} trong Zalo · ${opened.inApp} trong ứng dụng`,
      'Một người có thể mở cả hai nơi. Không ai biết người nào.',
    ],
    ['Lỗi', `${failed} người`, ''],
    ['Chưa rõ', `${unknown} người`, unknown > 0 ? 'Không biết đã đến hay chưa; máy không tự gửi lại.' : ''],
    [
      'Chưa có trong danh sách',
      missing === null ? 'chưa biết' : `${missing} trong ${houses?.known ?? 0} nhà`,
      missing === null
        ? 'Phường chưa nhập danh sách số nhà của tổ.'
        : `${houses?.toldAtTheDoor ?? 0} nhà đã được báo tận cửa.`,
    ],
  ]
  return (
    <Card title="Đã đến được đâu" icon="result">
      <dl className="tin-counts">
        {rows.map(([name, figure, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{figure}</strong>
              {words && <span>{words}</span>}
              {name === 'Lỗi' &&
                failures.map(({ words: why, people }) => (
                  <span key={why}>
                    {people > 0 && `${people} người: `}
                    {why}
                  </span>
                ))}
            </dd>
          </div>
        ))}
      </dl>
      {waiting > 0 && (
        <p role="status">
          Còn {waiting} người đang chờ gửi{finishesAt ? `, xong khoảng ${momentWords(new Date(finishesAt))}` : ''}.
        </p>
      )}
      {inboxOnly > 0 && <p>{inboxOnly} người chỉ có trong hộp thư, điện thoại không báo.</p>}
      {cancelled > 0 && <p>{cancelled} người chưa gửi thì tin đã dừng.</p>}
      {retryable && failed > 0 && (
        <Again
          words={`Gửi lại cho ${failed} người bị lỗi`}
          ask={key => api.notices.retry({ id, requestKey: key })}
          onChange={onChange}
        />
      )}
      {retryable && unknown > 0 && (
        <>
          <Again
            words={`Gửi lại cho ${unknown} người chưa rõ`}
            ask={() => api.notices.resendUnknown({ id })}
            onChange={onChange}
          />
          <p>Ai đã nhận rồi có thể nhận thêm một lần nữa.</p>
        </>
      )}
    </Card>
  )
}

interface AgainProps {
  words: string
  ask(requestKey: string): Promise<LedNotice>
  onChange(notice: LedNotice): void
}

function Again({ words, ask, onChange }: AgainProps) {
  const [state, setState] = useState<'idle' | 'busy' | { failed: string }>('idle')
  const key = useRef(newKey())
  const retry = async (): Promise<void> => {
    setState('busy')
    try {
      onChange(await ask(key.current))
      key.current = newKey()
      setState('idle')
    } catch (error) {
      setState({ failed: notDone('Chưa gửi lại được', troubleOf(error)) })
    }
  }
  return (
    <>
      <div role="status">{typeof state === 'object' && <Notice tone="check">{state.failed}</Notice>}</div>
      <Button icon="again" disabled={state === 'busy'} onClick={() => void retry()}>
        {words}
      </Button>
    </>
  )
}
