/** One page: its title for the phone, its heading for the ear, its top, and its own beginning after a tap. */
import { type ReactNode, useEffect, useRef } from 'react'
import { useNavigationType } from 'react-router-dom'
import { Header } from './header.tsx'

interface PageProps {
  /** In the phone's list of tabs, and in the bar at the top unless `bar` says something else. */
  title: string
  bar?: string
  hasBack?: boolean
  /** Stands in place of the bar. */
  top?: ReactNode
  children: ReactNode
}

let isFirst = true

export function Page({ title, bar = title, hasBack = true, top, children }: PageProps) {
  const main = useRef<HTMLElement>(null)
  const wayIn = useNavigationType()

  useEffect(() => {
    document.title = `${title} · Một Cửa`
  }, [title])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only on the way in
  useEffect(() => {
    const isStart = isFirst
    isFirst = false
    if (isStart || wayIn === 'POP') return
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [])

  return (
    <>
      {top ?? <Header title={bar} hasBack={hasBack} />}
      <main ref={main} id="main" className="page" tabIndex={-1} aria-label={title}>
        {children}
      </main>
    </>
  )
}
