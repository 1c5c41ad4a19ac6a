/** The frame of the app: every page of the list, and the bar below them. */
import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router-dom'
import { answers } from './api/index.ts'
import { barItems, pages } from './pages/index.ts'
import { NotFound } from './pages/not-found.tsx'
import { SharedDevice } from './shared-device/index.ts'
import { BottomBar, ErrorScreen, Loading } from './ui/index.ts'
import { place } from './zalo/index.ts'

export function App() {
  return (
    <ErrorScreen>
      <QueryClientProvider client={answers}>
        <BrowserRouter basename={place.basename}>
          <a className="skip-link" href="#main">
            Tới nội dung chính
          </a>
          <SharedDevice />
          <Suspense fallback={<Loading what="Đang mở…" />}>
            <Routes>
              {pages.map(({ path, Page }) => (
                <Route key={path} path={path} element={<Page />} />
              ))}
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Suspense>
          <BottomBar items={barItems} />
        </BrowserRouter>
      </QueryClientProvider>
    </ErrorScreen>
  )
}
