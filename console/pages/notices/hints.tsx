/** What a kind colleague would say: what stops the notice, what to look at again, what could be said better. */
import { List } from '@mantine/core'

interface HintsProps {
  hints: readonly { level: 'block' | 'warn' | 'hint'; words: string }[]
}

const LEVELS = { block: 'Phải sửa', warn: 'Xem lại', hint: 'Gợi ý' } as const

export function Hints({ hints }: HintsProps) {
  if (hints.length === 0) return null
  return (
    <List spacing={4} className="hints">
      {hints.map(({ level, words }) => (
        <List.Item key={words}>
          <b>{LEVELS[level]}: </b>
          {words}
        </List.Item>
      ))}
    </List>
  )
}
