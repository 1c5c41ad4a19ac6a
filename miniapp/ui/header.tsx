/** The top of every page: the way back, where one is, and the size of the letters. */
import { useLocation, useNavigate } from 'react-router-dom'
import { Icon } from './icon.tsx'
import { LookButton } from './look-sheet.tsx'

export function Header({ title, hasBack }: { title: string; hasBack: boolean }) {
  const navigate = useNavigate()
  const { key } = useLocation()
  // Whoever came by a link or a QR has nothing behind them: back is the front page.
  const goBack = (): void => (key === 'default' ? navigate('/', { replace: true }) : navigate(-1))
  return (
    <header className="header">
      <div className="header-row">
        {hasBack && (
          <button type="button" className="header-button" onClick={goBack}>
            <Icon name="back" />
            <span>Trở lại</span>
          </button>
        )}
        <p className="header-title">{title}</p>
        <LookButton />
      </div>
    </header>
  )
}
