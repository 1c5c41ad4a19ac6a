/** On which paper it is printed, and the button that prints. */
import { Button, Group, SegmentedControl } from '@mantine/core'

export type Size = 'a5' | 'a4'

export function PaperSize({ size, onSize }: { size: Size; onSize: (size: Size) => void }) {
  return (
    <Group gap="sm">
      <Button size="md" onClick={() => window.print()}>
        In tờ này
      </Button>
      <SegmentedControl
        aria-label="Khổ giấy"
        value={size}
        onChange={value => onSize(value as Size)}
        data={[
          { value: 'a5', label: 'Giấy A5' },
          { value: 'a4', label: 'Giấy A4' },
        ]}
      />
    </Group>
  )
}
