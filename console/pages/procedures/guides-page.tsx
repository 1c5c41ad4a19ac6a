/** All guides: found by words without accents, by shelf, and by what is to be done. */
import { Anchor, Badge, Button, Card, Checkbox, NativeSelect, SimpleGrid, Table, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router-dom'
import { categories } from '../../../shared/content/index.ts'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { Answered, Nothing, Page, sayDay } from '../../ui/index.ts'
import { NewGuide } from './new-guide.tsx'
import { fold, type GuideRow, stateOf, stateWords } from './words.ts'

export default function GuidesPage() {
  const guides = useQuery({ queryKey: ['guides'], queryFn: () => api.guides.list() })
  const me = useMe()
  const [isAdding, setAdding] = useState(false)
  // In the address, so that going back from a guide leads to the same list.
  const [filter, setFilter] = useSearchParams()
  const [sought, category, state] = ['tim', 'linh-vuc', 'tinh-trang'].map(name => filter.get(name) ?? '') as [
    string,
    string,
    string,
  ]
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
  const isShown = (guide: GuideRow) =>
    fold(guide.title).includes(fold(sought)) &&
    (category === '' || guide.category === category) &&
    (!isFlaggedOnly || guide.isFlagged) &&
    (state === '' || (state === 'local' ? guide.isLocalWaiting : stateOf(guide) === state))
  return (
    <Page
      title="Hướng dẫn"
      actions={me.data && mayOpen(me.data, 'editor') && <Button onClick={() => setAdding(true)}>Hướng dẫn mới</Button>}
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
      </SimpleGrid>
      <Checkbox
        label="Chỉ những hướng dẫn phường chưa kiểm tra lại"
        checked={isFlaggedOnly}
        onChange={event => choose('chua-kiem', event.currentTarget.checked ? '1' : '')}
      />
      <Answered query={guides}>
        {all => {
          const rows = all.filter(isShown)
          if (rows.length === 0) return <Nothing>Không có hướng dẫn nào như vậy.</Nothing>
          return (
            <Card withBorder padding={0}>
              <Text size="sm" role="status" px="md" pt="sm">
                {rows.length} hướng dẫn
              </Text>
              <Table.ScrollContainer minWidth={640}>
                <Table verticalSpacing="sm">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Tên</Table.Th>
                      <Table.Th>Đang dùng</Table.Th>
                      <Table.Th>Việc đang làm</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {rows.map(guide => (
                      <Table.Tr key={guide.key}>
                        <Table.Td>
                          <Anchor component={Link} to={`/huong-dan/${guide.key}`} underline="always">
                            {guide.title}
                          </Anchor>
                          {guide.isFlagged && <Text size="sm">Phường chưa kiểm tra lại</Text>}
                        </Table.Td>
                        <Table.Td>
                          {guide.revision === null
                            ? 'Không đăng'
                            : `Bản ${guide.revision}, ${guide.publishedAt && sayDay(guide.publishedAt)}`}
                        </Table.Td>
                        <Table.Td>
                          {guide.draft && (
                            <Badge color={guide.draft.state === 'submitted' ? '#7a4b00' : 'gray.8'}>
                              {stateWords[stateOf(guide)]}
                            </Badge>
                          )}
                          {guide.draft && <Text size="sm">{guide.draft.editedBy}</Text>}
                          {guide.isLocalWaiting && <Text size="sm">Phần riêng chờ duyệt</Text>}
                          {guide.scheduled?.effectiveFrom && (
                            <Text size="sm">Hẹn từ {sayDay(guide.scheduled.effectiveFrom)}</Text>
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
