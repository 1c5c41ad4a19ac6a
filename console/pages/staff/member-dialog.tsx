/** One officer: roles given and taken, duties handed over, access renewed, the account closed or opened again. */
import { Button, Divider, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/index.ts'
import { Dialog, type Role, roleNames, Sure, Trouble } from '../../ui/index.ts'
import { AreaChoice } from './area-choice.tsx'
import type { Member } from './member.ts'
import { RoleChoice } from './role-choice.tsx'
import { useChange } from './use-change.ts'

export function MemberDialog({
  member,
  others,
  onClose,
  onLink,
}: {
  member: Member
  others: Member[]
  onClose: () => void
  onLink: (link: string) => void
}) {
  const [role, setRole] = useState<Role>('answerer')
  const [area, setArea] = useState('')
  const [next, setNext] = useState('')
  const person = member.id
  const grant = useChange(() => api.staff.grantRole({ person, role, area }), 'staff')
  const revoke = useChange((held: { role: Role; area: string }) => api.staff.revokeRole({ person, ...held }), 'staff')
  const handOver = useChange(
    (to: string) => api.staff.handOver({ person, to }),
    'staff',
    () => setNext(''),
  )
  const nameOf = (id: string | undefined) => others.find(one => one.id === id)?.name ?? ''
  const reset = useChange(
    () => api.staff.resetAccess({ person }),
    'staff',
    ({ link }) => {
      onLink(link)
      onClose()
    },
  )
  const isClosed = member.deactivatedAt !== null
  const turn = useChange(
    () => (isClosed ? api.staff.reactivate({ person }) : api.staff.deactivate({ person })),
    'staff',
  )
  const error = grant.error ?? revoke.error ?? handOver.error ?? reset.error ?? turn.error
  return (
    <Dialog onClose={onClose} title={member.name} size="lg">
      <Stack gap="md">
        <Trouble error={error} />
        {member.roles.map(held => (
          <Group key={held.role + held.area} justify="space-between">
            <Text>
              {roleNames[held.role]}, {held.areaName}
            </Text>
            <Button
              variant="default"
              size="sm"
              aria-label={`Thôi vai trò ${roleNames[held.role]} tại ${held.areaName}`}
              onClick={() => revoke.mutate({ role: held.role, area: held.area })}
            >
              Thôi vai trò này
            </Button>
          </Group>
        ))}
        {!isClosed && (
          <>
            <Divider label="Giao thêm việc" />
            <RoleChoice value={role} onChange={setRole} />
            <AreaChoice value={area} onChange={setArea} />
            <Button disabled={!area} onClick={() => grant.mutate(undefined)} loading={grant.isPending}>
              Giao vai trò
            </Button>
          </>
        )}
        {others.length > 0 && (
          <>
            <Divider label="Bàn giao cho người tiếp theo" />
            <NativeSelect
              label="Người nhận mọi vai trò và việc đang giữ"
              description="Đi theo: vai trò, bà con đang chờ trả lời, hướng dẫn đang giữ, thông báo và tin lặp lại của địa bàn"
              value={next}
              onChange={event => setNext(event.currentTarget.value)}
              data={[
                { value: '', label: 'Chọn người nhận' },
                ...others.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <Sure
              words="Bàn giao"
              consequence={`${member.name} thôi mọi vai trò ngay; ${nameOf(next)} nhận hết. Chưa ngừng tài khoản.`}
              disabled={!next}
              isPending={handOver.isPending}
              onSure={() => handOver.mutate(next)}
            />
            {handOver.data && (
              <Text role="status">
                Đã bàn giao cho {nameOf(handOver.variables)}: {handOver.data.roles} vai trò, {handOver.data.tasks} việc
                đang giữ.
              </Text>
            )}
          </>
        )}
        <Divider label="Tài khoản" />
        <Group>
          {!isClosed && (
            <Button variant="default" onClick={() => reset.mutate(undefined)}>
              Đặt lại mật khẩu và điện thoại
            </Button>
          )}
          <Button variant="default" onClick={() => turn.mutate(undefined)}>
            {isClosed ? 'Mở lại tài khoản' : 'Ngừng tài khoản'}
          </Button>
        </Group>
        <Text size="sm">
          Ngừng thì người này không vào được ngay lập tức; đường dẫn mời chưa ai dùng và khóa truy cập do người này tạo
          cũng ngừng theo. Những gì đã làm vẫn giữ nguyên và có thể mở lại.
        </Text>
      </Stack>
    </Dialog>
  )
}
