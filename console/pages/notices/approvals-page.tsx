/** Notices that wait for a second person: nothing goes out before somebody has read it here. */
import { Anchor, Badge, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { kindRules, sayExpiry } from '../../../shared/notices/index.ts'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, RowTable } from '../../ui/index.ts'

const COLUMNS = [
  ['notice', 'Tin'],
  ['until', 'Hạn của tin'],
] as const

export default function ApprovalsPage() {
  const approvals = useQuery({
    queryKey: ['notice-approvals'],
    queryFn: () => api.notices.approvals.list(),
    refetchInterval: 15_000,
  })
  return (
    <Page title="Thông báo chờ duyệt">
      <Text>Tin chỉ đi khi một người không viết tin đã đọc và đồng ý.</Text>
      <Answered query={approvals}>
        {list => {
          if (list.length === 0) return <Nothing>Không có tin nào chờ duyệt.</Nothing>
          return (
            <RowTable columns={COLUMNS} minWidth={300}>
              {list.map(({ id, code, sender, draft, areaNames, may, corrects }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Anchor component={Link} to={`/thong-bao-cho-duyet/${id}`} underline="always">
                      {draft.fields.title}
                    </Anchor>{' '}
                    {draft.urgency === 'emergency' && (
                      <Badge color="#8f1d1d" variant="filled">
                        Khẩn cấp
                      </Badge>
                    )}
                    {draft.urgency === 'urgent' && (
                      <Badge color="#7a4b00" variant="filled">
                        Gấp
                      </Badge>
                    )}
                    <Text size="sm">
                      {sender} · {kindRules[draft.kind].name} · mã {code}
                      {corrects && ` · đính chính ${corrects.code}`}
                    </Text>
                    <Text size="sm">Gửi cho {areaNames.join(', ')}</Text>
                    {!may.includes('approve') && <Text size="sm">Mình đã viết hoặc sửa tin này: người khác duyệt</Text>}
                  </Table.Td>
                  <Table.Td>{sayExpiry(new Date(draft.expiresAt))}</Table.Td>
                </Table.Tr>
              ))}
            </RowTable>
          )
        }}
      </Answered>
    </Page>
  )
}
