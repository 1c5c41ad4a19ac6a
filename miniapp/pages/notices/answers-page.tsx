/** What came back: how many come, and what is asked; each question answered here. Nobody's name is on any of it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useParams } from 'react-router-dom'
import { api, OWN } from '../../api/index.ts'
import { Button, Card, Empty, Loading, Notice, TroubleNote } from '../../ui/index.ts'
import { Field } from './field.tsx'
import { LeaderOnly } from './leader-only.tsx'
import { notDone, troubleOf } from './trouble-words.ts'

type Question = Awaited<ReturnType<typeof api.notices.answers>>['questions'][number]

const LONGEST_REPLY = 500

export default function AnswersPage() {
  const { id = '' } = useParams()
  return <LeaderOnly title="Bà con trả lời">{() => <AnswersOf id={id} />}</LeaderOnly>
}

function AnswersOf({ id }: { id: string }) {
  const queryKey = [OWN, 'answers', id]
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey,
    refetchOnMount: 'always',
    queryFn: ({ signal }) => api.notices.answers({ id }, { signal }),
  })
  if (!data) {
    if (error) return <TroubleNote trouble={troubleOf(error)} retry={() => void refetch()} isWholePage />
    return <Loading what="Đang mở trả lời…" />
  }
  const open = data.questions.filter(({ reply }) => reply === null)
  const answered = data.questions.filter(({ reply }) => reply !== null)
  const replied = (): void => {
    void client.invalidateQueries({ queryKey })
    void client.invalidateQueries({ queryKey: [OWN, 'counts'] })
  }
  return (
    <>
      <h1 className="page-title">Bà con trả lời</h1>
      <Card title="Ai đi được" icon="person">
        <dl className="tin-counts">
          <div>
            <dt>Sẽ đi</dt>
            <dd>
              <strong>{data.goingPeople} người</strong>
              <span>{data.going} máy đã báo; mỗi máy ghi mấy người cùng đi.</span>
            </dd>
          </div>
          <div>
            <dt>Không đi được</dt>
            <dd>
              <strong>{data.notGoing} máy báo</strong>
            </dd>
          </div>
        </dl>
        <p className="tin-small">Không ai thấy tên người trả lời. Ai chưa trả lời thì vẫn có thể đến.</p>
      </Card>
      <h2 className="section-title">Câu hỏi</h2>
      {data.questions.length === 0 && <Empty title="Chưa có ai hỏi" />}
      {open.map(question => (
        <OpenQuestion key={question.id} noticeId={id} question={question} onReplied={replied} />
      ))}
      {answered.map(({ id: key, text, reply }) => (
        <div key={key} className="card">
          <p>{text}</p>
          <p>
            <strong>Đã trả lời:</strong> {reply}
          </p>
        </div>
      ))}
    </>
  )
}

interface OpenQuestionProps {
  noticeId: string
  question: Question
  onReplied(): void
}

function OpenQuestion({ noticeId, question, onReplied }: OpenQuestionProps) {
  const [text, setText] = useState('')
  const [state, setState] = useState<'idle' | 'busy' | { failed: string }>('idle')
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (state === 'busy') return
    if (text.trim() === '') return setState({ failed: 'Gõ câu trả lời rồi bấm Trả lời.' })
    setState('busy')
    try {
      await api.notices.reply({ id: noticeId, question: question.id, text: text.trim() })
      onReplied()
    } catch (error) {
      setState({ failed: notDone('Chưa gửi được', troubleOf(error)) })
    }
  }
  return (
    <form className="card" onSubmit={event => void submit(event)} noValidate>
      <p>
        <strong>{question.text}</strong>
      </p>
      <Field label="Trả lời" rows={3} value={text} most={LONGEST_REPLY} onChange={setText} />
      <div role="status">{typeof state === 'object' && <Notice tone="check">{state.failed}</Notice>}</div>
      <Button type="submit" look="main" disabled={state === 'busy'}>
        Trả lời
      </Button>
    </form>
  )
}
