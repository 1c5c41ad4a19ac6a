/** The usual week of an office. */
import { Card, Stack, Text } from '@mantine/core'
import { formatOpeningHours } from '../../../shared/answers/index.ts'
import { api } from '../../api/index.ts'
import { Nothing } from '../../ui/index.ts'
import { type Desk, useOfficeForm, useOfficeSave } from './office.ts'
import { Stale } from './stale.tsx'
import { Submit } from './submit.tsx'
import { isSound, readWeek } from './week.ts'
import { WeekFields } from './week-fields.tsx'

export function WeekPart({ desk }: { desk: Desk }) {
  const { schedule, waitingHours, ward, name } = desk
  const { area } = schedule
  const standing = waitingHours?.isMine ? waitingHours.hours : schedule.hours
  const [{ hours, why, revision }, write, forget] = useOfficeForm(desk, 'hours', { hours: standing, why: '' })
  const save = useOfficeSave(() => api.office.writeHours({ area, hours: readWeek(hours), why, revision }), forget)
  if (!ward) return <Nothing>{name} không có quầy riêng; giờ trong tuần do từng phường nhập.</Nothing>
  const isChanged = JSON.stringify(readWeek(hours)) !== JSON.stringify(standing)
  return (
    <Card withBorder component="section" aria-label="Giờ trong tuần">
      <Stack gap="sm">
        <Text>Đang có hiệu lực: {formatOpeningHours(schedule.hours).join('; ') || 'chưa nhập'}.</Text>
        {waitingHours?.isMine && (
          <Text>Các ô dưới đây là giờ đã gửi, đang chờ duyệt. Sửa rồi gửi lại thì thay lời đã gửi.</Text>
        )}
        <Stale
          {...{ desk, revision, onDrop: forget }}
          holds={formatOpeningHours(schedule.hours)}
          onKeep={next => write({ revision: next })}
        />
        <WeekFields hours={hours} onChange={next => write({ hours: next })} />
        <Submit
          {...{ save, why }}
          onWhy={next => write({ why: next })}
          isDisabled={!isChanged || !isSound(hours) || revision !== schedule.revision}
          onDrop={isChanged || why ? forget : null}
        />
      </Stack>
    </Card>
  )
}
