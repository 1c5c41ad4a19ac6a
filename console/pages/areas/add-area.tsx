import { Button, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/index.ts'
import { Dialog, Trouble, useKeptFields } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { useChange } from '../staff/use-change.ts'
import type { Area } from './area.ts'

export function AddArea({ isOpen, parents, onClose }: { isOpen: boolean; parents: Area[]; onClose: () => void }) {
  const [parent, setParent] = useState('')
  const [{ name, code }, write, forget] = useKeptFields('area.new', { name: '', code: '' })
  const area = parent || (parents.find(({ level }) => level === 'ward') ?? parents[0])?.code || ''
  const add = useChange(
    () => api.areas.add({ area, name: name.trim(), code: code.trim() }),
    'areas',
    () => {
      forget()
      onClose()
    },
  )
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Thêm địa bàn">
      <form onSubmit={submitting(() => add.mutate(undefined))}>
        <Stack gap="md">
          <NativeSelect
            label="Thuộc"
            value={area}
            onChange={event => setParent(event.currentTarget.value)}
            data={parents.map(one => ({ value: one.code, label: one.name }))}
          />
          <TextInput
            label="Tên"
            required
            maxLength={120}
            data-autofocus
            value={name}
            onChange={event => write({ name: event.currentTarget.value })}
          />
          <TextInput
            label="Mã"
            description="Chữ thường không dấu, số, gạch nối; không đổi được về sau"
            required
            title="Chữ thường không dấu, số, gạch nối"
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            maxLength={80}
            value={code}
            onChange={event => write({ code: event.currentTarget.value })}
          />
          <Trouble error={add.error} />
          <Button type="submit" loading={add.isPending}>
            Thêm
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
