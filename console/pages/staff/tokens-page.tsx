/** Access tokens of other systems: made, shown once, ended. */
import { Button, Card, Group, NativeSelect, SimpleGrid, Stack, Table, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/index.ts'
import {
  Answered,
  Nothing,
  Page,
  type Role,
  RowTable,
  roleNames,
  Sure,
  sayDay,
  sayMoment,
  Trouble,
  useKeptText,
} from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { AreaChoice } from './area-choice.tsx'
import { LinkCard } from './link-card.tsx'
import { RoleChoice } from './role-choice.tsx'
import { useChange } from './use-change.ts'

const COLUMNS = [
  ['label', 'Phần mềm'],
  ['right', 'Quyền'],
  ['used', 'Dùng lần cuối'],
  ['until', 'Hết hạn'],
] as const

export default function TokensPage() {
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: () => api.staff.listTokens() })
  const [label, setLabel, forgetLabel] = useKeptText('token.label')
  const [role, setRole] = useState<Role>('viewer')
  const [area, setArea] = useState('')
  const [days, setDays] = useState(90)
  const [token, setToken] = useState<string | null>(null)
  const create = useChange(
    () => api.staff.createToken({ label: label.trim(), role, area, days }),
    'tokens',
    made => {
      setToken(made.token)
      forgetLabel()
    },
  )
  const end = useChange((id: string) => api.staff.endToken({ id }), 'tokens')
  return (
    <Page
      title="Phần mềm khác"
      about="Khóa truy cập cho phần mềm khác đọc hoặc ghi thay phường, đúng phần việc và địa bàn đã cho."
    >
      {token && (
        <LinkCard
          title="Khóa truy cập, chỉ hiện lần này"
          advice="Chép vào phần mềm kia ngay. Mất thì ngừng khóa này và tạo khóa mới."
          text={token}
          onClose={() => setToken(null)}
        />
      )}
      <Card withBorder component="section" aria-label="Tạo khóa truy cập">
        <form onSubmit={submitting(() => create.mutate(undefined))}>
          <Stack gap="md">
            <Title order={2} size="h4">
              Tạo khóa truy cập
            </Title>
            <TextInput
              label="Dùng cho phần mềm nào"
              required
              minLength={2}
              maxLength={80}
              value={label}
              onChange={event => setLabel(event.currentTarget.value)}
            />
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <RoleChoice value={role} onChange={setRole} />
              <AreaChoice value={area} onChange={setArea} />
              <NativeSelect
                label="Hết hạn sau"
                value={String(days)}
                onChange={event => setDays(Number(event.currentTarget.value))}
                data={[30, 90, 180, 366].map(value => ({ value: String(value), label: `${value} ngày` }))}
              />
            </SimpleGrid>
            <Trouble error={create.error ?? end.error} />
            <Button type="submit" disabled={!area} loading={create.isPending}>
              Tạo khóa
            </Button>
          </Stack>
        </form>
      </Card>
      <Answered query={tokens}>
        {list =>
          list.length === 0 ? (
            <Nothing>Chưa có phần mềm nào được cấp khóa.</Nothing>
          ) : (
            <RowTable columns={COLUMNS} minWidth={640}>
              {list.map(one => (
                <Table.Tr key={one.id}>
                  <Table.Td>
                    <b>{one.label}</b>
                  </Table.Td>
                  <Table.Td>
                    {roleNames[one.role]}, {one.areaName}
                  </Table.Td>
                  <Table.Td>{sayMoment(one.lastUsedAt)}</Table.Td>
                  <Table.Td>
                    {one.endedAt ? (
                      'Đã ngừng'
                    ) : (
                      <Group gap="md" display="inline-flex">
                        {sayDay(one.expiresAt)}
                        <Sure
                          words="Ngừng"
                          label={`Ngừng khóa của ${one.label}`}
                          consequence={`“${one.label}” thôi đọc, thôi ghi được ngay. Muốn dùng lại phải tạo khóa mới và cài lại.`}
                          isPending={end.isPending && end.variables === one.id}
                          onSure={() => end.mutate(one.id)}
                        />
                      </Group>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </RowTable>
          )
        }
      </Answered>
    </Page>
  )
}
