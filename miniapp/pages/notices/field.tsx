import { useId } from 'react'

interface FieldProps {
  label: string
  value: string
  /** Characters. */
  most: number
  /** More than one: a box of several lines. */
  rows?: number
  kind?: 'text' | 'tel'
  hint?: string
  onChange(value: string): void
}

/** How near the end somebody is told how much room is left. */
const NEARLY = 20

export function Field({ label, value, most, rows = 1, kind = 'text', hint, onChange }: FieldProps) {
  const id = useId()
  const left = most - [...value].length
  const shared = {
    id,
    value,
    maxLength: most,
    'aria-describedby': hint ? `${id}-hint` : undefined,
  }
  return (
    <div className="tin-field">
      <label htmlFor={id}>{label}</label>
      {rows > 1 ? (
        <textarea {...shared} rows={rows} onChange={event => onChange(event.target.value)} />
      ) : (
        <input {...shared} type={kind} autoComplete="off" onChange={event => onChange(event.target.value)} />
      )}
      {hint && (
        <p id={`${id}-hint`} className="tin-small">
          {hint}
        </p>
      )}
      {left <= NEARLY && most > 2 * NEARLY && (
        <p className="tin-small" role="status">
          Còn {left} chữ cái.
        </p>
      )}
    </div>
  )
}
