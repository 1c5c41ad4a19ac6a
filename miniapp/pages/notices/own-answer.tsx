/** What a resident says to a notice: that they come, or a question. The leader gets it without a name. */
import { type FormEvent, useId, useState } from 'react'
import { ApiError, api, useWard } from '../../api/index.ts'
import { Button, Card, Notice, Row, Rows } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { notDone } from './trouble-words.ts'
import { isExpired, type OwnNotice, type PublicNotice } from './wire.ts'

const LONGEST_QUESTION = 500
const MOST_PEOPLE = 20

interface OwnAnswerProps {
  notice: PublicNotice
  /** Null: not signed in, or not for them. */
  own: OwnNotice | null
  onChange(notice: OwnNotice): void
}

export function OwnAnswer({ notice, own, onChange }: OwnAnswerProps) {
  if (isExpired(notice) || notice.isCancelled || notice.correctedBy) return own ? <Questions own={own} /> : null
  if (!own) return notice.rsvp === 'going' ? <AnswerElsewhere code={notice.code} /> : null
  return (
    <>
      {notice.rsvp === 'going' && <Attendance own={own} onChange={onChange} />}
      <AskLeader own={own} onChange={onChange} />
    </>
  )
}

type Sent = 'idle' | 'busy' | { words: string; isDone: boolean }
type Answer = Parameters<typeof api.notices.inbox.answer>[0]['answer']

/** One answer under way at a time: a second press while it is does nothing. */
function useAnswering({ id }: OwnNotice, onChange: (notice: OwnNotice) => void) {
  const [sent, setSent] = useState<Sent>('idle')
  const send = async (answer: Answer, done: string): Promise<boolean> => {
    if (sent === 'busy') return false
    setSent('busy')
    try {
      onChange(await api.notices.inbox.answer({ id, answer }))
      setSent({ words: done, isDone: true })
      return true
    } catch (error) {
      setSent({
        words: notDone('Chưa gửi được', error instanceof ApiError ? error.trouble : 'unavailable'),
        isDone: false,
      })
      return false
    }
  }
  return { sent, send }
}

function Attendance({ own, onChange }: { own: OwnNotice; onChange(notice: OwnNotice): void }) {
  const { sent, send } = useAnswering(own, onChange)
  const [people, setPeople] = useState(1)
  const id = useId()
  const answer = (attendance: 'going' | 'not_going'): void =>
    void send(
      { kind: 'attendance', attendance, people: attendance === 'going' ? people : 1 },
      attendance === 'going' ? 'Đã báo tổ trưởng: sẽ đi.' : 'Đã báo tổ trưởng: không đi được.',
    )
  return (
    <Card title="Có đi được không?" icon="check">
      {own.attendance && (
        <p>
          Đang ghi: <strong>{own.attendance === 'going' ? 'sẽ đi' : 'không đi được'}</strong>. Đổi ý thì bấm lại.
        </p>
      )}
      <div className="tin-field tin-people">
        <label htmlFor={id}>Mấy người đi?</label>
        <select id={id} value={people} onChange={event => setPeople(Number(event.target.value))}>
          {Array.from({ length: MOST_PEOPLE }, (_, index) => index + 1).map(count => (
            <option key={count} value={count}>
              {count} người
            </option>
          ))}
        </select>
      </div>
      <div className="buttons">
        <Button look="main" icon="check" disabled={sent === 'busy'} onClick={() => answer('going')}>
          Tôi sẽ đi
        </Button>
        <Button icon="close" disabled={sent === 'busy'} onClick={() => answer('not_going')}>
          Không đi được
        </Button>
      </div>
      <p className="tin-small">Tổ trưởng chỉ thấy con số, không thấy tên ai.</p>
      <Outcome sent={sent} />
    </Card>
  )
}

function AskLeader({ own, onChange }: { own: OwnNotice; onChange(notice: OwnNotice): void }) {
  const { sent, send } = useAnswering(own, onChange)
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const id = useId()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const words = text.trim()
    setMissing(words === '')
    if (words !== '' && (await send({ kind: 'question', text: words }, 'Đã gửi câu hỏi. Trả lời sẽ hiện ở đây.')))
      setText('')
  }
  return (
    <Card title="Hỏi tổ trưởng về tin này" icon="chat">
      <Asked own={own} />
      <form className="tin-field" onSubmit={event => void submit(event)} noValidate>
        <label htmlFor={id}>Câu hỏi</label>
        <textarea
          id={id}
          rows={3}
          maxLength={LONGEST_QUESTION}
          value={text}
          aria-invalid={isMissing}
          aria-describedby={`${id}-hint`}
          onChange={event => setText(event.target.value)}
        />
        <p id={`${id}-hint`} className="tin-small">
          {isMissing ? 'Gõ câu hỏi rồi bấm Gửi.' : 'Không ghi tên, không cần ghi số giấy tờ hay số điện thoại.'}
        </p>
        <Button type="submit" icon="chat" disabled={sent === 'busy'}>
          Gửi câu hỏi
        </Button>
      </form>
      <Outcome sent={sent} />
    </Card>
  )
}

function Questions({ own }: { own: OwnNotice }) {
  if (own.questions.length === 0) return null
  return (
    <Card title="Câu đã hỏi" icon="chat">
      <Asked own={own} />
    </Card>
  )
}

function Asked({ own }: { own: OwnNotice }) {
  if (own.questions.length === 0) return null
  return (
    <ul className="tin-asked">
      {own.questions.map(({ text, reply }) => (
        <li key={text}>
          <p>{text}</p>
          <p>{reply ? <strong>Trả lời: {reply}</strong> : 'Chưa có trả lời.'}</p>
        </li>
      ))}
    </ul>
  )
}

function Outcome({ sent }: { sent: Sent }) {
  return (
    <div role="status">
      {sent === 'busy' && <p>Đang gửi…</p>}
      {typeof sent === 'object' && <Notice tone={sent.isDone ? 'done' : 'check'}>{sent.words}</Notice>}
    </div>
  )
}

function AnswerElsewhere({ code }: { code: string }) {
  const { data: ward } = useWard()
  return (
    <Card title="Có đi được không?" icon="check">
      <p>
        Nhắn cho Zalo của {ward?.wardName ?? 'phường'}: “Tôi sẽ đi {code}” hoặc “Tôi không đi được {code}”. Tổ trưởng
        chỉ thấy con số.
      </p>
      {phone.can.signIn && (
        <Rows>
          <Row to="/cua-toi/dang-nhap" icon="person" title="Đăng nhập bằng Zalo" text="Để trả lời ngay ở đây" />
        </Rows>
      )}
    </Card>
  )
}
