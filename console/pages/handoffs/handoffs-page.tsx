/** Who waits for a person of the office, the most urgent first. */
import { Anchor, Badge, Card, SegmentedControl, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, sayMinutes, sayMoment } from '../../ui/index.ts'
import { outcomeNames, reasonNames, stateNames } from './words.ts'

export default function HandoffsPage() {
  const [shown, setShown] = useState('open')
  const handoffs = useQuery({ queryKey: ['handoffs'], queryFn: () => api.handoffs.list(), refetchInterval: 30_000 })
  return (
    <Page
      title="Bà con đang chờ"
      actions={
        <SegmentedControl
          aria-label="Xem"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'open', label: 'Chưa xong' },
            { value: 'closed', label: 'Đã xong' },
          ]}
        />
      }
    >
      <Answered query={handoffs}>
        {list => {
          const rows = list.filter(({ state }) => (state === 'closed') === (shown === 'closed'))
          if (rows.length === 0)
            return <Nothing>{shown === 'open' ? 'Không ai đang chờ.' : 'Chưa có việc nào xong.'}</Nothing>
          return (
            <Card withBorder padding={0}>
              <Table.ScrollContainer minWidth={560}>
                <Table verticalSpacing="sm">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Việc</Table.Th>
                      <Table.Th>Từ lúc</Table.Th>
                      <Table.Th>{shown === 'open' ? 'Đã chờ' : 'Kết quả'}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {rows.map(row => (
                      <Table.Tr key={row.id}>
                        <Table.Td>
                          <Anchor component={Link} to={`/cho-tra-loi/${row.id}`} underline="always">
                            {reasonNames[row.reason]}
                            {row.topic ? `: ${row.topic}` : ''}
                          </Anchor>
                          {row.hasPhone && <Text size="sm">Có số gọi lại</Text>}
                          {row.claimedBy && !row.closedAt && (
                            <Text size="sm">{row.isMine ? 'Mình đã nhận' : `${row.claimedBy} đã nhận`}</Text>
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
                          {row.escalatedAt && !row.closedAt && (
                            <Badge color="#7a4b00" variant="filled">
                              Quá một ngày làm việc
                            </Badge>
                          )}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            </Card>
          )
        }}
      </Answered>
    </Page>
  )
}
