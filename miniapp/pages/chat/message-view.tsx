/** One thing that was said, by whom, and what can be opened or called from it. */
import type { Button } from '../../../shared/messages.ts'
import { CallButton, Icon, OutLink, unbroken } from '../../ui/index.ts'
import { toBlocks, withoutChoices } from './blocks.ts'
import type { Line } from './conversation.ts'
import { GuideLinks } from './guide-links.tsx'

interface MessageProps {
  line: Line
  /** Did not reach the ward. */
  isStuck: boolean
}

export function Message({ line, isStuck }: MessageProps) {
  if (line.from === 'person') {
    return (
      <div className="chat-message chat-mine" tabIndex={-1}>
        <span className="visually-hidden">Người hỏi: </span>
        <p>{line.text}</p>
        {isStuck && <p className="chat-stuck">Chưa gửi được</p>}
      </div>
    )
  }
  const { text, buttons } = line.message
  const { guides = [] } = line
  const ways = buttons.filter(({ kind }) => kind !== 'say')
  const choices = buttons.flatMap(({ kind, title }) => (kind === 'say' ? title : []))
  return (
    <div className="chat-message chat-ward">
      <span className="visually-hidden">Phường trả lời: </span>
      <Words text={withoutChoices(text, choices)} />
      {ways.length > 0 && (
        <div className="buttons">
          {ways.map(button => (
            <Way key={button.title} button={button} />
          ))}
        </div>
      )}
      {guides.length > 0 && <GuideLinks guides={guides} />}
    </div>
  )
}

function Words({ text }: { text: string }) {
  return toBlocks(text).map((block, index) => {
    // Words that were said never change places.
    const key = `${index}`
    if (block.kind === 'words') return <p key={key}>{unbroken(block.text)}</p>
    return (
      <ul key={key}>
        {block.items.map(item => (
          <li key={item}>{unbroken(item)}</li>
        ))}
      </ul>
    )
  })
}

function Way({ button }: { button: Button }) {
  if (button.kind === 'call') return <CallButton number={button.phone}>{unbroken(button.title)}</CallButton>
  if (button.kind === 'say') return null
  return (
    <OutLink className="button" href={button.url}>
      <Icon name="out" />
      <span>{button.title}</span>
    </OutLink>
  )
}
