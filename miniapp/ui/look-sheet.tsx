/** Size of letters and strength of colours, one tap away on every page. */
import { useState } from 'react'
import { Icon } from './icon.tsx'
import { type TextSize, useLook } from './look.ts'
import { Sheet } from './sheet.tsx'

const SIZES: { size: TextSize; sign: string; name: string }[] = [
  { size: 'a', sign: 'A', name: 'Vừa' },
  { size: 'a1', sign: 'A+', name: 'Lớn' },
  { size: 'a2', sign: 'A++', name: 'Rất lớn' },
]

export function LookButton() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="header-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="type" />
        <span>Cỡ chữ</span>
      </button>
      <Sheet title="Cỡ chữ" isOpen={isOpen} onClose={() => setOpen(false)}>
        <LookChoices />
      </Sheet>
    </>
  )
}

export function LookChoices() {
  const [look, change] = useLook()
  return (
    <>
      <fieldset className="choices">
        <legend>Chọn cỡ chữ dễ đọc</legend>
        {SIZES.map(({ size, sign, name }) => (
          <label key={size} className={`choice choice-${size}`}>
            <input type="radio" name="size" checked={look.size === size} onChange={() => change({ ...look, size })} />
            <b>{sign}</b>
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <label className="choice">
        <input
          type="checkbox"
          checked={look.isStrong}
          onChange={event => change({ ...look, isStrong: event.target.checked })}
        />
        <span>Chữ đen đậm trên nền trắng</span>
      </label>
    </>
  )
}
