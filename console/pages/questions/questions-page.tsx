/** What people asked in vain, alike beside alike, and how many it was week by week. */
import { Anchor, Button, Card, Group, NativeSelect, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, sayDay } from '../../ui/index.ts'
import { KINDS, kindNames, sayKinds, settledNames } from './words.ts'

export default function QuestionsPage() {
  const [state, setState] = useState<'open' | 'settled'>('open')
  const [kind, setKind] = useState('')
  const [page, setPage] = useState(0)
  const asked = { state, page, ...(kind ? { kind: KINDS.find(one => one === kind) } : {}) }
  const questions = useQuery({ queryKey: ['questions', asked], queryFn: () => api.questions.list(asked) })
  return (
    <Page
      title="Câu máy chưa trả lời được"
      actions={
        <Button component={Link} to="/cau-hoi/day-may" variant="default">
          Cách nói chờ duyệt
        </Button>
      }
    >
      <Text>Không có tên người hỏi. Lời nhắn đã che số và mất khi hết hạn giữ tin.</Text>
      <Group align="end">
        <SegmentedControl
          aria-label="Xem"
          value={state}
          onChange={value => {
            setState(value === 'settled' ? 'settled' : 'open')
            setPage(0)
          }}
          data={[
            { value: 'open', label: 'Chưa xử lý' },
            { value: 'settled', label: 'Đã xử lý' },
          ]}
        />
        <NativeSelect
          label="Vì sao nằm ở đây"
          value={kind}
          onChange={event => {
            setKind(event.currentTarget.value)
            setPage(0)
          }}
          data={[{ value: '', label: 'Tất cả' }, ...KINDS.map(value => ({ value, label: kindNames[value] }))]}
        />
      </Group>
      <Answered query={questions}>
        {({ groups, hasMore }) => (
          <>
            {groups.length === 0 ? (
              <Nothing>Không có câu nào.</Nothing>
            ) : (
              <Card withBorder padding={0}>
                <Table.ScrollContainer minWidth={560}>
                  <Table verticalSpacing="sm">
                    <Table.Thead>
                      <Table.Tr>
                        <Table.Th>Câu hỏi</Table.Th>
                        <Table.Th>Số lần</Table.Th>
                        <Table.Th>Lần cuối</Table.Th>
                      </Table.Tr>
                    </Table.Thead>
                    <Table.Tbody>
                      {groups.map(group => (
                        <Table.Tr key={group.id}>
                          <Table.Td>
                            <Anchor component={Link} to={`/cau-hoi/${group.id}`} underline="always">
                              {group.wording}
                            </Anchor>
                            <Text size="sm">
                              {sayKinds(group.kinds)}
                              {group.settledAs && ` · ${settledNames[group.settledAs]}`}
                            </Text>
                          </Table.Td>
                          <Table.Td>{group.total}</Table.Td>
                          <Table.Td>{sayDay(group.lastAt)}</Table.Td>
                        </Table.Tr>
                      ))}
                    </Table.Tbody>
                  </Table>
                </Table.ScrollContainer>
              </Card>
            )}
            <Group>
              {page > 0 && (
                <Button variant="default" onClick={() => setPage(page - 1)}>
                  Trang trước
                </Button>
              )}
              {hasMore && (
                <Button variant="default" onClick={() => setPage(page + 1)}>
                  Trang sau
                </Button>
              )}
            </Group>
          </>
        )}
      </Answered>
      <Weeks />
    </Page>
  )
}

function Weeks() {
  const weeks = useQuery({ queryKey: ['question-weeks'], queryFn: () => api.questions.weeks() })
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        Từng tuần
      </Title>
      <Answered query={weeks}>
        {list => (
          <Card withBorder padding={0}>
            <Table.ScrollContainer minWidth={640}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    {['Tuần từ', 'Trả lời', 'Chưa trả lời được', 'Hỏi lại', 'Chuyển cán bộ', 'Khen', 'Chê'].map(
                      name => (
                        <Table.Th key={name}>{name}</Table.Th>
                      ),
                    )}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {list.map(week => (
                    <Table.Tr key={week.week}>
                      <Table.Td>{sayDay(week.week)}</Table.Td>
                      <Table.Td>{week.answered}</Table.Td>
                      <Table.Td>{week.unanswered}</Table.Td>
                      <Table.Td>{week.askedBack}</Table.Td>
                      <Table.Td>{week.handedOver}</Table.Td>
                      <Table.Td>{week.thumbsUp}</Table.Td>
                      <Table.Td>{week.thumbsDown}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Card>
        )}
      </Answered>
    </Stack>
  )
}
