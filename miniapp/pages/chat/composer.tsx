/** The field for the question. It grows with the words; Enter sends. */
import { type ChangeEvent, type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react'
import { Button } from '../../ui/index.ts'

/** As many as the server reads. */
const MOST_LETTERS = 1000

interface ComposerProps {
  field: RefObject<HTMLTextAreaElement>
  /** What stands in it at the beginning. */
  words: string
  isWaiting: boolean
  onSay(text: string): void
}

export function Composer({ field, words, isWaiting, onSay }: ComposerProps) {
  const [text, setText] = useState(words)
  const id = useId()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words
  useEffect(() => {
    const element = field.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 4}px`
  }, [text])

  const send = (): void => {
    const said = text.trim()
    if (said === '' || isWaiting) return
    setText('')
    onSay(said)
    field.current?.focus({ preventScroll: true })
  }
  const change = ({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>): void => {
    // Some phones send no key, only what the key did.
    const isEnter = nativeEvent instanceof InputEvent && nativeEvent.inputType === 'insertLineBreak'
    if (isEnter) send()
    else setText(target.value)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  return (
    <form
      className="chat-composer no-print"
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      <p id={`${id}-hint`} className="chat-hint">
        Trang này không lưu; đừng gửi số căn cước.
      </p>
      <label className="visually-hidden" htmlFor={id}>
        Câu muốn hỏi
      </label>
      <textarea
        ref={field}
        id={id}
        rows={1}
        enterKeyHint="send"
        autoComplete="off"
        maxLength={MOST_LETTERS}
        placeholder="Gõ câu hỏi"
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={change}
        onKeyDown={press}
      />
      <Button type="submit" look="main" disabled={isWaiting}>
        Gửi
      </Button>
    </form>
  )
}
