import { type ReactNode, useId } from 'react'
import { Icon, type IconName } from './icon.tsx'

interface CardProps {
  title: string
  icon?: IconName
  children: ReactNode
}

/** @param id where others may jump to */
export function Card({ id, title, icon, children }: CardProps & { id?: string }) {
  const titleId = useId()
  return (
    <section className="card" id={id} tabIndex={id ? -1 : undefined} aria-labelledby={titleId}>
      <h2 id={titleId} className="card-title">
        {icon && <Icon name={icon} />}
        {title}
      </h2>
      {children}
    </section>
  )
}

/** What most people do not need: closed until it is pressed, open on paper. */
export function Fold({ title, icon, children }: CardProps) {
  return (
    <details className="card fold">
      <summary>
        <h2 className="card-title">
          {icon && <Icon name={icon} />}
          {title}
        </h2>
        <span className="fold-sign">
          <Icon name="down" size="1.2rem" />
        </span>
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  )
}
