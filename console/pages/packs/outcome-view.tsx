/** What each part of a file would come to, its defects, and each field on which ours and theirs differ. */
import { Anchor, Card, Group, List, Pagination, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { fieldNames } from '../../../shared/guide-form/index.ts'
import type { api } from '../../api/index.ts'

type Outcome = Awaited<ReturnType<typeof api.packs.import>>
type Item = Outcome['items'][number]
export type Choices = Record<string, Record<string, 'ours' | 'theirs'>>

const CHANGES: Record<Item['change'], string> = {
  wrong: 'Cần sửa',
  open: 'Đang có người soạn',
  merge: 'Gộp với bản của phường',
  new: 'Thêm bản nháp mới',
  known: 'Đã có hướng dẫn',
  same: 'Giữ nguyên',
}
const ORDER = Object.keys(CHANGES) as Item['change'][]
const ON_A_PAGE = 30

export function OutcomeView({
  outcome,
  choices,
  onChoices,
}: {
  outcome: Outcome
  choices: Choices
  onChoices: (choices: Choices) => void
}) {
  const [page, setPage] = useState(1)
  const items = outcome.items
    .map((item, at) => ({ ...item, at }))
    .sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change) || b.conflicts.length - a.conflicts.length)
  const counts = ORDER.flatMap(change => {
    const count = items.filter(item => item.change === change).length
    return count > 0 ? [`${CHANGES[change]}: ${count}`] : []
  })
  const pages = Math.ceil(items.length / ON_A_PAGE)
  return (
    <Stack gap="sm">
      <Text>
        {outcome.from && `Từ: ${outcome.from}. `}
        {counts.join(' · ')}
      </Text>
      <ul className="plain-list" aria-label="Từng bản ghi">
        {items.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE).map(item => (
          <Card key={item.at} component="li" withBorder padding="sm">
            <ItemView
              item={item}
              isDone={outcome.isDone}
              chosen={choices[item.guide] ?? {}}
              onChoose={(field, whose) =>
                onChoices({ ...choices, [item.guide]: { ...choices[item.guide], [field]: whose } })
              }
            />
          </Card>
        ))}
      </ul>
      {pages > 1 && (
        <Pagination
          total={pages}
          value={page}
          onChange={setPage}
          getControlProps={control => ({ 'aria-label': control === 'previous' ? 'Trang trước' : 'Trang sau' })}
        />
      )}
    </Stack>
  )
}

function ItemView({
  item,
  isDone,
  chosen,
  onChoose,
}: {
  item: Item
  isDone: boolean
  chosen: Record<string, 'ours' | 'theirs'>
  onChoose: (field: string, whose: 'ours' | 'theirs') => void
}) {
  return (
    <>
      <Text>
        <b>{item.title}</b> ({item.record}): {CHANGES[item.change]}
        {(item.change === 'known' || isDone) && item.guide && (
          <>
            {' · '}
            <Anchor component={Link} to={`/huong-dan/${item.guide}`} underline="always">
              Mở hướng dẫn
            </Anchor>
          </>
        )}
      </Text>
      {item.defects.map(defect => (
        <Text key={defect} fw={600}>
          {defect}
        </Text>
      ))}
      {item.remarks.length > 0 && (
        <details>
          <summary>{item.remarks.length} điều nên xem</summary>
          {item.remarks.map(remark => (
            <Text key={remark} size="sm">
              {remark}
            </Text>
          ))}
        </details>
      )}
      {!isDone &&
        item.conflicts.map(({ field, differences }) => (
          <Radio.Group
            key={field}
            mt="sm"
            label={`${fieldNames[field] ?? field}: hai bên cùng sửa, giữ bản nào?`}
            value={chosen[field] ?? ''}
            onChange={value => onChoose(field, value as 'ours' | 'theirs')}
          >
            <List spacing="xs" size="sm" mt="xs">
              {differences.map(({ where, before, after }) => (
                <List.Item key={`${where}${before}${after}`}>
                  <b>{where}</b>: {saySides(before, after)}
                </List.Item>
              ))}
            </List>
            <Group mt="xs">
              <Radio value="ours" label="Giữ của phường" />
              <Radio value="theirs" label="Lấy trong gói" />
            </Group>
          </Radio.Group>
        ))}
    </>
  )
}

function saySides(ours: string | null, theirs: string | null): string {
  if (theirs === null) return `chỉ phường có “${ours}”`
  return ours === null ? `chỉ gói có “${theirs}”` : `của phường “${ours}”, trong gói “${theirs}”`
}
