/** All guides: found by words without accents, by shelf, and by what is to be done. */
import { Anchor, Badge, Button, Checkbox, Group, NativeSelect, SimpleGrid, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router-dom'
import { categories } from '../../../shared/content/index.ts'
import { guideState } from '../../../shared/guides/index.ts'
import { type Api, api, mayOpen, useMe } from '../../api/index.ts'
import { Nothing, Page, RowTable, sayDay, sayName, Trouble, Waiting } from '../../ui/index.ts'
import { NewGuide } from './new-guide.tsx'
import { stateWords } from './words.ts'

type Asked = NonNullable<Parameters<Api['guides']['list']>[0]>

const TYPING_MS = 250

const COLUMNS = [
  ['title', 'Tên'],
  ['inForce', 'Đang dùng'],
  ['work', 'Việc đang làm'],
] as const

export default function GuidesPage() {
  const me = useMe()
  const [isAdding, setAdding] = useState(false)
  // In the address, so that going back from a guide leads to the same list.
  const [filter, setFilter] = useSearchParams()
  const [sought = '', category, state, owner, freshness] = [
    'tim',
    'linh-vuc',
    'tinh-trang',
    'nguoi-giu',
    'xem-lai',
  ].map(name => filter.get(name) ?? '')
  const isFlaggedOnly = filter.get('chua-kiem') === '1'
  const choose = (name: string, value: string) =>
    setFilter(
      now => {
        const next = new URLSearchParams(now)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  const [find] = useDebouncedValue(sought.trim(), TYPING_MS)
  const asked: Asked = {
    ...(find && { find }),
    ...(category && { category }),
    ...(state && { state: state as NonNullable<Asked['state']> }),
    ...(isFlaggedOnly && { isFlagged: 'true' }),
    ...(owner && { owner }),
    ...(freshness && { freshness: freshness as NonNullable<Asked['freshness']> }),
  }
  const guides = useInfiniteQuery({
    queryKey: ['guides', 'list', asked],
    initialPageParam: '',
    queryFn: ({ pageParam }) => api.guides.list({ ...asked, ...(pageParam && { after: pageParam }) }),
    getNextPageParam: last => (last.hasMore ? last.guides.at(-1)?.key : undefined),
    placeholderData: keepPreviousData,
  })
  const rows = guides.data?.pages.flatMap(page => page.guides)
  return (
    <Page
      title="Hướng dẫn"
      actions={
        me.data?.keepsGuides &&
        mayOpen(me.data, 'editor') && <Button onClick={() => setAdding(true)}>Hướng dẫn mới</Button>
      }
    >
      <NewGuide isOpen={isAdding} onClose={() => setAdding(false)} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label="Tìm theo tên, không cần dấu"
          type="search"
          value={sought}
          onChange={event => choose('tim', event.currentTarget.value)}
        />
        <NativeSelect
          label="Lĩnh vực"
          value={category}
          onChange={event => choose('linh-vuc', event.currentTarget.value)}
          data={[
            { value: '', label: 'Mọi lĩnh vực' },
            ...categories.map(({ key, title }) => ({ value: key, label: title })),
          ]}
        />
        <NativeSelect
          label="Tình trạng"
          value={state}
          onChange={event => choose('tinh-trang', event.currentTarget.value)}
          data={[
            { value: '', label: 'Mọi tình trạng' },
            ...Object.entries(stateWords).map(([value, label]) => ({ value, label })),
            { value: 'local', label: 'Phần riêng chờ duyệt' },
          ]}
        />
        <NativeSelect
          label="Người giữ"
          value={owner}
          onChange={event => choose('nguoi-giu', event.currentTarget.value)}
          data={[
            { value: '', label: 'Mọi người' },
            { value: '-', label: 'Chưa giao cho ai' },
            ...(guides.data?.pages[0]?.owners ?? []).map(name => ({ value: name, label: name })),
          ]}
        />
        <NativeSelect
          label="Ngày xem lại"
          value={freshness}
          onChange={event => choose('xem-lai', event.currentTarget.value)}
          data={[
            { value: '', label: 'Ngày nào cũng được' },
            { value: 'due', label: 'Đã quá ngày xem lại' },
            { value: 'withheld', label: 'Quá hạn, đang tạm không hiện' },
          ]}
        />
      </SimpleGrid>
      <Checkbox
        label="Chỉ những hướng dẫn phường chưa kiểm tra lại"
        checked={isFlaggedOnly}
        onChange={event => choose('chua-kiem', event.currentTarget.checked ? '1' : '')}
      />
      <Trouble error={guides.error} onRetry={() => void guides.refetch()} />
      {guides.isPending && <Waiting />}
      {rows?.length === 0 && <Nothing>Không có hướng dẫn nào như vậy. Bớt điều kiện, hoặc thử vài chữ khác.</Nothing>}
      {rows && rows.length > 0 && (
        <>
          <Text size="sm" role="status">
            {guides.data?.pages[0]?.total} hướng dẫn
          </Text>
          <RowTable columns={COLUMNS} minWidth={640}>
            {rows.map(guide => (
              <Table.Tr key={guide.key}>
                <Table.Td>
                  <Anchor component={Link} to={`/huong-dan/${guide.key}`} underline="always">
                    {guide.title}
                  </Anchor>
                  {guide.isFlagged && <Text size="sm">Phường chưa kiểm tra lại</Text>}
                  {guide.freshness !== 'fresh' && (
                    <Text size="sm">
                      Quá ngày xem lại {guide.reviewOn && sayDay(guide.reviewOn)}
                      {guide.freshness === 'withheld' && ', đang tạm không hiện'}
                    </Text>
                  )}
                  {guide.owner && <Text size="sm">{guide.owner} giữ</Text>}
                </Table.Td>
                <Table.Td>
                  {guide.revision === null
                    ? 'Không đăng'
                    : `Bản ${guide.revision}, ${guide.publishedAt && sayDay(guide.publishedAt)}`}
                </Table.Td>
                <Table.Td>
                  {guide.draft && (
                    <Badge color={guide.draft.state === 'submitted' ? '#7a4b00' : 'gray.8'}>
                      {stateWords[guideState(guide)]}
                    </Badge>
                  )}
                  {guide.draft && <Text size="sm">{sayName(guide.draft.editedBy)}</Text>}
                  {guide.isLocalWaiting && <Text size="sm">Phần riêng chờ duyệt</Text>}
                  {guide.isUnseen && <Text size="sm">Đăng một mình, chờ đọc lại</Text>}
                  {guide.scheduled?.effectiveFrom && (
                    <Text size="sm">Hẹn từ {sayDay(guide.scheduled.effectiveFrom)}</Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </RowTable>
        </>
      )}
      {guides.hasNextPage && (
        <Group>
          <Button variant="default" loading={guides.isFetchingNextPage} onClick={() => void guides.fetchNextPage()}>
            Xem thêm
          </Button>
        </Group>
      )}
    </Page>
  )
}
