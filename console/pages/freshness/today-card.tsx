/** On Hôm nay: what is mine to look at again, and how much of the starter content waits. */
import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { api, useMe } from '../../api/index.ts'
import { Answered } from '../../ui/index.ts'
import { TodayCard } from '../today/today-card.tsx'
import { useOfficeChanges } from './office-changes.tsx'
import { taskWords } from './tasks.tsx'

const MOST_SHOWN = 4

export function FreshnessToday() {
  const me = useMe()
  const isKeeper = me.data?.keepsGuides === true
  const tasks = useQuery({
    enabled: isKeeper,
    queryKey: ['freshness', 'tasks'],
    queryFn: () => api.freshness.tasks({}),
    refetchInterval: 60_000,
  })
  const areas = useQuery({ queryKey: ['review'], queryFn: () => api.review.areas() })
  const offices = useOfficeChanges()
  const ward = areas.data?.find(({ level }) => level === 'ward') ?? areas.data?.[0]
  return (
    <TodayCard title="Xem lại hướng dẫn" count={tasks.data?.mine || tasks.data?.open || offices.data?.length || 0}>
      {isKeeper && (
        <Answered query={tasks}>
          {({ tasks: list, open, mine }) => {
            if (open === 0) return <Text>Không có hướng dẫn nào chờ xem lại.</Text>
            const shown = list
              .filter(({ done, isMine }) => done === null && (isMine || mine === 0))
              .slice(0, MOST_SHOWN)
            return (
              <>
                <Text>
                  <b>{open} việc chờ xem lại</b>
                  {mine > 0 && `, ${mine} việc của tôi`}
                </Text>
                {shown.map(({ id, kind, title }) => (
                  <Text key={id}>
                    {taskWords[kind]}: {title}
                  </Text>
                ))}
              </>
            )
          }}
        </Answered>
      )}
      {!isKeeper && offices.data?.length === 0 && <Text>Không có địa chỉ, giờ nhận nào chờ duyệt.</Text>}
      {offices.data?.map(({ id, office }) => (
        <Text key={id}>Chờ duyệt địa chỉ, giờ nhận: {office}</Text>
      ))}
      <Anchor component={Link} to="/xem-lai" underline="always">
        Xem mọi việc
      </Anchor>
      {ward && ward.left > 0 && (
        <Text>
          {ward.name} còn {ward.left} mục chưa xác nhận.{' '}
          <Anchor component={Link} to="/duyet-nhanh" underline="always">
            Duyệt nhanh
          </Anchor>
        </Text>
      )}
    </TodayCard>
  )
}
