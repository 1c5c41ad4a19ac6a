import { Button, Checkbox, Divider, Stack, Text, TextInput } from '@mantine/core'
import { api } from '../../api/index.ts'
import { Trouble, useKeptFields } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { useChange } from '../staff/use-change.ts'
import type { Area } from './area.ts'

export function SplitArea({ area }: { area: Area }) {
  const [{ name, code, moved }, write, forget] = useKeptFields(`split.${area.code}`, {
    name: '',
    code: '',
    moved: [] as string[],
  })
  const movable = area.otherNames.filter(({ kind }) => kind === 'street' || kind === 'alley')
  const split = useChange(
    () => {
      const names = movable.filter(one => moved.includes(one.name))
      return api.areas.split({
        area: area.code,
        name: area.name,
        parts: [{ code: code.trim(), name: name.trim(), names }],
      })
    },
    'areas',
    forget,
  )
  return (
    <form onSubmit={submitting(() => split.mutate(undefined))}>
      <Stack gap="sm">
        <Divider label="Tách một phần thành nơi mới" />
        <Text size="sm">Bà con đã ghi tên ở {area.name} vẫn ở đây cho đến khi tự chọn nơi mới.</Text>
        <TextInput
          label="Tên của phần mới"
          required
          maxLength={120}
          value={name}
          onChange={event => write({ name: event.currentTarget.value })}
        />
        <TextInput
          label="Mã của phần mới"
          description={`Chữ thường không dấu, số, gạch nối, ví dụ ${area.code}-b; không đổi được về sau`}
          required
          maxLength={80}
          title="Chữ thường không dấu, số, gạch nối"
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          value={code}
          onChange={event => write({ code: event.currentTarget.value })}
        />
        {movable.length > 0 && (
          <Checkbox.Group
            label="Đường, hẻm chuyển sang phần mới"
            value={moved}
            onChange={chosen => write({ moved: chosen })}
          >
            <Stack gap="xs" mt="xs">
              {movable.map(one => (
                <Checkbox key={one.kind + one.name} value={one.name} label={one.name} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <Trouble error={split.error} />
        {split.data && name === '' && (
          <Text role="status">Đã tách. Nơi mới đã có trong danh sách địa bàn; in mã QR cho nơi ấy.</Text>
        )}
        <Button type="submit" variant="default" loading={split.isPending}>
          Tách
        </Button>
      </Stack>
    </form>
  )
}
