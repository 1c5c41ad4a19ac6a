/** One place: its names, what becomes part of it, what becomes a place of its own, its end. */
import { Button, Checkbox, Divider, ScrollArea, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AreaNameKind } from '../../../shared/areas.ts'
import { api } from '../../api/index.ts'
import { Dialog, Sure, Trouble, useKeptFields, useKeptText } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { useChange } from '../staff/use-change.ts'
import type { Area } from './area.ts'
import { SplitArea } from './split-area.tsx'

const KINDS: { kind: AreaNameKind; label: string }[] = [
  { kind: 'name', label: 'Tên gọi khác' },
  { kind: 'street', label: 'Đường đi qua' },
  { kind: 'alley', label: 'Hẻm, ngõ, kiệt' },
  { kind: 'old', label: 'Tên cũ' },
]

export function AreaDialog({ area, siblings, onClose }: { area: Area; siblings: Area[]; onClose: () => void }) {
  const [name, setName, forgetName] = useKeptText(`area.${area.code}.name`, area.name)
  const [lines, write, forgetLines] = useKeptFields(`area.${area.code}.names`, namesOf(area))
  const [others, setOthers] = useState<string[]>([])
  const { code } = area
  const rename = useChange(() => api.areas.rename({ area: code, name: name.trim() }), 'areas', forgetName)
  const save = useChange(() => api.areas.writeNames({ area: code, names: readNames(lines) }), 'areas', forgetLines)
  const merge = useChange(
    () => api.areas.merge({ area: code, others }),
    'areas',
    () => setOthers([]),
  )
  const retire = useChange(() => api.areas.retire({ area: code }), 'areas', onClose)
  return (
    <Dialog onClose={onClose} title={area.name} size="lg">
      <Stack gap="md">
        <form onSubmit={submitting(() => rename.mutate(undefined))}>
          <Stack gap="sm">
            <TextInput
              label="Tên"
              description="Tên cũ vẫn tìm được; mã in trên giấy giữ nguyên"
              required
              maxLength={120}
              value={name}
              onChange={event => setName(event.currentTarget.value)}
            />
            <Trouble error={rename.error} />
            <Button type="submit" loading={rename.isPending} disabled={name.trim() === area.name}>
              Đổi tên
            </Button>
            {rename.isSuccess && name === area.name && <Text role="status">Đã đổi tên.</Text>}
          </Stack>
        </form>
        <Divider label="Tên khác, mỗi dòng một tên" />
        {KINDS.map(({ kind, label }) => (
          <Textarea
            key={kind}
            label={label}
            autosize
            minRows={1}
            maxRows={6}
            value={lines[kind]}
            onChange={event => write({ [kind]: event.currentTarget.value })}
          />
        ))}
        <Trouble error={save.error} />
        <Button variant="default" onClick={() => save.mutate(undefined)} loading={save.isPending}>
          Lưu các tên
        </Button>
        {save.isSuccess && sameLines(lines, namesOf(area)) && <Text role="status">Đã lưu các tên.</Text>}
        {siblings.length > 0 && (
          <>
            <Divider label="Gộp nơi khác vào đây" />
            <Text size="sm">Bà con, tổ trưởng và tên của nơi được gộp chuyển sang đây; nơi ấy thôi hoạt động.</Text>
            <ScrollArea.Autosize mah={180} type="auto" viewportProps={{ tabIndex: 0 }}>
              <Checkbox.Group aria-label="Nơi được gộp" value={others} onChange={setOthers}>
                <Stack gap="xs">
                  {siblings.map(one => (
                    <Checkbox key={one.code} value={one.code} label={one.name} />
                  ))}
                </Stack>
              </Checkbox.Group>
            </ScrollArea.Autosize>
            <Trouble error={merge.error} />
            <Sure
              words={`Gộp ${others.length > 0 ? `${others.length} nơi ` : ''}vào ${area.name}`}
              consequence={`Không tách lại như cũ được: ${sayNames(siblings, others)} thôi hoạt động, mọi thứ ở đó về ${area.name}.`}
              disabled={others.length === 0}
              isPending={merge.isPending}
              onSure={() => merge.mutate(undefined)}
            />
            {merge.isSuccess && <Text role="status">Đã gộp vào {area.name}.</Text>}
          </>
        )}
        {area.level === 'neighbourhood' && <SplitArea area={area} />}
        <Divider label="Ngừng" />
        <Text size="sm">
          Nơi không còn nữa: vai trò ở đó hết hiệu lực, bà con được mời chọn nơi mới. Mã không dùng lại.
        </Text>
        <Trouble error={retire.error} />
        <Sure
          words="Ngừng địa bàn này"
          consequence={`${area.name} không mở lại được nữa. Chỉ đổi tên, hoặc về chung với nơi khác, thì dùng “Đổi tên”, “Gộp” ở trên.`}
          isPending={retire.isPending}
          onSure={() => retire.mutate(undefined)}
        />
      </Stack>
    </Dialog>
  )
}

type Lines = Record<AreaNameKind, string>

function namesOf({ otherNames }: Area): Lines {
  const of = (kind: AreaNameKind) =>
    otherNames
      .filter(one => one.kind === kind)
      .map(({ name }) => name)
      .join('\n')
  return Object.fromEntries(KINDS.map(({ kind }) => [kind, of(kind)])) as Lines
}

function sameLines(one: Lines, other: Lines): boolean {
  return KINDS.every(({ kind }) => one[kind] === other[kind])
}

function sayNames(siblings: readonly Area[], codes: readonly string[]): string {
  return siblings.flatMap(({ code, name }) => (codes.includes(code) ? [name] : [])).join(', ')
}

function readNames(lines: Lines): { kind: AreaNameKind; name: string }[] {
  return KINDS.flatMap(({ kind }) =>
    lines[kind]
      .split('\n')
      .map(name => ({ kind, name: name.trim() }))
      .filter(({ name }) => name),
  )
}
