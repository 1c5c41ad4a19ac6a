/** News of the neighbourhood on the first page. What shows them is loaded only where somebody has a place or an account. */
import { lazy, Suspense } from 'react'
import { wasSignedIn } from '../../api/index.ts'
import { Row, Rows } from '../../ui/index.ts'
import { usePlaces } from '../mine/places.ts'

const NewestNotices = lazy(() => import('../notices/newest.tsx'))

export function NoticesSection() {
  const { places } = usePlaces()
  const isSomebody = places.length > 0 || wasSignedIn()
  return (
    <section aria-labelledby="newest">
      <h2 id="newest" className="section-title">
        Tin của tổ, của phường
      </h2>
      {isSomebody ? (
        <Suspense>
          <NewestNotices />
        </Suspense>
      ) : (
        <Rows>
          <Row to="/thong-bao" icon="bell" title="Thông báo của tổ" text="Họp tổ, cắt điện, cắt nước, tiêm chủng" />
        </Rows>
      )}
    </section>
  )
}
