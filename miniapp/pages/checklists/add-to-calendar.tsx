/** The expected day into the phone's own calendar, marked as not certain. */
import type { Topic } from '../../../shared/procedures.ts'
import { wardNow } from '../../api/index.ts'
import { Button, OutLink } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { writeCalendar } from './calendar-file.ts'

interface AddToCalendarProps {
  topic: Topic
  /** ISO. */
  day: string
  /** Where the result is fetched; null: not known. */
  place: string | null
  number: string
  /** Of the page, in any browser. */
  address: string
}

export function AddToCalendar({ topic, day, place, number, address }: AddToCalendarProps) {
  if (phone.isInsideZalo)
    return (
      <OutLink className="button" href={address}>
        Mở bằng trình duyệt để thêm vào lịch
      </OutLink>
    )
  const save = (): void => {
    const text = writeCalendar({
      id: `${topic.key}.${day}@${new URL(address).host}`,
      day,
      title: `Dự kiến: lấy kết quả ${topic.title}`,
      text: `Dự kiến; ngày chính thức ghi trên giấy hẹn. Gọi ${number} trước khi đi.\n${address}`,
      place,
      url: address,
      madeAt: wardNow(),
    })
    download(new Blob([text], { type: 'text/calendar;charset=utf-8' }), `lay-ket-qua-${topic.key}.ics`)
  }
  return (
    <Button icon="calendar" onClick={save}>
      Thêm vào lịch (dự kiến)
    </Button>
  )
}

const FREE_AFTER_MS = 60_000

function download(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), FREE_AFTER_MS)
}
