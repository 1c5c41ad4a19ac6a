/** On Hôm nay: years nobody has entered completely, and closures that one person published alone. */
import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { api } from '../../api/index.ts'
import { sayMoment, sayName } from '../../ui/index.ts'
import { TodayCard } from '../today/today-card.tsx'
import { sayClosure } from './words.ts'

export function OfficeToday() {
  const concerns = useQuery({
    queryKey: ['office', 'concerns'],
    queryFn: () => api.office.concerns(),
    refetchInterval: 60_000,
  })
  if (!concerns.data?.length) return null
  return (
    <TodayCard title="Giờ làm việc, ngày nghỉ">
      {concerns.data.map(({ area, name, openYears, published }) => (
        <div key={area}>
          {openYears.length > 0 && (
            <Text c="#7a4b00">
              <b>
                {name} chưa nhập đủ lịch nghỉ năm {openYears.join(', ')}.
              </b>{' '}
              <Anchor component={Link} to={`/gio-lam-viec?noi=${area}&phan=le`} underline="always">
                Nhập theo thông báo nghỉ lễ
              </Anchor>
            </Text>
          )}
          {published.map(({ by, at, closure }) => (
            <Text key={sayClosure(closure)}>
              {name} tạm nghỉ {sayClosure(closure)}. {sayName(by)} tự đăng {sayMoment(at)}.{' '}
              <Anchor component={Link} to={`/gio-lam-viec?noi=${area}&phan=tam-nghi`} underline="always">
                Xem
              </Anchor>
            </Text>
          ))}
        </div>
      ))}
    </TodayCard>
  )
}
