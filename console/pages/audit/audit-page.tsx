/** Who did what: filtered, as a file, and whether the trail is whole. */
import { Alert, Anchor, Button, NativeSelect, SimpleGrid, Table, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, RowTable, sayExactMoment, Trouble, useTitles, Waiting } from '../../ui/index.ts'
import { sayActor, sayDeed, saySubject } from './words.ts'

const COLUMNS = [
  ['deed', 'Việc'],
  ['subject', 'Về'],
  ['actor', 'Người làm'],
  ['area', 'Địa bàn'],
  ['at', 'Lúc'],
  ['number', 'Dòng số'],
] as const

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
  const staff = useQuery({ queryKey: ['staff'], queryFn: () => api.staff.list() })
  const people = new Map(staff.data?.map(({ id, name }) => [id, name]))
  const subjects = new Map([...useTitles(), ...people])
  const all = (name: string, say: (value: string) => string, values: string[] = []) => [
    { value: '', label: name },
    ...values
      .map(value => ({ value, label: say(value) }))
      .sort((one, other) => one.label.localeCompare(other.label, 'vi')),
  ]
  const file = `/can-bo/nhat-ky.csv?${new URLSearchParams(asked)}`
  return (
    <Page
      title="Nhật ký"
      about="Ai đã làm gì, lúc nào. Không ai sửa hay xóa được dòng nào."
      actions={
        <Anchor href={file} download underline="always">
          Tải tệp bảng tính
        </Anchor>
      }
    >
      <Chain />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        <NativeSelect
          label="Người làm"
          value={filter.actor}
          onChange={set('actor')}
          data={all('Mọi người', value => sayActor(value, people), choices.data?.actors)}
        />
        <NativeSelect
          label="Việc"
          value={filter.action}
          onChange={set('action')}
          data={all('Mọi việc', sayDeed, choices.data?.actions)}
        />
        <TextInput type="date" label="Từ ngày" value={filter.from} onChange={set('from')} />
        <TextInput type="date" label="Đến hết ngày" value={filter.until} onChange={set('until')} />
      </SimpleGrid>
      <Trouble error={lines.error} onRetry={() => void lines.refetch()} />
      {lines.isPending && <Waiting />}
      {lines.data && (
        <>
          {lines.data.pages[0]?.lines.length === 0 ? (
            <Nothing>Không có dòng nào như vậy. Đổi người làm, việc hay khoảng ngày.</Nothing>
          ) : (
            <RowTable columns={COLUMNS} minWidth={720}>
              {lines.data.pages.flatMap(page =>
                page.lines.map(line => (
                  <Table.Tr key={line.id}>
                    <Table.Td>
                      <b>{sayDeed(line.action)}</b>
                    </Table.Td>
                    <Table.Td>{saySubject(line.subject, subjects)}</Table.Td>
                    <Table.Td>{sayActor(line.actor, people)}</Table.Td>
                    <Table.Td>{line.areaName ?? 'Chung'}</Table.Td>
                    <Table.Td>{sayExactMoment(line.at)}</Table.Td>
                    <Table.Td>{line.id}</Table.Td>
                  </Table.Tr>
                )),
              )}
            </RowTable>
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
          {!isWhole && <p>Giữ nguyên máy chủ, báo người vận hành.</p>}
          <details>
            <summary>Dấu của dòng cuối, để đối chiếu</summary>
            <span className="secret">{head}</span>
          </details>
        </Alert>
      )}
    </Answered>
  )
}
