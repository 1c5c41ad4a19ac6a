/** What holds in one area only, apart from the national record: what is inherited and from where, and what is said here. */
import { Card, List, NativeSelect, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router-dom'
import { localFields, localNames, localSource, wordLocalFact } from '../../../shared/local-parts/index.ts'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { Answered, Nothing, Page, sayMoment } from '../../ui/index.ts'
import { LocalDecision } from './local-decision.tsx'
import { LocalEditor } from './local-editor.tsx'
import type { LocalView } from './words.ts'

type Area = Awaited<ReturnType<typeof api.localParts.list>>[number]

export default function LocalPage() {
  const { key = '' } = useParams()
  const areas = useQuery({ queryKey: ['local-parts', key], queryFn: () => api.localParts.list({ key }) })
  const guide = useQuery({ queryKey: ['guides', key], queryFn: () => api.guides.get({ key }) })
  return (
    <Page
      title={`Phần riêng: ${guide.data?.topic?.title ?? 'hướng dẫn'}`}
      back={{ to: `/huong-dan/${key}`, words: 'Về hướng dẫn' }}
      about="Lệ phí, nơi nộp, điện thoại, giờ nhận, mẫu đơn của riêng địa phương. Để ngoài hồ sơ quốc gia: bà con thấy kèm tên địa phương và nguồn; hồ sơ quốc gia đổi thì phần này vẫn giữ."
    >
      <Answered query={areas}>
        {list =>
          list.length === 0 ? (
            <Nothing>Tài khoản này không giữ địa bàn nào của hướng dẫn này.</Nothing>
          ) : (
            <Chosen guideKey={key} areas={list} />
          )
        }
      </Answered>
    </Page>
  )
}

const MARKS = { draft: ' (đang soạn)', submitted: ' (chờ duyệt)' } as const

function Chosen({ guideKey: key, areas }: { guideKey: string; areas: Area[] }) {
  const [query, setQuery] = useSearchParams()
  const waiting = areas.find(({ openState }) => openState === 'submitted')
  const usual = waiting ?? areas.find(({ level }) => level === 'ward') ?? areas[0]
  const area = areas.find(({ code }) => code === query.get('dia-ban')) ?? usual
  const code = area?.code ?? ''
  const view = useQuery({
    queryKey: ['local-parts', key, code],
    queryFn: () => api.localParts.get({ key, area: code }),
  })
  return (
    <Stack gap="md">
      <NativeSelect
        label="Địa bàn"
        maw={420}
        value={code}
        onChange={event => setQuery({ 'dia-ban': event.currentTarget.value }, { replace: true })}
        data={areas.map(one => ({
          value: one.code,
          label: `${one.name}${one.hasOwn ? ' · có phần riêng' : ''}${one.openState ? MARKS[one.openState] : ''}`,
        }))}
      />
      <Answered query={view}>{found => <Opened key={code} guideKey={key} view={found} />}</Answered>
    </Stack>
  )
}

function Opened({ guideKey, view }: { guideKey: string; view: LocalView }) {
  const me = useMe()
  const isEditor = me.data !== undefined && mayOpen(me.data, 'editor')
  const { own, inherited, open, before, area } = view
  return (
    <Stack gap="md">
      <Card withBorder component="section" aria-label="Đang dùng">
        <Title order={2} size="h4" mb="sm">
          Bà con ở {area.name} đang đọc
        </Title>
        <List spacing="xs">
          {localFields.map(field => {
            const mine = own?.facts[field]
            const above = inherited?.[field]
            return (
              <List.Item key={field}>
                <b>{localNames[field]}:</b>{' '}
                {mine
                  ? `${wordLocalFact(field, mine)}. Riêng của ${area.name}; theo ${mine.source}.`
                  : above
                    ? `${wordLocalFact(field, above)}. ${localSource(above)} (thừa hưởng)`
                    : 'như hồ sơ quốc gia và thông tin chung của phường.'}
              </List.Item>
            )
          })}
        </List>
      </Card>
      {open && <LocalDecision guideKey={guideKey} view={view} part={open} />}
      {isEditor && open?.state !== 'submitted' && (
        <LocalEditor key={`${area.code} ${open?.version ?? 0}`} guideKey={guideKey} view={view} />
      )}
      {before.length > 0 && (
        <Card withBorder component="section" aria-label="Trước đây">
          <Title order={2} size="h4" mb="sm">
            Trước đây
          </Title>
          <List size="sm">
            {before.map(({ id, decidedAt, decidedBy, submittedBy, why, facts }) => (
              <List.Item key={id}>
                {decidedAt && sayMoment(decidedAt)}: {submittedBy} soạn, {decidedBy} duyệt, “{why}”.{' '}
                {localFields
                  .flatMap(field => {
                    const fact = facts[field]
                    return fact ? [`${localNames[field]}: ${wordLocalFact(field, fact)}`] : []
                  })
                  .join('; ') || 'Bỏ phần riêng.'}
              </List.Item>
            ))}
          </List>
        </Card>
      )}
    </Stack>
  )
}
