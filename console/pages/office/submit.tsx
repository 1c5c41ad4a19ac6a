/** Why, and the button that hands it to a second person. */
import { Button, Group, Text, TextInput } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { Trouble } from '../../ui/index.ts'
import type { Written } from './office.ts'

interface SubmitProps {
  save: UseMutationResult<Written, Error, void>
  why: string
  onWhy: (why: string) => void
  /** Nothing is typed, or not over what holds, or something is still wrong. */
  isDisabled: boolean
  onDrop: (() => void) | null
}

export function Submit({ save, why, onWhy, isDisabled, onDrop }: SubmitProps) {
  return (
    <>
      <TextInput
        label="Vì sao đổi, theo văn bản nào"
        description="Người duyệt đọc dòng này"
        maxLength={500}
        value={why}
        onChange={event => onWhy(event.currentTarget.value)}
      />
      <Text size="sm">Có hiệu lực khi người thứ hai duyệt, bà con đọc được trong vài giây sau đó.</Text>
      <Trouble error={save.error} />
      {save.data && isDisabled && (
        <Text role="status">
          {save.data.waits ? 'Đã gửi, chờ người thứ hai duyệt.' : 'Đã rút lại, mọi thứ vẫn như đang có hiệu lực.'}
        </Text>
      )}
      <Group gap="xs">
        <Button disabled={isDisabled} loading={save.isPending} onClick={() => save.mutate()}>
          Gửi duyệt
        </Button>
        {onDrop && (
          <Button variant="default" onClick={onDrop}>
            Bỏ chữ đang gõ
          </Button>
        )}
      </Group>
    </>
  )
}
