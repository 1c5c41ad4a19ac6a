/** The desk: who is not signed in yet sees one of three doors; everybody else the frame and the pages they may open. */
import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { BrowserRouter, Route, Routes, useLocation } from 'react-router-dom'
import { ApiError, auth, ME, type Me, mayOpen, useMe } from './api/index.ts'
import { pages } from './pages/index.ts'
import { NotFound } from './pages/not-found.tsx'
import { partMenu } from './pages/sections.ts'
import { InvitationPage } from './pages/sign-in/invitation-page.tsx'
import { SetUpPhonePage } from './pages/sign-in/set-up-phone-page.tsx'
import { SignInPage } from './pages/sign-in/sign-in-page.tsx'
import { ErrorScreen, Shell, Trouble, Waiting } from './ui/index.ts'

const client = new QueryClient({
  defaultOptions: {
    // Without a network a call fails at once and says so, instead of waiting in silence.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 15_000,
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.trouble !== 'unavailable'),
    },
  },
})
// Whoever finds that the session has ended is led back to the sign-in; what was typed is still in this tab afterwards.
function askWhoIsThere(error: unknown): void {
  if (error instanceof ApiError && error.trouble === 'signed-out') void client.invalidateQueries({ queryKey: ME })
}
client.getQueryCache().subscribe(({ query }) => {
  if (query.queryKey[0] !== ME[0]) askWhoIsThere(query.state.error)
})
client.getMutationCache().subscribe(event => {
  // A wrong code at the sign-in is no end of anything.
  if (event.type !== 'updated' || client.getQueryData<Me>(ME)?.state !== 'signed_in') return
  if (event.action.type === 'error') askWhoIsThere(event.action.error)
})

export function App() {
  return (
    <QueryClientProvider client={client}>
      <BrowserRouter basename="/console">
        <Routes>
          <Route path="/loi-moi" element={<InvitationPage />} />
          <Route path="*" element={<Desk />} />
        </Routes>
      </BrowserRouter>
    </QueryClientProvider>
  )
}

function Desk() {
  const me = useMe()
  const queries = useQueryClient()
  const { pathname } = useLocation()
  // Whatever the server says meanwhile, the codes that are shown only once stay until they are put away.
  const [isKeepingCodes, setKeepingCodes] = useState(false)
  async function signOut() {
    await auth.signOut().catch(() => undefined)
    sessionStorage.clear()
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] })
    await queries.invalidateQueries({ queryKey: ME })
  }
  const who = me.data
  if (!who) return me.isError ? <Trouble error={me.error} onRetry={() => void me.refetch()} /> : <Waiting />
  if (who.state === 'needs_totp' || isKeepingCodes)
    return <SetUpPhonePage onSignOut={signOut} onKeeping={setKeepingCodes} />
  if (who.state === 'signed_out') return <SignInPage />
  const open = pages.filter(({ access, isForKeepers }) => mayOpen(who, access) && (!isForKeepers || who.keepsGuides))
  return (
    <Shell me={who} menu={partMenu(open)} onSignOut={() => void signOut()}>
      <ErrorScreen key={pathname}>
        <Suspense fallback={<Waiting />}>
          <Routes>
            {open.map(({ path, Page }) => (
              <Route key={path} path={path} element={<Page />} />
            ))}
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </ErrorScreen>
    </Shell>
  )
}
