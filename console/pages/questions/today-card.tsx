/** On Hôm nay: what the machine could not answer, and wordings that wait for a second person before it learns them. */
import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { api } from '../../api/index.ts'
import { Answered } from '../../ui/index.ts'
import { TodayCard } from '../today/today-card.tsx'

export function QuestionsToday() {
  const questions = useQuery({
    queryKey: ['questions', 'today'],
    queryFn: () => api.questions.list({}),
    refetchInterval: 60_000,
  })
  const examples = useQuery({
    queryKey: ['question-examples', 'today'],
    queryFn: () => api.questions.examples.list({ state: 'proposed' }),
    refetchInterval: 60_000,
  })
  const groups = questions.data?.groups ?? []
  const mine = examples.data?.examples.filter(({ mayDecide }) => mayDecide) ?? []
  const many = (count: number, hasMore: boolean | undefined) => `${hasMore ? 'hơn ' : ''}${count}`
  return (
    <TodayCard
      title="Câu chưa trả lời được"
      count={groups.length + mine.length}
      way={{ to: '/cau-hoi', words: 'Xem các câu hỏi' }}
    >
      <Answered query={questions}>
        {({ hasMore }) => (
          <Text>
            {groups.length === 0
              ? 'Không có câu nào chờ xem.'
              : `${many(groups.length, hasMore)} nhóm câu hỏi chưa ai xem.`}
          </Text>
        )}
      </Answered>
      {mine.length > 0 && (
        <Text>
          {many(mine.length, examples.data?.hasMore)} câu dạy máy{' '}
          <Anchor component={Link} to="/cau-hoi/day-may" underline="always">
            chờ duyệt
          </Anchor>
          .
        </Text>
      )}
    </TodayCard>
  )
}
