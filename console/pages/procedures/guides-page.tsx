/** All guides: found by words without accents, by shelf, and by what is to be done. */
import { Anchor, Badge, Card, NativeSelect, SimpleGrid, Table, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { categories } from '../../../shared/content/index.ts'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, sayDay } from '../../ui/index.ts'
import { type GuideRow, stateOf, stateWords } from './words.ts'

export default function GuidesPage() {
  const guides = useQuery({ queryKey: ['guides'], queryFn: () => api.guides.list() })
  const [sought, setSought] = useState('')
  const [category, setCategory] = useState('')
  const [state, setState] = useState('')
  const isShown = (guide: GuideRow) =>
    fold(guide.title).includes(fold(sought)) &&
    (category === '' || guide.category === category) &&
    (state === '' || (state === 'flagged' ? guide.isFlagged : stateOf(guide) === state))
  return (
    <Page title="Hướng dẫn">
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label="Tìm theo tên, không cần dấu"
          type="search"
          value={sought}
          onChange={event => setSought(event.currentTarget.value)}
        />
        <NativeSelect
          label="Lĩnh vực"
          value={category}
          onChange={event => setCategory(event.currentTarget.value)}
          data={[
            { value: '', label: 'Mọi lĩnh vực' },
            ...categories.map(({ key, title }) => ({ value: key, label: title })),
          ]}
        />
        <NativeSelect
          label="Tình trạng"
          value={state}
          onChange={event => setState(event.currentTarget.value)}
          data={[
            { value: '', label: 'Mọi tình trạng' },
            ...Object.entries(stateWords).map(([value, label]) => ({ value, label })),
            { value: 'flagged', label: 'Phường chưa kiểm tra lại' },
          ]}
        />
      </SimpleGrid>
      <Answered query={guides}>
        {all => {
          const rows = all.filter(isShown)
          if (rows.length === 0) return <Nothing>Không có hướng dẫn nào như vậy.</Nothing>
          return (
            <Card withBorder padding={0}>
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

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase().trim()
}
