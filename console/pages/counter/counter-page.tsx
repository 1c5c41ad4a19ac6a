/** At the counter: what somebody came for is typed or picked, by keyboard alone if one likes. */
import { Card, Stack, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { Answered, Nothing, Page } from '../../ui/index.ts'
import { useFinder } from './use-finder.ts'

export default function CounterPage() {
  const [text, setText] = useState('')
  const { opened, finds } = useFinder(text)
  const list = useRef<HTMLUListElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const go = useNavigate()
  // Somebody stands and waits: typing begins at once.
  useEffect(() => box.current?.focus(), [])

  /** Up and down go through the finds; up from the first leads back to the box. */
  function move(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    const next = event.key === 'ArrowDown' ? at + 1 : at - 1
    event.preventDefault()
    if (next < 0) box.current?.focus()
    else links[next]?.focus()
  }

  return (
    <Page title="Tại quầy">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the box and its finds */}
      <div onKeyDown={move}>
        <Stack gap="md">
          <form
            onSubmit={event => {
              event.preventDefault()
              const [first] = finds
              if (first) go(`/quay/${first.key}`)
            }}
          >
            <TextInput
              ref={box}
              label="Bà con cần làm việc gì?"
              description="Gõ không dấu cũng được. Enter: mở mục đầu. Mũi tên xuống: chọn mục khác."
              type="search"
              size="xl"
              value={text}
              onChange={event => setText(event.currentTarget.value)}
            />
          </form>
          <Answered query={opened}>
            {() =>
              finds.length === 0 ? (
                <Nothing>Chưa thấy việc nào như vậy. Thử vài chữ khác, như “khai sinh”, “tạm trú”.</Nothing>
              ) : (
                <ul ref={list} className="finds" aria-label={text.trim() ? 'Việc tìm thấy' : 'Hay hỏi nhất'}>
                  {finds.map(({ key, title, summary }) => (
                    <Card key={key} component="li" withBorder padding="sm">
                      <Link to={`/quay/${key}`}>{title}</Link>
                      <Text size="sm" lineClamp={2}>
                        {summary}
                      </Text>
                    </Card>
                  ))}
                </ul>
              )
            }
          </Answered>
        </Stack>
      </div>
    </Page>
  )
}
