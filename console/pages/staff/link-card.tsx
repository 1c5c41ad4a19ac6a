/** A link or a token that is shown this once: to be copied, or scanned by the phone of whoever it is for. */
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { QrCode } from '../../ui/index.ts'

export function LinkCard({
  title,
  advice,
  text,
  hasQr = false,
  onClose,
}: {
  title: string
  advice: string
  text: string
  hasQr?: boolean
  onClose: () => void
}) {
  const clipboard = useClipboard({ timeout: 3000 })
  return (
    <Alert color="brand" variant="outline" title={title} role="status">
      <Stack gap="sm">
        <Text>{advice}</Text>
        {hasQr && <QrCode text={text} title={title} />}
        <Code className="secret">{text}</Code>
        <Group>
          <Button onClick={() => clipboard.copy(text)}>{clipboard.copied ? 'Đã chép' : 'Chép'}</Button>
          <Button variant="default" onClick={onClose}>
            Xong
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
