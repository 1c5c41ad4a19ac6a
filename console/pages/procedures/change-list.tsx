/** What differs, field by field: what was is struck through, what is new is underlined. */
import { List, Text } from '@mantine/core'
import type { Change } from './words.ts'

export function ChangeList({ changes, nothing }: { changes: readonly Change[]; nothing: string }) {
  if (changes.length === 0) return <Text>{nothing}</Text>
  return (
    <List spacing="xs">
      {changes.map(({ where, before, after }) => (
        <List.Item key={`${where}${before}${after}`}>
          <b>{where}:</b> {before === null ? 'thêm' : <del>{before}</del>}{' '}
          {after === null ? '(bỏ)' : <ins>{after}</ins>}
        </List.Item>
      ))}
    </List>
  )
}
