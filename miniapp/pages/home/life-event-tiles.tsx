import { Link } from 'react-router-dom'
import type { LifeEvent } from '../../content/index.ts'
import { Icon } from '../../ui/index.ts'

export function LifeEventTiles({ events }: { events: LifeEvent[] }) {
  return (
    <ul className="tiles">
      {events.map(({ key, title, icon }) => (
        <li key={key}>
          <Link className="tile" to={`/su-kien/${key}`}>
            <Icon name={icon} size="1.8rem" />
            <span>{title}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
