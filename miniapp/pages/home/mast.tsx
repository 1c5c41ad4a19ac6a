/** The ward's own face: its name, the question, and the sun of the bronze drum behind them. */
import type { ReactNode } from 'react'
import type { Ward } from '../../api/index.ts'
import { LookButton } from '../../ui/index.ts'

interface MastProps {
  ward: Ward | undefined
  isSmall: boolean
  children: ReactNode
}

export function Mast({ ward, isSmall, children }: MastProps) {
  return (
    <header className={isSmall ? 'mast mast-small' : 'mast'}>
      <DrumSun />
      <div className="mast-body">
        <div className="mast-top">
          <p className="mast-ward">{ward?.wardName ?? 'Một Cửa'}</p>
          <LookButton />
        </div>
        <h1 className={isSmall ? 'visually-hidden' : undefined}>Hôm nay bà con cần làm giấy tờ gì?</h1>
        {children}
        {!isSmall && <p className="mast-hint">Gõ không dấu cũng được.</p>}
      </div>
    </header>
  )
}

const RAYS = 14

function DrumSun() {
  const ray = 'M0-16 L4.2-19 L0-46 L-4.2-19Z'
  return (
    <svg className="mast-sun" viewBox="-100 -100 200 200" aria-hidden="true" focusable="false">
      <circle r="13" />
      {Array.from({ length: RAYS }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rays never change places
        <path key={index} d={ray} transform={`rotate(${(index * 360) / RAYS})`} />
      ))}
      <circle className="ring" r="56" />
      <circle className="ring dotted" r="66" />
      <circle className="ring" r="76" />
      <circle className="ring dotted" r="86" />
      <circle className="ring" r="96" />
    </svg>
  )
}
