/** What a neighbourhood lets everybody read. Nothing about whoever reads it is sent. */
import { fold } from '../../../shared/language/index.ts'
import { Loading, OldNote, Rows, TroubleNote } from '../../ui/index.ts'
import type { Place } from '../mine/places.ts'
import { NoticeRow } from './notice-row.tsx'
import { useAreaNotices } from './public-notices.ts'
import type { PublicNotice } from './wire.ts'

export function AreaNotices({ place, search }: { place: Place; search: string }) {
  const { data, trouble, oldSince, retry } = useAreaNotices(place.code)
  const shown = data?.filter(notice => holds(notice, search))
  return (
    <section aria-label={`Tin của ${place.name}`}>
      <h2 className="section-title">
        {place.label} · {place.name}
      </h2>
      <OldNote since={oldSince} />
      {!data && !trouble && <Loading what="Đang mở thông báo…" />}
      {trouble && <TroubleNote trouble={trouble} retry={retry} />}
      {shown && shown.length > 0 && (
        <Rows label={`Tin của ${place.name}`}>
          {shown.map(notice => (
            <NoticeRow key={notice.code} notice={notice} />
          ))}
        </Rows>
      )}
      {shown?.length === 0 && (
        <p>{search.trim() === '' ? 'Hiện chưa có tin nào.' : `Chưa thấy tin nào có “${search.trim()}”.`}</p>
      )}
    </section>
  )
}

function holds({ fields, code, sender }: PublicNotice, search: string): boolean {
  const bare = (text: string): string => fold(text.normalize('NFC').toLowerCase())
  const text = bare([fields.title, fields.what, fields.place ?? '', sender, code].join(' '))
  return bare(search)
    .split(/\s+/)
    .every(word => text.includes(word))
}
