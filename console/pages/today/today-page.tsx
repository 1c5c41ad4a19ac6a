/** What waits for me: one card each, and nothing that is not mine to do. */
import { Anchor, Badge, List, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { Link } from 'react-router-dom'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { Answered, GuideLinks, Page, type Role, sayMinutes, sayMoment, sayName, sayToday } from '../../ui/index.ts'
import { FreshnessToday } from '../freshness/today-card.tsx'
import { OfficeToday } from '../office/today-card.tsx'
import { QuestionsToday } from '../questions/today-card.tsx'
import { TodayCard } from './today-card.tsx'

/** In the order of their weight. A feature that has something to do adds its card here. */
const cards: { access: Role; Card: ComponentType }[] = [
  { access: 'answerer', Card: WaitingCard },
  { access: 'reviewer', Card: NoticesCard },
  { access: 'editor', Card: GuidesCard },
  { access: 'editor', Card: FreshnessToday },
  { access: 'editor', Card: OfficeToday },
  { access: 'editor', Card: QuestionsToday },
  { access: 'viewer', Card: HealthCard },
]

export function TodayPage() {
  const me = useMe()
  const mine = cards.filter(({ access }) => me.data && mayOpen(me.data, access))
  return (
    <Page title="Hôm nay" about={sayToday()}>
      <div className="today-cards">
        {mine.map(({ Card: Shown }) => (
          <Shown key={Shown.name} />
        ))}
        {mine.length === 0 && (
          <TodayCard title="Chưa có việc nào chờ">
            <Text>Khi có việc cho tài khoản này, việc sẽ hiện ở đây.</Text>
          </TodayCard>
        )}
      </div>
    </Page>
  )
}

function WaitingCard() {
  const handoffs = useQuery({ queryKey: ['handoffs'], queryFn: () => api.handoffs.list(), refetchInterval: 30_000 })
  const waiting = handoffs.data?.filter(({ state }) => state === 'waiting') ?? []
  const mine = handoffs.data?.filter(({ state, isMine }) => isMine && state !== 'closed') ?? []
  const longest = Math.max(0, ...waiting.map(({ waitingMinutes }) => waitingMinutes ?? 0))
  return (
    <TodayCard
      title="Bà con đang chờ"
      count={waiting.length}
      {...(waiting.length > 0 && { way: { to: '/cho-tra-loi', words: 'Xem và trả lời', isPressing: true } })}
    >
      <Answered query={handoffs}>
        {() => (
          <>
            <Text>
              {waiting.length === 0
                ? 'Không ai đang chờ. Máy vẫn trả lời bà con.'
                : `${waiting.length} người, lâu nhất ${sayMinutes(longest)}.`}
            </Text>
            {mine.map(({ id, openedAt, state }) => (
              <Text key={id}>
                Tôi đã nhận:{' '}
                <Anchor component={Link} to={`/cho-tra-loi/${id}`} underline="always">
                  việc từ {sayMoment(openedAt)}
                </Anchor>
                {state === 'waiting' ? ', chưa trả lời' : ', chưa đóng'}
              </Text>
            ))}
          </>
        )}
      </Answered>
    </TodayCard>
  )
}

/** Notices that wait for a second person: until then nothing of them goes out. */
function NoticesCard() {
  const approvals = useQuery({
    queryKey: ['notice-approvals'],
    queryFn: () => api.notices.approvals.list(),
    refetchInterval: 30_000,
  })
  const waiting = approvals.data?.filter(({ may }) => may.includes('approve')) ?? []
  return (
    <TodayCard title="Thông báo chờ duyệt" count={waiting.length}>
      <Answered query={approvals}>
        {() => (
          <>
            {waiting.length === 0 && <Text>Không có tin nào chờ tài khoản này duyệt.</Text>}
            {waiting.map(({ id, draft, sender }) => (
              <Text key={id}>
                {draft.urgency === 'emergency' && <b>Khẩn cấp: </b>}
                <Anchor component={Link} to={`/thong-bao-cho-duyet/${id}`} underline="always">
                  {draft.fields.title}
                </Anchor>
                <Text span size="sm">
                  {' '}
                  · {sender}
                </Text>
              </Text>
            ))}
          </>
        )}
      </Answered>
    </TodayCard>
  )
}

/** Drafts that wait for a second person, and those that were given back. */
function GuidesCard() {
  const guides = useQuery({
    queryKey: ['guides', 'list', 'open'],
    queryFn: () => api.guides.list({ state: 'open' }),
    refetchInterval: 60_000,
  })
  const list = guides.data?.guides ?? []
  const waiting = list.filter(({ draft }) => draft?.state === 'submitted')
  const local = list.filter(({ isLocalWaiting }) => isLocalWaiting)
  const unseen = list.filter(({ isUnseen }) => isUnseen)
  const written = list.filter(({ draft }) => draft?.state === 'draft')
  return (
    <TodayCard
      title="Hướng dẫn"
      count={waiting.length + local.length + unseen.length}
      way={{ to: '/huong-dan', words: 'Xem mọi hướng dẫn' }}
    >
      <Answered query={guides}>
        {() => (
          <>
            {waiting.length + local.length === 0 && <Text>Không có bản nào chờ duyệt.</Text>}
            {waiting.map(({ key, title, draft }) => (
              <Text key={key}>
                Chờ duyệt:{' '}
                <Anchor component={Link} to={`/huong-dan/${key}`} underline="always">
                  {title}
                </Anchor>
                <Text span size="sm">
                  {draft && ` · ${sayName(draft.editedBy)} soạn`}
                </Text>
              </Text>
            ))}
            {local.map(({ key, title }) => (
              <Text key={key}>
                Phần riêng chờ duyệt:{' '}
                <Anchor component={Link} to={`/huong-dan/${key}/rieng`} underline="always">
                  {title}
                </Anchor>
              </Text>
            ))}
            {unseen.map(({ key, title }) => (
              <Text key={key}>
                Đã đăng một mình vì khẩn cấp, chờ người thứ hai đọc lại:{' '}
                <Anchor component={Link} to={`/huong-dan/${key}/lich-su`} underline="always">
                  {title}
                </Anchor>
              </Text>
            ))}
            {written.length > 0 && (
              <Text>
                Đang soạn: <GuideLinks guides={written} />.
              </Text>
            )}
            {guides.data?.hasMore && <Text>Và còn nữa.</Text>}
          </>
        )}
      </Answered>
    </TodayCard>
  )
}

const STATES = {
  red: { word: 'Đang hỏng', color: '#8f1d1d' },
  amber: { word: 'Cần xem', color: '#7a4b00' },
} as const

function HealthCard() {
  const health = useQuery({ queryKey: ['health'], queryFn: () => api.health.read(), refetchInterval: 60_000 })
  return (
    <TodayCard title="Máy của phường">
      <Answered query={health}>
        {({ items }) => {
          const troubled = items.flatMap(item =>
            item.colour === 'red' || item.colour === 'amber' ? [{ ...item, ...STATES[item.colour] }] : [],
          )
          if (troubled.length === 0) return <Text>Mọi phần đang chạy tốt.</Text>
          return (
            <List spacing="xs" listStyleType="none">
              {troubled.map(({ name, word, color, finding, nextStep }) => (
                <List.Item key={name}>
                  <Badge color={color} variant="filled" mr="xs">
                    {word}
                  </Badge>
                  <b>{name}.</b> {finding} {nextStep}
                </List.Item>
              ))}
            </List>
          )
        }}
      </Answered>
      <Anchor href="/can-bo/tinh-trang" underline="always">
        Xem tình trạng đầy đủ
      </Anchor>
    </TodayCard>
  )
}
