/** Who did what: filtered, as a file, and whether the trail is whole. */
import { Alert, Anchor, Button, Card, Group, NativeSelect, Table, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, sayMoment, Trouble, Waiting } from '../../ui/index.ts'

const NONE = { actor: '', action: '', from: '', until: '' }

export default function AuditPage() {
  const [filter, setFilter] = useState(NONE)
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
  const lines = useInfiniteQuery({
    queryKey: ['audit', asked],
    queryFn: ({ pageParam }) => api.audit.list({ ...asked, ...(pageParam ? { before: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: page => (page.hasMore ? page.lines.at(-1)?.id : undefined),
  })
  const choices = useQuery({ queryKey: ['audit-choices'], queryFn: () => api.audit.choices() })
  const set = (name: keyof typeof NONE) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setFilter(before => ({ ...before, [name]: value }))
  }
  const all = (name: string, values: string[] = []) => [
    { value: '', label: name },
    ...values.map(value => ({ value, label: value })),
  ]
  const file = `/can-bo/nhat-ky.csv?${new URLSearchParams(asked)}`
  return (
    <Page
      title="Nhật ký"
      actions={
        <Anchor href={file} download underline="always">
          Tải tệp bảng tính
        </Anchor>
      }
    >
      <Chain />
      <Group grow align="end">
        <NativeSelect
          label="Người làm"
          value={filter.actor}
          onChange={set('actor')}
          data={all('Mọi người', choices.data?.actors)}
        />
        <NativeSelect
          label="Việc"
          value={filter.action}
          onChange={set('action')}
          data={all('Mọi việc', choices.data?.actions)}
        />
        <TextInput type="date" label="Từ ngày" value={filter.from} onChange={set('from')} />
        <TextInput type="date" label="Đến hết ngày" value={filter.until} onChange={set('until')} />
      </Group>
      <Trouble error={lines.error} onRetry={() => void lines.refetch()} />
      {lines.isPending && <Waiting />}
      {lines.data && (
        <>
          {lines.data.pages[0]?.lines.length === 0 ? (
            <Nothing>Không có dòng nào.</Nothing>
          ) : (
            <Card withBorder padding={0}>
              <Table.ScrollContainer minWidth={720}>
                <Table>
                  <Table.Thead>
                    <Table.Tr>
                      {['Số', 'Lúc', 'Người làm', 'Việc', 'Địa bàn', 'Đối tượng'].map(name => (
                        <Table.Th key={name}>{name}</Table.Th>
                      ))}
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {lines.data.pages.flatMap(page =>
                      page.lines.map(line => (
                        <Table.Tr key={line.id}>
                          <Table.Td>{line.id}</Table.Td>
                          <Table.Td>{sayMoment(line.at)}</Table.Td>
                          <Table.Td>{line.actor}</Table.Td>
                          <Table.Td>{line.action}</Table.Td>
                          <Table.Td>{line.areaName ?? '–'}</Table.Td>
                          <Table.Td className="secret">{line.subject}</Table.Td>
                        </Table.Tr>
                      )),
                    )}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            </Card>
          )}
          {lines.hasNextPage && (
            <Button variant="default" loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
              Xem thêm
            </Button>
          )}
        </>
      )}
    </Page>
  )
}

function Chain() {
  const chain = useQuery({ queryKey: ['audit-chain'], queryFn: () => api.audit.verify() })
  return (
    <Answered query={chain}>
      {({ isWhole, entries, brokenAt, head }) => (
        <Alert
          color={isWhole ? 'green' : 'red'}
          variant="outline"
          title={isWhole ? `Nhật ký nguyên vẹn: ${entries} dòng` : `Nhật ký bị sửa từ dòng ${brokenAt}`}
        >
          <span className="secret">
            {isWhole ? 'Dấu của dòng cuối: ' : 'Giữ nguyên máy chủ, báo người vận hành. Dấu của dòng cuối: '}
            {head}
          </span>
        </Alert>
      )}
    </Answered>
  )
}
