/** The people of the desk: who they are, what they may do where; new ones by a link. */
import { Badge, Button, Card, Group, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, RowTable, roleNames, sayMoment, Trouble } from '../../ui/index.ts'
import { InviteForm } from './invite-form.tsx'
import { LinkCard } from './link-card.tsx'
import { MemberDialog } from './member-dialog.tsx'
import { useChange } from './use-change.ts'

const COLUMNS = [
  ['name', 'Tên'],
  ['work', <VisuallyHidden key="work">Việc có thể làm</VisuallyHidden>],
  ['roles', 'Vai trò'],
  ['seen', 'Vào lần cuối'],
] as const

export default function StaffPage() {
  const staff = useQuery({ queryKey: ['staff'], queryFn: () => api.staff.list() })
  const [isInviting, setIsInviting] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const member = staff.data?.find(({ id }) => id === opened)
  return (
    <Page title="Cán bộ" actions={<Button onClick={() => setIsInviting(true)}>Mời người mới</Button>}>
      <InviteForm isOpen={isInviting} onClose={() => setIsInviting(false)} onLink={setLink} />
      {link && (
        <LinkCard
          title="Đường dẫn, dùng được một lần"
          advice="Gửi riêng cho đúng người ấy, hoặc để người ấy quét. Đường dẫn chỉ hiện lần này."
          text={link}
          hasQr
          onClose={() => setLink(null)}
        />
      )}
      <Answered query={staff}>
        {list => (
          <RowTable columns={COLUMNS} minWidth={640}>
            {list.map(one => (
              <Table.Tr key={one.id}>
                <Table.Td>
                  <b>{one.name}</b>
                  <Text size="sm">{one.username}</Text>
                  {one.deactivatedAt && <Badge color="gray.8">Đã ngừng</Badge>}
                  {!one.hasTotp && !one.deactivatedAt && <Badge color="#7a4b00">Chưa cài mã điện thoại</Badge>}
                </Table.Td>
                <Table.Td>
                  {one.isMine && (
                    <Button
                      variant="default"
                      size="sm"
                      onClick={() => setOpened(one.id)}
                      aria-label={`Sửa ${one.name}`}
                    >
                      Sửa
                    </Button>
                  )}
                </Table.Td>
                <Table.Td>
                  {one.roles.map(({ role, area, areaName }) => (
                    <div key={role + area}>
                      {roleNames[role]}, {areaName}
                    </div>
                  ))}
                  {one.roles.length === 0 && 'Chưa giao việc'}
                </Table.Td>
                <Table.Td>{sayMoment(one.lastSignInAt)}</Table.Td>
              </Table.Tr>
            ))}
          </RowTable>
        )}
      </Answered>
      <OpenInvitations />
      {member && (
        <MemberDialog
          member={member}
          others={(staff.data ?? []).filter(one => one.id !== member.id && one.isMine && !one.deactivatedAt)}
          onClose={() => setOpened(null)}
          onLink={setLink}
        />
      )}
    </Page>
  )
}

function OpenInvitations() {
  const invitations = useQuery({ queryKey: ['staff', 'invitations'], queryFn: () => api.staff.listInvitations() })
  const revoke = useChange((id: string) => api.staff.revokeInvitation({ id }), 'staff')
  return (
    <Card withBorder component="section" aria-label="Đường dẫn chưa dùng">
      <Title order={2} size="h4" mb="sm">
        Đường dẫn chưa dùng
      </Title>
      <Trouble error={revoke.error} />
      <Answered query={invitations}>
        {list =>
          list.length === 0 ? (
            <Nothing>Không có đường dẫn nào đang chờ.</Nothing>
          ) : (
            <Stack gap="sm">
              {list.map(({ id, name, kind, role, areaName, expiresAt }) => (
                <Group key={id} justify="space-between">
                  <Text>
                    <b>{kind === 'first' ? 'Người quản trị đầu tiên' : name}</b>,{' '}
                    {kind === 'reset' ? 'đặt lại mật khẩu' : `${roleNames[role]} ${areaName}`}, đến{' '}
                    {sayMoment(expiresAt)}
                  </Text>
                  <Button
                    variant="default"
                    size="sm"
                    aria-label={`Thu lại đường dẫn của ${name}`}
                    onClick={() => revoke.mutate(id)}
                  >
                    Thu lại
                  </Button>
                </Group>
              ))}
            </Stack>
          )
        }
      </Answered>
    </Card>
  )
}
