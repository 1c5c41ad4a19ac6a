/** The papers, each with a box to tick when it lies in the bag. Ticks stay on this phone. */
import { useState } from 'react'
import { Button } from '../../ui/index.ts'
import { personalStorage, useStored } from '../../zalo/index.ts'
import type { BringList, Paper } from './bring-list.ts'

export function PaperTicks({ list }: { list: BringList }) {
  const name = `ticks.${list.topic.key}.${list.caseId}`
  const [ticked] = useStored(personalStorage, name, readTicks)
  const [isLasting, setLasting] = useState(true)
  const needed = list.groups.flatMap(({ papers }) => papers)
  const had = needed.filter(({ id }) => ticked.includes(id)).length

  const tick = (id: string, isTicked: boolean): void => {
    const others = ticked.filter(one => one !== id)
    setLasting(personalStorage.set(name, JSON.stringify(isTicked ? [...others, id] : others)))
  }
  const row = (paper: Paper) => (
    <PaperRow key={paper.id} paper={paper} isTicked={ticked.includes(paper.id)} onTick={tick} />
  )

  return (
    <>
      {needed.length + list.perhaps.length === 0 && <p>Không phải mang giấy tờ nào.</p>}
      {needed.length > 0 && (
        <p role="status" className="no-print quiet">
          Đánh dấu giấy đã có: {had}/{needed.length}.{had === needed.length && ' Đủ giấy tờ rồi.'}
        </p>
      )}
      {list.groups.map(({ heading, papers }) => (
        <section key={heading} className="list-part">
          <h2>{heading}</h2>
          <ul className="ticks">{papers.map(row)}</ul>
        </section>
      ))}
      {list.perhaps.length > 0 && (
        <section className="list-part">
          <h2>Chỉ khi đúng trường hợp</h2>
          <ul className="ticks">{list.perhaps.map(row)}</ul>
        </section>
      )}
      {!isLasting && <p role="status">Máy này không cho lưu: dấu đánh chỉ giữ đến khi đóng trang.</p>}
      {ticked.length > 0 && (
        <div className="buttons no-print">
          <Button onClick={() => personalStorage.remove(name)}>Xóa các dấu đã đánh</Button>
        </div>
      )}
    </>
  )
}

interface PaperRowProps {
  paper: Paper
  isTicked: boolean
  onTick(id: string, isTicked: boolean): void
}

function PaperRow({ paper: { id, name, detail, note, when }, isTicked, onTick }: PaperRowProps) {
  return (
    <li>
      <label className="tick">
        <input type="checkbox" checked={isTicked} onChange={event => onTick(id, event.target.checked)} />
        <span className="tick-words">
          {when && <span>{when}:</span>}
          <strong>{name}</strong>
          {detail && <span>{detail}</span>}
          {note && <span className="tick-note">{note}</span>}
        </span>
      </label>
    </li>
  )
}

function readTicks(found: unknown): string[] {
  return Array.isArray(found) ? found.filter(one => typeof one === 'string') : []
}
