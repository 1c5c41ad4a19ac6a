/** Giờ làm việc: what residents are told of the office's time, and how it is kept. */
import { Alert, Anchor, NativeSelect, SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { Link, useSearchParams } from 'react-router-dom'
import { listOpenYears } from '../../../shared/office-keeping.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { api } from '../../api/index.ts'
import { Answered, Page } from '../../ui/index.ts'
import { OfficeChanges } from '../freshness/office-changes.tsx'
import { ClosuresPart } from './closures-part.tsx'
import { ComingPart } from './coming-part.tsx'
import { type Desk, useOffice } from './office.ts'
import { SeasonsPart } from './seasons-part.tsx'
import { WeekPart } from './week-part.tsx'
import { YearsPart } from './years-part.tsx'

const PARTS: { value: string; label: string; Part: ComponentType<{ desk: Desk }> }[] = [
  { value: 'sap-toi', label: 'Sắp tới', Part: ComingPart },
  { value: 'tam-nghi', label: 'Tạm nghỉ', Part: ClosuresPart },
  { value: 'tuan', label: 'Giờ trong tuần', Part: WeekPart },
  { value: 'le', label: 'Ngày lễ, làm bù', Part: YearsPart },
  { value: 'mua', label: 'Giờ theo mùa', Part: SeasonsPart },
]

export default function OfficePage() {
  const [query, setQuery] = useSearchParams()
  const areas = useQuery({ queryKey: ['review'], queryFn: () => api.review.areas() })
  const first = areas.data?.find(({ level }) => level === 'ward') ?? areas.data?.[0]
  const area = query.get('noi') ?? first?.code
  const desk = useOffice(area)
  const { value: shown, Part } =
    PARTS.find(({ value }) => value === query.get('phan')) ?? (PARTS[0] as (typeof PARTS)[0])
  const go = (changes: Record<string, string>) =>
    setQuery({ ...Object.fromEntries(query), ...changes }, { replace: true })
  return (
    <Page title="Giờ làm việc">
      {areas.data && areas.data.length > 1 && (
        <NativeSelect
          label="Của nơi nào"
          value={area}
          onChange={event => go({ noi: event.currentTarget.value })}
          data={areas.data.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      {area && <OfficeChanges area={area} />}
      <SegmentedControl
        aria-label="Phần"
        orientation={window.innerWidth < 700 ? 'vertical' : 'horizontal'}
        data={PARTS.map(({ value, label }) => ({ value, label }))}
        value={shown}
        onChange={part => go({ phan: part })}
      />
      <Answered query={desk}>
        {found => (
          <>
            {shown !== 'le' && <OpenYears desk={found} />}
            <Part key={found.schedule.area} desk={found} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function OpenYears({ desk: { schedule, now } }: { desk: Desk }) {
  const years = listOpenYears(schedule.calendar, vietnamDay(new Date(now)))
  if (years.length === 0) return null
  return (
    <Alert color="yellow" variant="outline" title={`Lịch nghỉ năm ${years.join(', ')} chưa nhập đủ`}>
      <Text>
        Máy nhắc bà con gọi trước khi đi.{' '}
        <Anchor component={Link} to={`?noi=${schedule.area}&phan=le`} underline="always">
          Nhập theo thông báo nghỉ lễ
        </Anchor>
      </Text>
    </Alert>
  )
}
