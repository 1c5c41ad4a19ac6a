import { NavLink } from 'react-router-dom'
import { Icon, type IconName } from './icon.tsx'

export interface BarItem {
  to: string
  title: string
  icon: IconName
}

export function BottomBar({ items }: { items: BarItem[] }) {
  return (
    <nav className="bottom-bar" aria-label="Các phần chính">
      {items.map(({ to, title, icon }) => (
        <NavLink key={to} to={to} end={to === '/'} className="bottom-bar-item">
          <Icon name={icon} />
          <span>{title}</span>
        </NavLink>
      ))}
    </nav>
  )
}
