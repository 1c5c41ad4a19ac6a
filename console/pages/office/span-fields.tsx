/** From a day to a day, both of them meant. */
import { Group, TextInput } from '@mantine/core'

export interface Span {
  from: string
  until: string
}

interface SpanFieldsProps extends Span {
  /** What is wrong with it, beside what every span must hold. */
  trouble: string | null
  onChange: (change: Partial<Span>) => void
}

export function SpanFields({ from, until, trouble, onChange }: SpanFieldsProps) {
  return (
    <Group grow align="flex-start">
      <TextInput
        label="Từ ngày"
        type="date"
        value={from}
        onChange={event => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        label="Đến hết ngày"
        type="date"
        error={isBackwards({ from, until }) ? 'Ngày cuối phải từ ngày đầu trở đi.' : trouble}
        value={until}
        onChange={event => onChange({ until: event.currentTarget.value })}
      />
    </Group>
  )
}

export function isBackwards({ from, until }: Span): boolean {
  return from !== '' && until !== '' && until < from
}
