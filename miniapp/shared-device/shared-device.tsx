/** Nothing on an ordinary phone; on a shared machine the bar that ends a visit. */
import { lazy, Suspense } from 'react'
import { isSharedDevice } from './switch.ts'

const SharedBar = lazy(() => import('./shared-bar.tsx'))

export function SharedDevice() {
  if (!isSharedDevice) return null
  return (
    <Suspense>
      <SharedBar />
    </Suspense>
  )
}
