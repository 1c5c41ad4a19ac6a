/** Who keeps each guide, and until when it is good. */
import { Anchor, Badge, Button, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { type Api, api } from '../../api/index.ts'
import { Answered, Dialog, Nothing, RowTable, sayDay, Trouble, useKeptFields } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'

type Row = Awaited<ReturnType<Api['freshness']['guides']>>[number]

const STATES: Record<Row['state'], { word: string; color: string }> = {
  fresh: { word: 'Còn hạn', color: '#14532d' },
  due: { word: 'Đến ngày xem lại', color: '#7a4b00' },
  withheld: { word: 'Tạm không hiện', color: '#8f1d1d' },
}
const ORDER: Row['state'][] = ['withheld', 'due', 'fresh']

const COLUMNS = [
  ['guide', 'Hướng dẫn'],
  ['keeper', 'Người giữ'],
  ['review', 'Xem lại'],
  ['state', 'Tình trạng'],
] as const

export function Care({ isReviewer }: { isReviewer: boolean }) {
  const guides = useQuery({ queryKey: ['freshness', 'guides'], queryFn: () => api.freshness.guides() })
  const [open, setOpen] = useState<Row | null>(null)
  return (
    <Answered query={guides}>
      {list => {
        if (list.length === 0) return <Nothing>Chưa có hướng dẫn nào.</Nothing>
        const sorted = [...list].sort(
          (a, b) =>
            ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.reviewOn ?? '9').localeCompare(b.reviewOn ?? '9'),
        )
        return (
          <>
            <RowTable columns={COLUMNS} minWidth={680}>
              {sorted.map(row => (
                <Table.Tr key={row.key}>
                  <Table.Td>
                    <Anchor component={Link} to={`/huong-dan/${row.key}`} underline="always">
                      {row.title}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>
                    <Group component="span" gap="xs">
                      {row.owner?.name ?? 'Chưa giao'}
                      {isReviewer && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          onClick={() => setOpen(row)}
                          aria-label={`Giao và đặt ngày cho ${row.title}`}
                        >
                          Giao, đặt ngày
                        </Button>
                      )}
                    </Group>
                  </Table.Td>
                  <Table.Td>
                    {row.reviewOn ? sayDay(row.reviewOn) : 'Phường tự cập nhật'}
                    {row.withholdOn && <Text size="sm">Sau {sayDay(row.withholdOn)} tạm không hiện</Text>}
                  </Table.Td>
                  <Table.Td>
                    <Badge color={STATES[row.state].color}>{STATES[row.state].word}</Badge>
                  </Table.Td>
                </Table.Tr>
              ))}
            </RowTable>
            {open && <CareDialog row={open} onClose={() => setOpen(null)} />}
          </>
        )
      }}
    </Answered>
  )
}

function CareDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const keepers = useQuery({ queryKey: ['freshness', 'keepers'], queryFn: () => api.freshness.keepers() })
  const [{ person, reviewOn, withholdOn }, write, forget] = useKeptFields(`care.${row.key}`, {
    person: row.owner?.person ?? '',
    reviewOn: row.reviewOn ?? '',
    withholdOn: row.withholdOn ?? '',
  })
  const save = useChange(
    () =>
      api.freshness.setCare({
        key: row.key,
        person: person || null,
        reviewOn: reviewOn || null,
        withholdOn: (reviewOn && withholdOn) || null,
      }),
    'freshness',
    () => {
      forget()
      onClose()
    },
  )
  const isWrong = Boolean(reviewOn && withholdOn && withholdOn <= reviewOn)
  return (
    <Dialog title={row.title} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          save.mutate(undefined)
        }}
      >
        <Stack>
          <NativeSelect
            label="Người giữ"
            value={person}
            onChange={event => write({ person: event.currentTarget.value })}
            data={[
              { value: '', label: 'Chưa giao' },
              ...(keepers.data ?? []).map(one => ({ value: one.person, label: one.name })),
            ]}
          />
          <TextInput
            label="Ngày xem lại"
            description="Từ ngày này bà con đọc thấy lời nhắc gọi trước khi đi; để trống: theo thiết lập chung"
            type="date"
            value={reviewOn}
            onChange={event => write({ reviewOn: event.currentTarget.value })}
          />
          <TextInput
            label="Ngày tạm không hiện"
            description="Từ ngày này chỉ còn số điện thoại để hỏi"
            type="date"
            value={withholdOn}
            error={isWrong && 'Phải sau ngày xem lại'}
            onChange={event => write({ withholdOn: event.currentTarget.value })}
          />
          <Trouble error={save.error ?? keepers.error} />
          <Button type="submit" loading={save.isPending} disabled={isWrong}>
            Lưu
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
