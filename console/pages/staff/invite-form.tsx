import { Button, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/index.ts'
import { Dialog, type Role, Trouble, useKeptText } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { AreaChoice } from './area-choice.tsx'
import { RoleChoice } from './role-choice.tsx'
import { useChange } from './use-change.ts'

export function InviteForm({
  isOpen,
  onClose,
  onLink,
}: {
  isOpen: boolean
  onClose: () => void
  onLink: (link: string) => void
}) {
  const [name, setName, forgetName] = useKeptText('invite.name')
  const [role, setRole] = useState<Role>('answerer')
  const [area, setArea] = useState('')
  const [days, setDays] = useState(3)
  const invite = useChange(
    () => api.staff.invite({ name: name.trim(), role, area, days }),
    'staff',
    ({ link }) => {
      forgetName()
      onLink(link)
      onClose()
    },
  )
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Mời người mới">
      <form onSubmit={submitting(() => invite.mutate(undefined))}>
        <Stack gap="md">
          <TextInput
            label="Họ và tên"
            required
            minLength={2}
            maxLength={80}
            data-autofocus
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <RoleChoice value={role} onChange={setRole} />
          <AreaChoice value={area} onChange={setArea} />
          <NativeSelect
            label="Đường dẫn dùng được trong"
            value={String(days)}
            onChange={event => setDays(Number(event.currentTarget.value))}
            data={[1, 3, 7, 14].map(value => ({ value: String(value), label: `${value} ngày` }))}
          />
          <Trouble error={invite.error} />
          <Button type="submit" disabled={!area} loading={invite.isPending}>
            Tạo đường dẫn mời
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
