/** Who did what and when; nobody can change a line. */
import { Card, List, Title } from '@mantine/core'
import { sayMoment } from '../../ui/index.ts'
import type { NoticeEvents } from './wire.ts'

export function History({ events }: { events: NoticeEvents }) {
  return (
    <Card withBorder component="section" aria-label="Ai đã làm gì">
      <Title order={2} size="h4" mb="xs">
        Ai đã làm gì
      </Title>
      <List size="sm" spacing={4}>
        {events.map(({ at, by, words, action }) => (
          <List.Item key={at + action}>
            {sayMoment(at)}: {by} {words}
          </List.Item>
        ))}
      </List>
    </Card>
  )
}
