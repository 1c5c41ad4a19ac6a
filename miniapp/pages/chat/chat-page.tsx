/** A conversation with the ward's machine, for people without the ward's Zalo at hand. Nothing of it is stored anywhere. */
import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { useWard } from '../../api/index.ts'
import { popular } from '../../content/index.ts'
import { Button, CallButton, Page, TroubleNote, unbroken } from '../../ui/index.ts'
import { type Choice, Choices } from './choices.tsx'
import { Composer } from './composer.tsx'
import type { Line } from './conversation.ts'
import { LocalGuides } from './local-guides.tsx'
import { Message } from './message-view.tsx'
import { useBarHeight } from './use-bar-height.ts'
import { useChat } from './use-chat.ts'
import { useFollowNews } from './use-follow-news.ts'
import { useKeyboard } from './use-keyboard.ts'
import './chat.css'

const MOST_SUGGESTIONS = 4
const OFFICE_HOURS: Choice = { title: 'Hôm nay phường làm việc mấy giờ?', text: 'Hôm nay phường làm việc mấy giờ?' }
const suggestions: Choice[] = [
  ...popular.slice(0, MOST_SUGGESTIONS).map(({ title }) => ({ title, text: title })),
  OFFICE_HOURS,
]

export default function ChatPage() {
  const { data: ward } = useWard()
  const chat = useChat()
  const words = useWordsBrought()
  const log = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [isCleared, setCleared] = useState(false)
  useBarHeight()
  useKeyboard(field)
  useFollowNews(log, chat.lines, chat.trouble !== null)
  useFieldFirst(field, words !== '')

  const { lines, isWaiting, trouble } = chat
  const last = lines[lines.length - 1]
  const isEmpty = lines.length === 0
  const offered = last?.from === 'ward' ? sayingsOf(last) : []
  const type = (text: string): void => {
    setCleared(false)
    chat.say(text)
  }
  /** A press lets the keyboard go and leads on to what was pressed. */
  const press = (text: string): void => {
    type(text)
    requestAnimationFrame(() => {
      const mine = log.current?.querySelectorAll<HTMLElement>('.chat-mine')
      mine?.[mine.length - 1]?.focus({ preventScroll: true })
    })
  }
  const clear = (): void => {
    chat.clear()
    setCleared(true)
    document.getElementById('main')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }

  return (
    <Page title="Hỏi">
      <div className={isEmpty ? 'chat' : 'chat chat-going'}>
        <h1 className="page-title">Hỏi {ward?.wardName ?? 'phường'}</h1>
        <p>Máy trả lời theo hướng dẫn phường đã đăng. Cuộc trò chuyện chỉ nằm trong máy đang cầm.</p>
        <p role="status" className="chat-said">
          {isCleared && isEmpty && 'Đã xóa cuộc trò chuyện.'}
        </p>
        {isEmpty && (
          <section aria-labelledby="chat-start">
            <h2 id="chat-start" className="section-title">
              Bà con cần làm giấy tờ gì?
            </h2>
            <p>Gõ vào ô bên dưới, không dấu cũng được. Hoặc chọn:</p>
            <Choices label="Câu hay hỏi" choices={suggestions} onChoose={press} />
          </section>
        )}
        <div ref={log} role="log" aria-label="Cuộc trò chuyện" className="chat-log">
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was said never changes places
            <Message key={index} line={line} isStuck={isStuck(line, index, lines, isWaiting)} />
          ))}
        </div>
        <p role="status" className="chat-said">
          {isWaiting && 'Máy đang trả lời…'}
        </p>
        {trouble && last?.from === 'person' && (
          <>
            <TroubleNote trouble={trouble} retry={chat.retry} />
            {ward && (
              <div className="buttons chat-call">
                <CallButton number={ward.phone}>Gọi {unbroken(ward.phone)}</CallButton>
              </div>
            )}
            <LocalGuides question={last.text} />
          </>
        )}
        {offered.length > 0 && <Choices label="Chọn để hỏi tiếp" choices={offered} isNumbered onChoose={press} />}
        {!isEmpty && (
          <div className="chat-clear no-print">
            <Button icon="close" onClick={clear}>
              Xóa cuộc trò chuyện
            </Button>
          </div>
        )}
        <Composer field={field} words={words} isWaiting={isWaiting} onSay={type} />
      </div>
    </Page>
  )
}

function sayingsOf({ message }: Extract<Line, { from: 'ward' }>): Choice[] {
  return message.buttons.flatMap(button => (button.kind === 'say' ? [{ title: button.title, text: button.text }] : []))
}

function isStuck(line: Line, index: number, lines: readonly Line[], isWaiting: boolean): boolean {
  return line.from === 'person' && !line.isSent && !(isWaiting && index === lines.length - 1)
}

/** Words that another page brought along. Taken out of the history, so that the way back does not bring them again. */
function useWordsBrought(): string {
  const { state, pathname } = useLocation()
  const navigate = useNavigate()
  const [words] = useState(() => (typeof state?.words === 'string' ? state.words : ''))
  useEffect(() => {
    if (state?.words) navigate(pathname, { replace: true, state: null })
  }, [state, pathname, navigate])
  return words
}

/** Whoever brought words along is about to send or change them. */
function useFieldFirst(field: React.RefObject<HTMLTextAreaElement>, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return
    const frame = requestAnimationFrame(() => {
      const end = field.current?.value.length ?? 0
      field.current?.focus({ preventScroll: true })
      field.current?.setSelectionRange(end, end)
    })
    return () => cancelAnimationFrame(frame)
  }, [field, isWanted])
}
