/** From door to door: houses where nobody has joined come first; marked on the way, also without a network; printable. */
import { useCallback, useEffect, useState } from 'react'
import { useParams } from 'react-router-dom'
import type { DoorMark } from '../../../shared/notices/index.ts'
import { ApiError, api, type Trouble, useWard } from '../../api/index.ts'
import { Button, Empty, Loading, Notice, TroubleNote } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { type DoorSheet, keepDoors, readKeptDoors, takeToWard, withMarks } from './door-marks.ts'
import { DoorPictures } from './door-pictures.tsx'
import { LeaderOnly } from './leader-only.tsx'
import { doorMarkNames } from './names.ts'
import { PaperDoors } from './paper-doors.tsx'
import { notDone } from './trouble-words.ts'

const MARKS = Object.keys(doorMarkNames) as DoorMark[]
const AGAIN_AFTER_MS = 20_000

export default function DoorsPage() {
  const { id = '', area = '' } = useParams()
  const doors = <Doors id={id} area={area} />
  return (
    <LeaderOnly title="Đi từng nhà" key={id + area} offline={doors}>
      {() => doors}
    </LeaderOnly>
  )
}

function useDoors(id: string, area: string) {
  const [kept, setKept] = useState(() => readKeptDoors(id, area))
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const refresh = useCallback(async (): Promise<void> => {
    const failed = await takeToWard(id, area)
    if (!failed) {
      try {
        const sheet = await api.notices.doors({ id, area })
        keepDoors(id, area, { sheet, waiting: readKeptDoors(id, area).waiting })
      } catch (error) {
        setTrouble(error instanceof ApiError ? error.trouble : 'unavailable')
        return
      }
    }
    setTrouble(failed)
    setKept(readKeptDoors(id, area))
  }, [id, area])
  useEffect(() => {
    void refresh()
    const again = (): void => void refresh()
    const timer = setInterval(() => {
      if (Object.keys(readKeptDoors(id, area).waiting).length > 0) again()
    }, AGAIN_AFTER_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [refresh, id, area])
  const mark = (house: string, next: DoorMark | null): void => {
    const before = readKeptDoors(id, area)
    const after = { ...before, waiting: { ...before.waiting, [house]: next } }
    keepDoors(id, area, after)
    setKept(after)
    void refresh()
  }
  const sheet = kept.sheet && withMarks(kept.sheet, kept.waiting)
  return { sheet, waiting: Object.keys(kept.waiting).length, trouble, refresh, mark }
}

function Doors({ id, area }: { id: string; area: string }) {
  const { sheet, waiting, trouble, refresh, mark } = useDoors(id, area)
  const { data: ward } = useWard()
  if (!sheet) {
    if (trouble) return <TroubleNote trouble={trouble} retry={() => void refresh()} isWholePage />
    return <Loading what="Đang mở danh sách nhà…" />
  }
  const told = sheet.doors.filter(door => door.mark !== null && door.mark !== 'absent').length
  const missing = sheet.doors.filter(({ hasJoined }) => !hasJoined)
  const joined = sheet.doors.filter(({ hasJoined }) => hasJoined)
  return (
    <>
      <div className="no-print">
        <h1 className="page-title">Đi từng nhà: {sheet.areaName}</h1>
        <p>
          {sheet.title} · mã tin {sheet.code}
        </p>
        {sheet.doors.length === 0 ? (
          <Empty title="Chưa có danh sách số nhà">
            <p>Phường nhập danh sách số nhà của tổ (không ghi tên ai) thì tờ này mới có. Gọi phường để nhờ nhập.</p>
          </Empty>
        ) : (
          <p role="status">
            Đã báo {told} trong {sheet.doors.length} nhà.
            {waiting > 0 && ` ${waiting} ghi nhớ đang nằm trên máy này, có mạng sẽ tự gửi.`}
          </p>
        )}
        {waiting > 0 && trouble && <Notice tone="check">{notDone('Chưa gửi lên phường', trouble)}</Notice>}
        {phone.can.print && sheet.doors.length > 0 && (
          <div className="buttons">
            <Button icon="print" onClick={() => window.print()}>
              In tờ này
            </Button>
          </div>
        )}
        {!phone.can.print && phone.can.saveImage && sheet.doors.length > 0 && (
          <DoorPictures sheet={sheet} wardName={ward?.wardName ?? ''} />
        )}
        <DoorGroup title="Nhà chưa có ai nhận tin" doors={missing} onMark={mark} />
        <DoorGroup title="Nhà đã có người nhận tin" doors={joined} onMark={mark} />
      </div>
      <PaperDoors sheet={sheet} wardName={ward?.wardName ?? ''} />
    </>
  )
}

interface DoorGroupProps {
  title: string
  doors: DoorSheet['doors']
  onMark(house: string, mark: DoorMark | null): void
}

function DoorGroup({ title, doors, onMark }: DoorGroupProps) {
  if (doors.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="section-title">
        {title} ({doors.length})
      </h2>
      <ul className="tin-doors">
        {doors.map(({ house, mark }) => (
          <li key={house} className="card">
            <fieldset className="tin-chips">
              <legend className="tin-door">Nhà {house}</legend>
              {MARKS.map(one => (
                <button
                  key={one}
                  type="button"
                  className="tin-chip"
                  aria-pressed={mark === one}
                  aria-label={`${doorMarkNames[one]}, nhà ${house}`}
                  onClick={() => onMark(house, mark === one ? null : one)}
                >
                  {doorMarkNames[one]}
                </button>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </section>
  )
}
