/** One starter written or changed: its words, what the machine says of them, what comes of it. Kept in this tab until saved. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router-dom'
import { adviseOnStarter, beginWriting } from '../../../shared/notices/index.ts'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, Trouble, useKeptText } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import { Hints } from './hints.tsx'
import { Previews } from './previews.tsx'
import { StarterForm } from './starter-form.tsx'
import type { Area, Starter, StarterWords } from './wire.ts'

const NEW = 'moi'
const EMPTY: StarterWords = {
  name: '',
  kind: 'other',
  title: '',
  what: '',
  who: null,
  bring: null,
  urgency: 'ordinary',
  rsvp: 'none',
  asks: ['day', 'from', 'place'],
  expiresAfterDays: 0,
}

export default function StarterPage() {
  const { area: code = '', key = NEW } = useParams()
  const [query] = useSearchParams()
  const areas = useQuery({ queryKey: ['notice-areas'], queryFn: () => api.notices.areas() })
  const starters = useQuery({
    queryKey: ['notice-starters', code],
    queryFn: () => api.notices.starters.manage({ area: code }),
    // What is being typed is not disturbed by a newer answer.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const replaces = key === NEW ? query.get('thay') : null
  return (
    <Page
      title={key === NEW ? 'Viết mẫu thông báo' : 'Sửa mẫu thông báo'}
      back={{ to: `/thong-bao/mau?noi=${code}`, words: 'Về các mẫu' }}
    >
      <Answered query={areas}>
        {list => (
          <Answered query={starters}>
            {all => {
              const area = list.find(one => one.code === code)
              const found = all.find(({ starter }) => starter.key === (replaces ?? key))
              if (!area || (!found && key !== NEW)) return <Nothing>Không có mẫu này ở đây.</Nothing>
              const own = key === NEW ? null : (found ?? null)
              return (
                <Writing
                  key={`${code} ${key} ${replaces} ${own?.version}`}
                  area={area}
                  own={own}
                  begun={found?.starter ?? EMPTY}
                  replaces={replaces && found ? replaces : null}
                />
              )
            }}
          </Answered>
        )}
      </Answered>
    </Page>
  )
}

interface WritingProps {
  area: Area
  /** Null: a new one. */
  own: Starter | null
  begun: StarterWords
  replaces: string | null
}

function Writing({ area, own, begun, replaces }: WritingProps) {
  const navigate = useNavigate()
  const ward = useQuery({ queryKey: ['ward'], queryFn: () => api.ward.read() })
  const [requestKey] = useState(() => crypto.randomUUID())
  const [kept, setKept, forget] = useKeptText(
    `starter.${area.code}.${own ? `${own.starter.key}.${own.version}` : (replaces ?? NEW)}`,
  )
  const words = kept === '' ? begun : (JSON.parse(kept) as StarterWords)
  const change = (changes: Partial<StarterWords>) => setKept(JSON.stringify({ ...words, ...changes }))
  const hints = adviseOnStarter(words, { now: new Date(), ownHosts: [window.location.hostname] })
  const isWhole = [words.name, words.title, words.what].every(text => text.trim() !== '')
  const save = useChange(
    () => {
      const at = { area: area.code, words: tidy(words) }
      return own?.version
        ? api.notices.starters.edit({ ...at, key: own.starter.key, version: own.version })
        : api.notices.starters.add({ ...at, requestKey, replaces })
    },
    'notice-starters',
    () => {
      forget()
      navigate(`/thong-bao/mau?noi=${area.code}&xem=own`)
    },
  )
  return (
    <div className="two-columns">
      <Stack gap="md">
        <Text>
          {area.level === 'neighbourhood'
            ? `Chỉ tổ trưởng ${area.name} thấy mẫu này.`
            : `Mọi tổ của ${area.name} dùng được mẫu này.`}
          {replaces && ' Mẫu này thay cho mẫu đang dùng ở đây; nơi khác vẫn dùng mẫu cũ.'}
        </Text>
        <StarterForm words={words} onChange={change} />
      </Stack>
      <Previews sheet={sheetOf(words, area, ward.data?.wardName ?? area.name)} />
      <Stack gap="md">
        <Card withBorder component="section" aria-label="Máy nhắc">
          <Title order={2} size="h4">
            Máy nhắc
          </Title>
          {hints.length === 0 ? <Text>Không có gì phải sửa.</Text> : <Hints hints={hints} />}
        </Card>
        {!isWhole && <Text>Ghi tên mẫu, tên tin và nội dung rồi lưu.</Text>}
        <Trouble error={save.error} />
        <Group>
          <Button
            disabled={!isWhole || hints.some(({ level }) => level === 'block')}
            loading={save.isPending}
            onClick={() => save.mutate(undefined)}
          >
            Lưu mẫu
          </Button>
          {kept !== '' && (
            <Button variant="default" onClick={forget}>
              Bỏ thay đổi
            </Button>
          )}
        </Group>
      </Stack>
    </div>
  )
}

function tidy({ who, bring, ...words }: StarterWords): StarterWords {
  const { name, kind, title, what, urgency, rsvp, asks, expiresAfterDays } = words
  return {
    name,
    kind,
    title,
    what,
    urgency,
    rsvp,
    asks,
    expiresAfterDays,
    who: who?.trim() || null,
    bring: bring?.trim() || null,
  }
}

function sheetOf(words: StarterWords, area: Area, wardName: string) {
  const { fields, ...draft } = beginWriting({ template: { ...words, key: NEW }, areas: [area.code], now: new Date() })
  return {
    ...draft,
    fields: { ...fields, title: fields.title || '…', what: fields.what || '…' },
    expiresAt: new Date(draft.expiresAt),
    code: 'TB-XXXXX',
    sender: area.sender,
    wardName,
    url: new URL('/thong-bao', window.location.origin).href,
    corrects: null,
  }
}
