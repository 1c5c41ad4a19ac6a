/** Other guides, each with why it may be the right one. */
import { Row, Rows } from '../../ui/index.ts'
import type { Elsewhere } from './bring-list.ts'

export function Leads({ title, leads }: { title?: string; leads: readonly Elsewhere[] }) {
  if (leads.length === 0) return null
  return (
    <div className="leads">
      {title && <h2 className="section-title">{title}</h2>}
      {leads
        .filter(({ link }) => link === null)
        .map(({ text }) => (
          <p key={text}>{text}</p>
        ))}
      <Rows>
        {leads.map(
          ({ text, link }) => link && <Row key={text + link.path} to={link.path} title={link.title} text={text} />,
        )}
      </Rows>
    </div>
  )
}
