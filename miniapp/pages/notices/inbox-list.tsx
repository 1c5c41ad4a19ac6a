import { Button, Empty, Loading, OldNote, Rows, TroubleNote } from '../../ui/index.ts'
import type { Place } from '../mine/places.ts'
import { NoticeRow } from './notice-row.tsx'
import { everything, type InboxFilter, type InboxView } from './use-inbox.ts'

interface InboxListProps {
  inbox: InboxView
  filter: InboxFilter
  places: readonly Place[]
  onFilter(filter: InboxFilter): void
}

export function InboxList({ inbox, filter, places, onFilter }: InboxListProps) {
  const { notices, unread, trouble, oldSince, showMore, retry } = inbox
  return (
    <>
      <OldNote since={oldSince} />
      {oldSince === null && <Filters filter={filter} places={places} unread={unread} onFilter={onFilter} />}
      {trouble && !notices && <TroubleNote trouble={trouble} retry={retry} />}
      {!trouble && !notices && <Loading what="Đang mở thông báo…" />}
      {notices && notices.length === 0 && <Nothing filter={filter} onFilter={onFilter} />}
      {notices && notices.length > 0 && (
        <Rows label="Các thông báo">
          {notices.map(notice => (
            <NoticeRow key={notice.id} notice={notice} isNew={!notice.isRead && oldSince === null} />
          ))}
        </Rows>
      )}
      {showMore && (
        <div className="buttons">
          <Button onClick={showMore}>Xem tin cũ hơn</Button>
        </div>
      )}
    </>
  )
}

function Filters({ filter, places, unread, onFilter }: Omit<InboxListProps, 'inbox'> & { unread: number }) {
  return (
    <div className="tin-filters">
      <fieldset className="tin-chips">
        <legend className="visually-hidden">Tin nào</legend>
        <Chip isOn={!filter.isUnread} onPress={() => onFilter({ ...filter, isUnread: false })}>
          Tất cả
        </Chip>
        <Chip isOn={filter.isUnread} onPress={() => onFilter({ ...filter, isUnread: true })}>
          {unread > 0 ? `Chưa đọc (${unread})` : 'Chưa đọc'}
        </Chip>
      </fieldset>
      {places.length > 1 && (
        <fieldset className="tin-chips">
          <legend className="visually-hidden">Của nơi nào</legend>
          <Chip isOn={filter.area === null} onPress={() => onFilter({ ...filter, area: null })}>
            Mọi nơi
          </Chip>
          {places.map(({ code, label }) => (
            <Chip key={code} isOn={filter.area === code} onPress={() => onFilter({ ...filter, area: code })}>
              {label}
            </Chip>
          ))}
        </fieldset>
      )}
    </div>
  )
}

export function Chip({ isOn, onPress, children }: { isOn: boolean; onPress(): void; children: string }) {
  return (
    <button type="button" className="tin-chip" aria-pressed={isOn} onClick={onPress}>
      {children}
    </button>
  )
}

function Nothing({ filter, onFilter }: Pick<InboxListProps, 'filter' | 'onFilter'>) {
  if (filter.search !== '')
    return (
      <Empty title={`Chưa thấy tin nào có “${filter.search}”`}>
        <p>Thử ít chữ hơn, có dấu hay không dấu đều được.</p>
      </Empty>
    )
  if (filter.isUnread || filter.area !== null)
    return (
      <Empty title={filter.isUnread ? 'Đã đọc hết' : 'Nơi này chưa có tin'}>
        <Button onClick={() => onFilter(everything)}>Xem tất cả tin</Button>
      </Empty>
    )
  return (
    <Empty title="Chưa có tin nào">
      <p>Tin của tổ và của phường sẽ nằm ở đây, kể cả khi Zalo không báo.</p>
    </Empty>
  )
}
