/**
 * *Giấy tờ còn thiếu*: the officer ticks what was not brought, and the person goes home with it in large type. It stands in
 * this page alone: nothing is kept, nothing is sent, and it is gone with the next person.
 */
import { Alert, Card, Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Office } from '../../../shared/answers/index.ts'
import { createOfficeTime } from '../../../shared/office-time.ts'
import { vietnamDay, weekdayOf } from '../../../shared/vietnam-time.ts'
import type { api } from '../../api/index.ts'
import type { SheetPaper } from './bring-sheet.ts'
import { Part } from './bring-sheet-view.tsx'
import type { Size } from './paper-size.tsx'

type Ward = Awaited<ReturnType<typeof api.ward.read>>

interface SlipProps {
  title: string
  papers: SheetPaper[]
  office: Office
  /** Where the names of the papers are from, and how far the ward stands behind them. */
  source: string[]
  ward: Ward
  size: Size
}

const WEEKDAYS = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']
const LONGEST = 120

export function MissingSlip({ title, papers, office, source, ward, size }: SlipProps) {
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set())
  const [places, setPlaces] = useState<Record<string, string>>({})
  const [day, setDay] = useState('')
  const listed = papers.filter(({ id }) => missing.has(id))
  return (
    <>
      <Card withBorder className="not-printed">
        <Stack gap="sm">
          <fieldset className="missing">
            <legend>Hồ sơ này còn thiếu giấy nào?</legend>
            {papers.map(({ id, name, detail, when }) => (
              <div key={id}>
                <Checkbox
                  size="md"
                  label={name}
                  description={[when, detail].filter(Boolean).join(' · ')}
                  checked={missing.has(id)}
                  onChange={({ currentTarget: { checked } }) => {
                    const next = new Set(missing)
                    if (checked) next.add(id)
                    else next.delete(id)
                    setMissing(next)
                  }}
                />
                {missing.has(id) && (
                  <TextInput
                    label={`Lấy ở đâu: ${name}`}
                    description="Để trống nếu không cần ghi. Không ghi họ tên, số giấy tờ."
                    maxLength={LONGEST}
                    autoComplete="off"
                    value={places[id] ?? ''}
                    onChange={event => setPlaces({ ...places, [id]: event.currentTarget.value })}
                  />
                )}
              </div>
            ))}
          </fieldset>
          <TextInput
            type="date"
            label="Ngày quay lại"
            description="Để trống thì tờ in có chỗ để viết tay."
            min={vietnamDay(new Date(ward.now))}
            value={day}
            onChange={event => setDay(event.currentTarget.value)}
            maw={240}
          />
          <DayWarning day={day} ward={ward} />
          <Text size="sm">Tờ này không lưu lại ở đâu: in xong, mở người kế tiếp là hết.</Text>
        </Stack>
      </Card>
      {listed.length === 0 ? (
        <Text role="status" className="not-printed">
          Chưa đánh dấu giấy nào còn thiếu.
        </Text>
      ) : (
        <article className={`counter-sheet counter-slip counter-${size}`} aria-label="Phiếu giấy tờ còn thiếu">
          <header>
            <div>
              <p>{ward.wardName}</p>
              <p className="counter-title">Giấy tờ còn thiếu</p>
              <p>{title}</p>
              {ward.isPractice && <p>Bản tập dượt, không dùng thật</p>}
            </div>
          </header>
          <ol className="counter-papers">
            {listed.map(({ id, name, detail, note }) => (
              <li key={id}>
                <b>{name}</b>
                {detail && ` (${detail})`}
                {note && <span>{note}</span>}
                {places[id]?.trim() && <span>Lấy ở: {places[id].trim()}</span>}
              </li>
            ))}
          </ol>
          <Part title="Quay lại">
            <p className="counter-day">{day ? sayDay(day) : 'Ngày ……… / ……… / ……………'}</p>
            <p>{[office.name, office.address].filter(Boolean).join(', ')}</p>
            {office.hours.map(line => (
              <p key={line}>{line}</p>
            ))}
          </Part>
          <Part title="Chưa rõ thì gọi">
            <p className="counter-day">{office.phone}</p>
          </Part>
          <footer>
            {source.map(line => (
              <p key={line}>{line}</p>
            ))}
          </footer>
        </article>
      )}
    </>
  )
}

function DayWarning({ day, ward }: { day: string; ward: Ward }) {
  if (!day) return null
  const { openings, closed } = createOfficeTime(ward.openingHours, ward.calendar as never).stretchesOn(day)
  if (openings.length > 0) return null
  const why = closed?.kind === 'holiday' ? closed.name : closed?.kind === 'closure' ? closed.reason : null
  return (
    <Alert
      color="yellow"
      variant="outline"
      role="alert"
      title={`${sayDay(day)}: văn phòng nghỉ${why ? ` (${why})` : ''}`}
    >
      Chọn ngày khác để bà con khỏi đi về không.
    </Alert>
  )
}

function sayDay(day: string): string {
  const weekday = WEEKDAYS[weekdayOf(day)] ?? ''
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}, ${day.split('-').reverse().join('/')}`
}
