/** Two editors of one office: the second is told before anything of the first is overwritten. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import type { Desk } from './office.ts'

interface StaleProps {
  desk: Desk
  /** Over which state it was typed. */
  revision: string
  /** What holds now, in lines. */
  holds: readonly string[]
  onKeep: (revision: string) => void
  onDrop: () => void
}

export function Stale({ desk, revision, holds, onKeep, onDrop }: StaleProps) {
  if (revision === desk.schedule.revision) return null
  return (
    <Alert
      role="alert"
      color="yellow"
      variant="outline"
      title="Trong lúc gõ, người khác vừa sửa giờ hoặc lịch của nơi này"
    >
      <Stack gap="xs">
        <Text>Chữ đang gõ ở đây còn nguyên và chưa gửi. Đang có hiệu lực:</Text>
        <ul>
          {holds.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Group gap="xs">
          <Button size="sm" variant="default" onClick={() => onKeep(desk.schedule.revision)}>
            Đã xem, giữ chữ tôi đang gõ
          </Button>
          <Button size="sm" variant="default" onClick={onDrop}>
            Bỏ chữ đang gõ, lấy bản mới
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
