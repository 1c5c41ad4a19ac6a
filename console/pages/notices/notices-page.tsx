/** Notices of everything in the caller's charge, newest first. */
import { Anchor, Button, Group, NativeSelect, Table, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { kindRules, type NoticeState, sayRecurrence, stateNames } from '../../../shared/notices/index.ts'
import { api } from '../../api/index.ts'
import { Nothing, Page, RowTable, sayMoment, Trouble, Waiting } from '../../ui/index.ts'

/** Not one state: whatever goes by itself later. */
const PLANNED = 'planned'
const COLUMNS = [
  ['notice', 'Tin'],
  ['state', 'Tình trạng'],
  ['at', 'Lúc'],
] as const

export default function NoticesPage() {
  const [state, setState] = useState('')
  const [area, setArea] = useState('')
  const areas = useQuery({ queryKey: ['notice-areas'], queryFn: () => api.notices.areas() })
  const notices = useInfiniteQuery({
    queryKey: ['notices', 'list', state, area],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      api.notices.list({
        ...(state === PLANNED ? { planned: true } : state ? { state: state as NoticeState } : {}),
        ...(area ? { area } : {}),
        ...(pageParam ? { before: pageParam } : {}),
      }),
    getNextPageParam: last => (last.hasMore ? last.notices.at(-1)?.id : undefined),
    refetchInterval: 15_000,
  })
  const rows = notices.data?.pages.flatMap(page => page.notices)
  return (
    <Page
      title="Thông báo"
      actions={
        <>
          <Button component={Link} to="/thong-bao/mau" variant="default">
            Mẫu thông báo
          </Button>
          <Button component={Link} to="/thong-bao/viet">
            Viết thông báo
          </Button>
        </>
      }
    >
      <Group grow>
        <NativeSelect
          label="Tình trạng"
          value={state}
          onChange={event => setState(event.currentTarget.value)}
          data={[
            { value: '', label: 'Mọi tình trạng' },
            { value: PLANNED, label: 'Hẹn giờ, lặp lại' },
            ...Object.entries(stateNames).map(([value, label]) => ({ value, label })),
          ]}
        />
        <NativeSelect
          label="Địa bàn"
          value={area}
          onChange={event => setArea(event.currentTarget.value)}
          data={[
            { value: '', label: 'Mọi nơi' },
            ...(areas.data ?? []).map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </Group>
      <Trouble error={notices.error} onRetry={() => void notices.refetch()} />
      {notices.isPending && <Waiting />}
      {rows?.length === 0 && <Nothing>{state || area ? 'Không có tin nào như vậy.' : 'Chưa có tin nào.'}</Nothing>}
      {rows && rows.length > 0 && (
        <RowTable columns={COLUMNS} minWidth={340}>
          {rows.map(({ id, code, draft, sender, areaNames, approval, createdAt, startedAt, sendsAt, ...notice }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Anchor component={Link} to={`/thong-bao/tin/${id}`} underline="always">
                  {notice.isErased ? `Tin ${code} (đã xóa nội dung)` : draft.fields.title}
                </Anchor>
                <Text size="sm">
                  {sender} · {kindRules[draft.kind].name} · mã {code}
                </Text>
                <Text size="sm">Gửi cho {areaNames.join(', ')}</Text>
                {draft.timing.kind === 'recurring' && (
                  <Text size="sm">Lặp lại: {sayRecurrence(draft.timing.recurrence)}</Text>
                )}
              </Table.Td>
              <Table.Td>
                {notice.state === 'draft' && approval.returnedBecause ? 'Trả lại để sửa' : stateNames[notice.state]}
                {notice.corrects && ' · đính chính'}
              </Table.Td>
              <Table.Td>
                {sendsAt && <Text size="sm">Gửi lần tới</Text>}
                {sayMoment(sendsAt ?? startedAt ?? createdAt)}
              </Table.Td>
            </Table.Tr>
          ))}
        </RowTable>
      )}
      {notices.hasNextPage && (
        <Group>
          <Button variant="default" loading={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
            Xem tin cũ hơn
          </Button>
        </Group>
      )}
    </Page>
  )
}
