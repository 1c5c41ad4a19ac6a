/** The sheet to go from door to door with: houses where nobody has joined first; printed, and what was done entered. */
import { Button, NativeSelect, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { type DoorMark, doorMarkNames } from '../../../shared/notices/index.ts'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, RowTable, Trouble, Waiting } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'

const COLUMNS = [
  ['house', 'Nhà'],
  ['joined', 'Trong danh sách'],
  ['mark', 'Đã làm gì'],
] as const

export default function DoorsPage() {
  const { id = '' } = useParams()
  const [chosen, setChosen] = useState('')
  const areas = useQuery({ queryKey: ['notice-areas'], queryFn: () => api.notices.areas() })
  const notice = useQuery({ queryKey: ['notices', id], queryFn: () => api.notices.get({ id }) })
  const hoods = (areas.data ?? []).filter(({ level }) => level === 'neighbourhood')
  const addressed = hoods.find(({ code }) => notice.data?.draft.audience.areas.includes(code))
  const area = chosen || (addressed ?? hoods[0])?.code
  return (
    <Page
      title="Tờ đi từng nhà"
      back={{ to: `/thong-bao/tin/${id}`, words: 'Về trang của tin' }}
      actions={
        <Button variant="default" onClick={() => window.print()}>
          In
        </Button>
      }
    >
      <Trouble error={notice.error} onRetry={() => void notice.refetch()} />
      <Answered query={areas}>
        {() =>
          notice.isPending ? (
            <Waiting />
          ) : area ? (
            <Stack gap="md">
              <NativeSelect
                className="not-printed"
                label="Tổ dân phố"
                value={area}
                onChange={event => setChosen(event.currentTarget.value)}
                data={hoods.map(({ code, name }) => ({ value: code, label: name }))}
              />
              <Sheet key={area} id={id} area={area} />
            </Stack>
          ) : (
            <Nothing>Chưa có tổ dân phố nào.</Nothing>
          )
        }
      </Answered>
    </Page>
  )
}

function Sheet({ id, area }: { id: string; area: string }) {
  const sheet = useQuery({
    queryKey: ['notice-doors', id, area],
    queryFn: () => api.notices.doors({ id, area }),
    retry: false,
  })
  const mark = useChange(
    (done: { house: string; mark: DoorMark | null }) => api.notices.markDoors({ id, area, marks: [done] }),
    'notice-doors',
  )
  return (
    <Answered query={sheet}>
      {({ title, code, areaName, doors }) => (
        <>
          <Text>
            <b>{title}</b> · mã {code} · {areaName} · {doors.filter(({ hasJoined }) => !hasJoined).length} trong{' '}
            {doors.length} nhà chưa có ai trong danh sách
          </Text>
          <Trouble error={mark.error} />
          {doors.length === 0 ? (
            <Nothing>Chưa nhập số nhà của tổ này. Người quản trị nhập ở mục Địa bàn, Số nhà.</Nothing>
          ) : (
            <RowTable columns={COLUMNS} minWidth={300}>
              {doors.map(({ house, hasJoined, mark: done }) => (
                <Table.Tr key={house}>
                  <Table.Td>{house}</Table.Td>
                  <Table.Td>{hasJoined ? 'Đã có người nhận' : 'Chưa có ai'}</Table.Td>
                  <Table.Td>
                    <NativeSelect
                      className="not-printed"
                      aria-label={`Nhà ${house}`}
                      value={done ?? ''}
                      disabled={mark.isPending}
                      onChange={event =>
                        mark.mutate({ house, mark: (event.currentTarget.value || null) as DoorMark | null })
                      }
                      data={[
                        { value: '', label: 'Chưa đến' },
                        ...Object.entries(doorMarkNames).map(([value, label]) => ({ value, label })),
                      ]}
                    />
                    <Boxes done={done} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </RowTable>
          )}
        </>
      )}
    </Answered>
  )
}

/** To be ticked with a pen at the door. */
function Boxes({ done }: { done: DoorMark | null }) {
  return (
    <span className="only-printed">
      {Object.entries(doorMarkNames).map(([value, label]) => (
        <span key={value} className={value === done ? 'pen-box ticked' : 'pen-box'}>
          {label}
        </span>
      ))}
    </span>
  )
}
