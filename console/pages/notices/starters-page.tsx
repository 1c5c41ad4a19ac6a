/** What leaders begin with: the place's own first, then what holds from above, then what is shipped. */
import { Button, Card, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router-dom'
import { fold } from '../../../shared/language/index.ts'
import { noticeNeeds } from '../../../shared/notices/index.ts'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, Trouble } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import type { Area, Starter } from './wire.ts'

const SHOWN = [
  { value: 'used', label: 'Đang dùng' },
  { value: 'own', label: 'Do địa bàn này viết' },
  { value: 'retired', label: 'Đã thôi dùng' },
]

export default function StartersPage() {
  const areas = useQuery({ queryKey: ['notice-areas'], queryFn: () => api.notices.areas() })
  return (
    <Page
      title="Mẫu thông báo"
      back={{ to: '/thong-bao', words: 'Về danh sách thông báo' }}
      about="Tổ trưởng bắt đầu viết từ những mẫu này. Mẫu của phường dùng được ở mọi tổ; mẫu của một tổ chỉ tổ đó thấy. Tin đã viết từ một mẫu không đổi theo mẫu."
    >
      <Answered query={areas}>{list => <OfArea areas={list} />}</Answered>
    </Page>
  )
}

function OfArea({ areas }: { areas: Area[] }) {
  const [query, setQuery] = useSearchParams()
  const area = areas.find(({ code }) => code === query.get('noi')) ?? areas[0]
  const shown = query.get('xem') ?? 'used'
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(query)
    next.set(name, value)
    setQuery(next, { replace: true })
  }
  if (!area) return <Nothing>Chưa có địa bàn nào để giữ mẫu.</Nothing>
  return (
    <Stack gap="md">
      <Group grow align="end">
        <NativeSelect
          label="Địa bàn"
          value={area.code}
          onChange={event => change('noi', event.currentTarget.value)}
          data={areas.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <NativeSelect
          label="Xem"
          value={shown}
          onChange={event => change('xem', event.currentTarget.value)}
          data={SHOWN}
        />
      </Group>
      <Group>
        <Button component={Link} to={`/thong-bao/mau/${area.code}/moi`}>
          Viết mẫu mới cho {area.name}
        </Button>
      </Group>
      <List key={area.code} area={area} shown={shown} />
    </Stack>
  )
}

function List({ area, shown }: { area: Area; shown: string }) {
  const starters = useQuery({
    queryKey: ['notice-starters', area.code],
    queryFn: () => api.notices.starters.manage({ area: area.code }),
  })
  const change = useChange((ask: () => Promise<Starter>) => ask(), 'notice-starters')
  const [typed, setTyped] = useState('')
  const words = fold(typed.trim().toLowerCase())
  return (
    <Answered query={starters}>
      {list => {
        const rows = list.filter(
          ({ isRetired, from, starter: { name, title } }) =>
            (shown === 'retired' ? isRetired : !isRetired && (shown !== 'own' || from?.code === area.code)) &&
            fold(`${name} ${title}`.toLowerCase()).includes(words),
        )
        return (
          <>
            <TextInput
              label="Tìm mẫu"
              placeholder="Ví dụ: cat dien"
              value={typed}
              onChange={event => setTyped(event.currentTarget.value)}
            />
            <Trouble error={change.error} />
            {rows.length === 0 && (
              <Nothing>{shown === 'own' ? `${area.name} chưa viết mẫu nào.` : 'Không có mẫu nào.'}</Nothing>
            )}
            {noticeNeeds.map(({ name, kinds }) => {
              const own = rows.filter(({ starter }) => kinds.includes(starter.kind))
              if (own.length === 0) return null
              return (
                <Card key={name} withBorder component="section" aria-label={name}>
                  <Title order={2} size="h4">
                    {name}
                  </Title>
                  {own.map(row => (
                    <Row
                      key={row.starter.key}
                      row={row}
                      area={area}
                      isBusy={change.isPending}
                      onChange={change.mutate}
                    />
                  ))}
                </Card>
              )
            })}
          </>
        )
      }}
    </Answered>
  )
}

interface RowProps {
  row: Starter
  area: Area
  isBusy: boolean
  onChange: (ask: () => Promise<Starter>) => void
}

function Row({ row: { starter, from, may, isRetired }, area, isBusy, onChange }: RowProps) {
  const { key, name, title } = starter
  const at = { area: area.code, key }
  const base = `/thong-bao/mau/${area.code}`
  return (
    <Group justify="space-between" className="starter" py="sm">
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm">
          {title} · {from ? `mẫu của ${from.name}` : 'mẫu có sẵn'}
          {isRetired && may.length === 0 && ' · nơi khác đã thôi dùng hoặc thay mẫu này'}
        </Text>
      </div>
      <Group gap="xs">
        {may.includes('edit') && (
          <Button size="sm" component={Link} to={`${base}/${key}`} aria-label={`Sửa mẫu ${name}`}>
            Sửa
          </Button>
        )}
        {may.includes('replace') && (
          <Button
            size="sm"
            variant="default"
            component={Link}
            to={`${base}/moi?thay=${key}`}
            aria-label={`Viết lại mẫu ${name} cho ${area.name}`}
          >
            Viết lại
          </Button>
        )}
        {may.includes('retire') && (
          <Button
            size="sm"
            variant="default"
            disabled={isBusy}
            aria-label={`Thôi dùng mẫu ${name}`}
            onClick={() => onChange(() => api.notices.starters.retire(at))}
          >
            Thôi dùng
          </Button>
        )}
        {may.includes('restore') && (
          <Button
            size="sm"
            variant="default"
            disabled={isBusy}
            aria-label={`Dùng lại mẫu ${name}`}
            onClick={() => onChange(() => api.notices.starters.restore(at))}
          >
            Dùng lại
          </Button>
        )}
      </Group>
    </Group>
  )
}
