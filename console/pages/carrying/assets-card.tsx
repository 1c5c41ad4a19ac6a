/** What was bought for groups: asked for only when somebody wants to know, since Zalo tells it in a dozen calls. */
import { Alert, Button, Card, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sayProduct } from '../../../shared/carrying/index.ts'
import { zaloTroubleWords } from '../../../shared/zalo-trouble.ts'
import { api } from '../../api/index.ts'
import { Answered, Nothing, RowTable } from '../../ui/index.ts'
import { sayZaloDay } from './wire.ts'

const COLUMNS = [
  ['product', 'Suất'],
  ['until', 'Dùng đến'],
  ['used', 'Đang dùng cho'],
] as const

export function AssetsCard() {
  const [isOpen, setOpen] = useState(false)
  return (
    <Card withBorder component="section" aria-labelledby="suat-nhom">
      <Stack gap="sm">
        <Title order={2} size="h3" id="suat-nhom">
          Suất nhóm đã mua
        </Title>
        <Text>Mỗi nhóm cần một suất còn hạn. Mua, gia hạn và lập nhóm ở oa.zalo.me.</Text>
        {isOpen ? (
          <Assets />
        ) : (
          <Group>
            <Button variant="default" onClick={() => setOpen(true)}>
              Xem các suất
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  )
}

function Assets() {
  const assets = useQuery({ queryKey: ['oa-group-assets'], queryFn: () => api.carrying.groups.assets() })
  return (
    <Answered query={assets}>
      {({ assets: list, trouble }) => {
        if (trouble)
          return (
            <Alert role="alert" color="yellow" variant="outline" title="Chưa hỏi được Zalo về các suất">
              {zaloTroubleWords[trouble]}
            </Alert>
          )
        if (list.length === 0) return <Nothing>Zalo của phường chưa có suất nhóm nào.</Nothing>
        return (
          <RowTable columns={COLUMNS} minWidth={280}>
            {list.map(({ id, product, validThrough, renewsItself, usedBy }) => (
              <Table.Tr key={id}>
                <Table.Td>{sayProduct(product)}</Table.Td>
                <Table.Td>
                  {validThrough ? sayZaloDay(validThrough) : 'Zalo không ghi hạn'}
                  {renewsItself && ', tự gia hạn'}
                </Table.Td>
                <Table.Td>{usedBy ?? 'Còn trống'}</Table.Td>
              </Table.Tr>
            ))}
          </RowTable>
        )
      }}
    </Answered>
  )
}
