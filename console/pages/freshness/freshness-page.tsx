/** Xem lại: tasks, who keeps what, what is going to change, and dead links. */
import { SegmentedControl } from '@mantine/core'
import { useSearchParams } from 'react-router-dom'
import { mayOpen, useMe } from '../../api/index.ts'
import { Page } from '../../ui/index.ts'
import { Care } from './care.tsx'
import { Changes } from './changes.tsx'
import { Links } from './links.tsx'
import { OfficeChanges } from './office-changes.tsx'
import { Tasks } from './tasks.tsx'

const PARTS = [
  { value: 'viec', label: 'Việc chờ' },
  { value: 'nguoi-giu', label: 'Người giữ, ngày' },
  { value: 'lich', label: 'Sắp thay đổi' },
  { value: 'duong-dan', label: 'Đường dẫn' },
]

export default function FreshnessPage() {
  const [query, setQuery] = useSearchParams()
  const me = useMe()
  if (!me.data) return null
  const isEditor = mayOpen(me.data, 'editor')
  if (!me.data.keepsGuides)
    return (
      <Page
        title="Xem lại"
        about="Địa chỉ, điện thoại, giờ nhận của phường chờ người thứ hai duyệt. Hướng dẫn dùng chung do người giữ xem lại."
      >
        <OfficeChanges whenNone="Không có địa chỉ, giờ nhận nào chờ duyệt." />
      </Page>
    )
  const shown = query.get('phan') ?? (isEditor ? 'viec' : 'nguoi-giu')
  return (
    <Page title="Xem lại">
      <SegmentedControl
        aria-label="Phần"
        orientation={window.innerWidth < 520 ? 'vertical' : 'horizontal'}
        data={PARTS.filter(({ value }) => isEditor || value !== 'viec')}
        value={shown}
        onChange={part => setQuery({ phan: part }, { replace: true })}
      />
      {shown === 'viec' && isEditor && (
        <>
          <OfficeChanges />
          <Tasks />
        </>
      )}
      {shown === 'nguoi-giu' && <Care isReviewer={mayOpen(me.data, 'reviewer')} />}
      {shown === 'lich' && <Changes isEditor={isEditor} />}
      {shown === 'duong-dan' && <Links isEditor={isEditor} />}
    </Page>
  )
}
