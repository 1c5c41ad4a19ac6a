/** What people asked in vain, alike beside alike, and how many it was week by week. */
import { Anchor, Button, Group, NativeSelect, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { Answered, Nothing, Page, RowTable, sayDay } from '../../ui/index.ts'
import { KINDS, kindNames, sayKinds, settledNames } from './words.ts'

type Week = Awaited<ReturnType<typeof api.questions.weeks>>[number]

const COLUMNS = [
  ['question', 'Câu hỏi'],
  ['times', 'Số lần'],
  ['last', 'Lần cuối'],
] as const
const WEEK = [
  ['week', 'Tuần từ'],
  ['answered', 'Trả lời'],
  ['unanswered', 'Chưa trả lời được'],
  ['asked', 'Hỏi lại'],
  ['handed', 'Chuyển cán bộ'],
  ['up', 'Khen'],
  ['down', 'Chê'],
] as const

export default function QuestionsPage() {
  const me = useMe()
  const [state, setState] = useState<'open' | 'settled'>('open')
  const [kind, setKind] = useState('')
  const [page, setPage] = useState(0)
  const asked = { state, page, ...(kind ? { kind: KINDS.find(one => one === kind) } : {}) }
  const questions = useQuery({ queryKey: ['questions', asked], queryFn: () => api.questions.list(asked) })
  return (
    <Page
      title="Câu máy chưa trả lời được"
      about="Không có tên người hỏi. Lời nhắn đã che số và mất khi hết hạn giữ tin."
      actions={
        <>
          {me.data && mayOpen(me.data, 'administrator') && (
            <Button component={Link} to="/cau-hoi/so-lieu" variant="default">
              Trang số liệu
            </Button>
          )}
          <Button component={Link} to="/cau-hoi/day-may" variant="default">
            Cách nói chờ duyệt
          </Button>
        </>
      }
    >
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
              <Nothing>
                {state === 'open'
                  ? 'Không có câu nào chờ. Câu nào máy chưa trả lời được sẽ gom về đây.'
                  : 'Chưa xử lý câu nào.'}
              </Nothing>
            ) : (
              <RowTable columns={COLUMNS} minWidth={560}>
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
              </RowTable>
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
          <RowTable columns={WEEK} minWidth={640}>
            {list.filter(hasAny).map(week => (
              <Table.Tr key={week.week}>
                <Table.Td>
                  <b>{sayDay(week.week)}</b>
                </Table.Td>
                <Table.Td>{week.answered}</Table.Td>
                <Table.Td>{week.unanswered}</Table.Td>
                <Table.Td>{week.askedBack}</Table.Td>
                <Table.Td>{week.handedOver}</Table.Td>
                <Table.Td>{week.thumbsUp}</Table.Td>
                <Table.Td>{week.thumbsDown}</Table.Td>
              </Table.Tr>
            ))}
          </RowTable>
        )}
      </Answered>
    </Stack>
  )
}

/** A week in which nobody asked tells nothing. */
function hasAny({ answered, unanswered, askedBack, handedOver, thumbsUp, thumbsDown }: Week): boolean {
  return answered + unanswered + askedBack + handedOver + thumbsUp + thumbsDown > 0
}
