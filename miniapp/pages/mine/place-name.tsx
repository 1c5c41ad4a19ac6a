import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { Neighbourhood } from '../../../shared/areas.ts'
import { Button, Notice } from '../../ui/index.ts'
import { longestLabel, usualLabels } from './place-labels.ts'
import type { Place } from './places.ts'

const OTHER = 'Tên khác'

interface PlaceNameProps {
  neighbourhood: Neighbourhood
  /** Those that are kept already. */
  places: readonly Place[]
  /** A place is being kept at the ward. */
  isBusy: boolean
  /** In an account a neighbourhood has one name; on the phone it may have several. */
  isAccount: boolean
  onName(label: string): void
  onBack(): void
}

export function PlaceName({ neighbourhood, places, isBusy, isAccount, onName, onBack }: PlaceNameProps) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [choice, setChoice] = useState(usualLabels[0] ?? OTHER)
  const [own, setOwn] = useState('')
  const [isMissing, setMissing] = useState(false)
  const label = choice === OTHER ? own.trim() : choice
  const twin = places.find(one => one.code === neighbourhood.code && one.label !== label)
  const before = places.find(one => one.label === label && one.code !== neighbourhood.code)

  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (label === '') setMissing(true)
    else onName(label)
  }
  return (
    <form onSubmit={submit} noValidate>
      <h1 ref={heading} className="page-title" tabIndex={-1}>
        {neighbourhood.name} là nơi nào?
      </h1>
      <fieldset className="choices mine-name">
        <legend className="visually-hidden">Gọi nơi này là</legend>
        {[...usualLabels, OTHER].map(one => (
          <label key={one} className="choice">
            <input type="radio" name="place" checked={choice === one} onChange={() => setChoice(one)} />
            <span>{one}</span>
          </label>
        ))}
      </fieldset>
      {choice === OTHER && (
        <div className="mine-field">
          <label htmlFor={id}>Đặt tên cho nơi này</label>
          <input
            id={id}
            type="text"
            maxLength={longestLabel}
            autoComplete="off"
            value={own}
            aria-invalid={isMissing && label === ''}
            aria-describedby={isMissing && label === '' ? `${id}-missing` : undefined}
            onChange={event => setOwn(event.target.value)}
          />
          {isMissing && label === '' && (
            <p id={`${id}-missing`} role="alert" className="mine-missing">
              Gõ một tên, ví dụ “Nhà ông bà”, rồi bấm Lưu.
            </p>
          )}
        </div>
      )}
      {before && (
        <Notice tone="check">
          “{label}” đang là {before.name}. Lưu thì đổi sang {neighbourhood.name}.
        </Notice>
      )}
      {isAccount && twin && (
        <Notice tone="check">
          {neighbourhood.name} đang là “{twin.label}”. Lưu thì đổi tên thành “{label}”.
        </Notice>
      )}
      <div className="buttons">
        <Button type="submit" look="main" disabled={isBusy}>
          Lưu
        </Button>
        <Button icon="back" onClick={onBack}>
          Chọn tổ khác
        </Button>
      </div>
    </form>
  )
}
