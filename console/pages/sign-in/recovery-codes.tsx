import { Button, Group } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'

export function RecoveryCodes({ codes }: { codes: string[] }) {
  const clipboard = useClipboard({ timeout: 3000 })
  return (
    <>
      <ul className="codes" aria-label="Mã dự phòng">
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group>
        <Button variant="default" onClick={() => clipboard.copy(codes.join('\n'))}>
          {clipboard.copied ? 'Đã chép' : 'Chép các mã'}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          In ra giấy
        </Button>
      </Group>
    </>
  )
}
