/** A press that cannot be taken back is asked about once more, where it was made. */
import { Alert, Button, type ButtonProps, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'

interface SureProps extends Pick<ButtonProps, 'disabled' | 'variant'> {
  /** What the button says; said again when it is meant. */
  words: string
  /** Said instead where `words` alone name nothing: to which of many it belongs. */
  label?: string
  /** What will be so afterwards. */
  consequence: string
  isPending: boolean
  onSure: () => void
}

export function Sure({
  words,
  label,
  consequence,
  isPending,
  onSure,
  disabled = false,
  variant = 'default',
}: SureProps) {
  const [isAsking, setAsking] = useState(false)
  if (!isAsking || disabled)
    return (
      <Button
        variant={variant}
        disabled={disabled}
        loading={isPending}
        aria-label={label}
        onClick={() => setAsking(true)}
      >
        {words}
      </Button>
    )
  return (
    <Alert variant="outline" color="yellow" c="black" role="group" aria-label={`${label ?? words}?`}>
      <Stack gap="sm">
        <Text>{consequence}</Text>
        <Group>
          <Button
            color="#8f1d1d"
            loading={isPending}
            onClick={() => {
              setAsking(false)
              onSure()
            }}
          >
            {words}
          </Button>
          {/* Whoever presses Enter once too often changes nothing. */}
          <Button variant="default" autoFocus onClick={() => setAsking(false)}>
            Thôi, để vậy
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
