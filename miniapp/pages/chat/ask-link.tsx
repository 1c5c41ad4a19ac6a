/** Leads to the chat with words already in its field. They travel in the browser's history, never in an address. */
import { Link } from 'react-router-dom'
import { Icon } from '../../ui/index.ts'

interface AskLinkProps {
  /** What stands in the field, to be sent or changed. */
  words: string
  children: string
}

export function AskLink({ words, children }: AskLinkProps) {
  return (
    <Link className="button no-print" to="/hoi" state={{ words }}>
      <Icon name="chat" />
      <span>{children}</span>
    </Link>
  )
}
