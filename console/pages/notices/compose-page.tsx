/** Writing at the desk: the form, and beside it what residents will see. Kept in this tab until it lies at the server. */
import { Button, Card, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router-dom'
import {
  adviseOnWriting,
  beginWriting,
  findTemplate,
  kindRules,
  type NoticeTemplate,
  noticeNeeds,
  noticeTemplates,
  proposeExpiry,
  tidyDraft,
  type WireDraft,
} from '../../../shared/notices/index.ts'
import { api } from '../../api/index.ts'
import { Answered, Page, Trouble, useKeptText, Waiting } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import { ComposeForm } from './compose-form.tsx'
import { Difference } from './difference.tsx'
import { Hints } from './hints.tsx'
import { PlanView } from './plan-view.tsx'
import { Previews } from './previews.tsx'
import { SubmitCard } from './submit-card.tsx'
import { type Area, type Notice, toSheet } from './wire.ts'

/** Until the server has given one. */
const SAMPLE_CODE = 'TB-XXXXX'

export default function ComposePage() {
  const { id } = useParams()
  const notice = useQuery({
    queryKey: ['notices', id ?? '', 'writing'],
    enabled: id !== undefined,
    queryFn: () => api.notices.get({ id: id ?? '' }),
    // What is being typed is not disturbed by a newer answer.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const areas = useQuery({ queryKey: ['notice-areas'], queryFn: () => api.notices.areas() })
  const starters = useQuery({ queryKey: ['notice-starters'], queryFn: () => api.notices.starters.list({}) })
  const ward = useQuery({ queryKey: ['ward'], queryFn: () => api.ward.read() })
  const corrects = notice.data?.corrects
  return (
    <Page
      title={corrects ? `Đính chính tin ${corrects.code}` : 'Viết thông báo'}
      back={
        id ? { to: `/thong-bao/tin/${id}`, words: 'Về trang của tin' } : { to: '/thong-bao', words: 'Về danh sách' }
      }
    >
      <Answered query={areas}>
        {list => (
          <Answered query={ward}>
            {({ now, wardName }) => {
              const shared = {
                areas: list,
                starters: starters.data ?? noticeTemplates,
                wardName,
                now: new Date(Date.parse(now) + Date.now() - ward.dataUpdatedAt),
              }
              if (id === undefined) return <Writing key="new" notice={null} {...shared} />
              if (!notice.data)
                return notice.error ? (
                  <Trouble error={notice.error} onRetry={() => void notice.refetch()} />
                ) : (
                  <Waiting />
                )
              return <Writing key={`${id} ${notice.data.version}`} notice={notice.data} {...shared} />
            }}
          </Answered>
        )}
      </Answered>
    </Page>
  )
}

interface Kept {
  requestKey: string
  draft: WireDraft
}

interface WritingProps {
  notice: Notice | null
  areas: Area[]
  starters: readonly NoticeTemplate[]
  wardName: string
  now: Date
}

function Writing({ notice, areas, starters, wardName, now }: WritingProps) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [first] = areas
  const [begun] = useState<Kept>(() => ({
    requestKey: crypto.randomUUID(),
    draft: notice?.draft ?? beginWriting({ template: null, areas: first ? [first.code] : [], now }),
  }))
  const [text, setText, forget] = useKeptText(`notice.${notice ? `${notice.id}.${notice.version}` : 'new'}`)
  const { draft, requestKey } = text === '' ? begun : (JSON.parse(text) as Kept)
  const put = (next: WireDraft) => setText(JSON.stringify({ requestKey, draft: next }))
  const change = (changes: Partial<WireDraft>) => {
    const next = { ...draft, ...changes }
    // The proposed end follows the day, unless somebody chose another.
    const follows = draft.expiresAt === proposeExpiry(draft, now, starters) && changes.expiresAt === undefined
    put(follows ? { ...next, expiresAt: proposeExpiry(next, now, starters) } : next)
  }
  const hints = adviseOnWriting(draft, { now, ownHosts: [window.location.hostname], starters })
  const isBlocked = hints.some(({ level }) => level === 'block')
  const isSaved = notice !== null && JSON.stringify(tidyDraft(draft)) === JSON.stringify(tidyDraft(notice.draft))
  const save = useChange(
    () =>
      notice
        ? api.notices.edit({ id: notice.id, version: notice.version, draft: tidyDraft(draft) })
        : api.notices.compose({ requestKey, draft: tidyDraft(draft) }),
    'none',
    saved => {
      forget()
      queries.setQueryData(['notices', saved.id, 'writing'], saved)
      navigate(`/thong-bao/viet/${saved.id}`, { replace: true })
    },
  )
  if (notice && !notice.may.includes('edit'))
    return <Text>Tin này không còn là bản nháp nên không sửa ở đây được. Về trang của tin để xem.</Text>
  return (
    <div className="two-columns">
      <Stack gap="md">
        {notice === null && (
          <Starters
            draft={draft}
            starters={starters}
            onChoose={key => put(startFrom(findTemplate(key, starters), draft, now))}
          />
        )}
        <ComposeForm draft={draft} areas={areas} now={now} isCorrection={notice?.corrects != null} onChange={change} />
      </Stack>
      <Previews sheet={sheetOf(draft, { notice, wardName, area: first })} />
      <Stack gap="md">
        <Card withBorder component="section" aria-label="Máy nhắc">
          <Title order={2} size="h4">
            Máy nhắc
          </Title>
          {hints.length === 0 ? <Text>Không có gì phải sửa.</Text> : <Hints hints={hints} />}
        </Card>
        {notice?.corrects && isSaved && <Difference corrects={notice.corrects} />}
        {!isSaved && (
          <Group>
            <Button loading={save.isPending} disabled={isBlocked} onClick={() => save.mutate(undefined)}>
              Lưu và xem ai sẽ nhận
            </Button>
          </Group>
        )}
        <Trouble error={save.error} />
        {notice && isSaved && <Planned notice={notice} isBlocked={isBlocked} />}
      </Stack>
    </div>
  )
}

function Planned({ notice, isBlocked }: { notice: Notice; isBlocked: boolean }) {
  const { id, version } = notice
  const plan = useQuery({ queryKey: ['notice-plan', id, version], queryFn: () => api.notices.plan({ id }) })
  return (
    <Answered query={plan}>
      {found => (
        <>
          <PlanView plan={found} />
          {!isBlocked && <SubmitCard notice={notice} plan={found} />}
        </>
      )}
    </Answered>
  )
}

interface StartersProps {
  draft: WireDraft
  starters: readonly NoticeTemplate[]
  onChoose: (key: string) => void
}

function Starters({ draft, starters, onChoose }: StartersProps) {
  return (
    <NativeSelect
      label="Bắt đầu từ mẫu"
      description="Chọn mẫu khác thì chữ của mẫu thay chữ đang có"
      value={draft.template ?? ''}
      onChange={event => onChoose(event.currentTarget.value)}
      data={[
        { value: '', label: 'Không dùng mẫu' },
        ...noticeNeeds.map(({ name, kinds }) => ({
          group: name,
          items: starters
            .filter(({ kind }) => kinds.includes(kind))
            .map(template => ({ value: template.key, label: template.name })),
        })),
      ]}
    />
  )
}

/** The words of the starter; whom it is for, and when it happens, stay. */
function startFrom(template: NoticeTemplate | null, draft: WireDraft, now: Date): WireDraft {
  const begun = beginWriting({ template, areas: draft.audience.areas, now })
  const { day, lastDay, from, until, span, place, phone } = draft.fields
  const next = {
    ...begun,
    files: draft.files,
    fields: { ...begun.fields, day, lastDay, from, until, span, place, phone },
  }
  return { ...next, expiresAt: proposeExpiry(next, now, template ? [template] : []) }
}

function sheetOf(
  given: WireDraft,
  { notice, wardName, area }: { notice: Notice | null; wardName: string; area: Area | undefined },
) {
  const draft = tidyDraft(given)
  const isDated = !Number.isNaN(Date.parse(draft.expiresAt))
  const shown = { ...draft, expiresAt: isDated ? draft.expiresAt : new Date().toISOString() }
  if (notice) return toSheet({ ...notice, draft: shown })
  const sender = area?.sender ?? kindRules[draft.kind].name
  const url = new URL('/thong-bao', window.location.origin).href
  return { ...shown, expiresAt: new Date(shown.expiresAt), code: SAMPLE_CODE, sender, wardName, url, corrects: null }
}
