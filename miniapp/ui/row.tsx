/** One thing to do per row, the whole row to press. */
import { memo, type ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { Icon, type IconName } from './icon.tsx'

export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  )
}

interface RowProps {
  to: string
  title: string
  text?: string
  icon?: IconName
  onClick?(): void
}

/** Drawn again only when it says something else: lists of them follow every key that is pressed. */
export const Row = memo(function Row({ to, title, text, icon, onClick }: RowProps) {
  return (
    <li>
      <Link to={to} className="row" onClick={onClick}>
        {icon && <Icon name={icon} />}
        <span className="row-words">
          <strong>{title}</strong>
          {text && <span>{text}</span>}
        </span>
        <Icon name="forward" size="1.2rem" />
      </Link>
    </li>
  )
})
