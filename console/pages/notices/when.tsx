/** A day or an hour in a form; empty: none. */
import { TextInput } from '@mantine/core'

interface WhenProps {
  label: string
  type: 'date' | 'time'
  value: string | null
  onChange: (value: string | null) => void
}

export function When({ label, type, value, onChange }: WhenProps) {
  return (
    <TextInput
      label={label}
      type={type}
      value={value ?? ''}
      onChange={event => onChange(event.currentTarget.value || null)}
    />
  )
}
