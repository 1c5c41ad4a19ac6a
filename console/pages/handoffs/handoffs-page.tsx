/** Who waits for a person of the office, the most urgent first. */
import { Anchor, Badge, Button, SegmentedControl, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, RowTable, sayMinutes, sayMoment, sayName, useTitles } from '../../ui/index.ts'
import { outcomeNames, reasonNames, stateNames } from './words.ts'

type Row = Awaited<ReturnType<typeof api.handoffs.list>>[number]

export default function HandoffsPage() {
  const [shown, setShown] = useState('open')
  const handoffs = useQuery({ queryKey: ['handoffs'], queryFn: () => api.handoffs.list(), refetchInterval: 30_000 })
  const columns = [
    ['case', 'Việc'],
    ['since', 'Từ lúc'],
    ['waited', shown === 'open' ? 'Đã chờ' : 'Kết quả'],
  ] as const
  return (
    <Page
      title="Bà con đang chờ"
      actions={
        <>
          <Button component={Link} to="/cho-tra-loi/cau-soan-san" variant="default">
            Câu soạn sẵn
          </Button>
          <SegmentedControl
            aria-label="Xem"
            value={shown}
            onChange={setShown}
            data={[
              { value: 'open', label: 'Chưa xong' },
              { value: 'closed', label: 'Đã xong' },
            ]}
          />
        </>
      }
    >
      <Answered query={handoffs}>
        {list => {
          const rows = list.filter(({ state }) => (state === 'closed') === (shown === 'closed'))
          if (rows.length === 0)
            return (
              <Nothing>
                {shown === 'open'
                  ? 'Không ai đang chờ. Máy vẫn trả lời bà con; ai cần gặp cán bộ thì hiện ở đây.'
                  : 'Chưa có việc nào xong.'}
              </Nothing>
            )
          return (
            <RowTable columns={columns} minWidth={560}>
              {rows.map(row => (
                <CaseRow key={row.id} row={row} />
              ))}
            </RowTable>
          )
        }}
      </Answered>
    </Page>
  )
}

function CaseRow({ row }: { row: Row }) {
  const titles = useTitles()
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/cho-tra-loi/${row.id}`} underline="always" fw={600}>
          {reasonNames[row.reason]}
          {row.topic && `: ${titles.get(row.topic) ?? 'một hướng dẫn đã thôi dùng'}`}
        </Anchor>
        {row.hasPhone && <Text size="sm">Có số gọi lại</Text>}
        {row.claimedBy && !row.closedAt && (
          <Text size="sm">{row.isMine ? 'Mình đã nhận' : `${sayName(row.claimedBy)} đã nhận`}</Text>
        )}
        {row.dueAt && !row.officerAt && !row.closedAt && (
          <Text size="sm">Hẹn trả lời trước {sayMoment(row.dueAt)}</Text>
        )}
      </Table.Td>
      <Table.Td>{sayMoment(row.openedAt)}</Table.Td>
      <Table.Td>
        {row.outcome
          ? outcomeNames[row.outcome]
          : row.waitingMinutes === null
            ? stateNames[row.state]
            : sayMinutes(row.waitingMinutes)}{' '}
        {row.escalatedAt && !row.closedAt && <Badge color="#7a4b00">Quá một ngày làm việc</Badge>}
      </Table.Td>
    </Table.Tr>
  )
}
