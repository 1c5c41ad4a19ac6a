/**
 * What is typed into the search. Only what shows it is drawn again with each key. It lives in the browser's history, so that
 * the way back from a guide leads to the same finds; it is never part of an address, so that no server reads it.
 */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'

export interface TypedText {
  read(): string
  write(text: string): void
  subscribe(listener: () => void): () => void
}

const REST_MS = 400

/** @returns the text, and whether the page is the search now */
export function useTypedText(): { typed: TypedText; isSearching: boolean } {
  const navigate = useNavigate()
  const { pathname, state } = useLocation()
  const isSearching = pathname === '/tim'
  const remembered: string = isSearching && typeof state?.text === 'string' ? state.text : ''
  const [typed] = useState(() => createTypedText(remembered))

  // biome-ignore lint/correctness/useExhaustiveDependencies: the way back and forth sets the text; typing does not
  useEffect(() => typed.write(remembered), [pathname])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const remember = (): void => navigate('/tim', { replace: isSearching, state: { text: typed.read() } })
    const stop = typed.subscribe(() => {
      clearTimeout(timer)
      if (typed.read() === remembered) return
      if (isSearching) timer = setTimeout(remember, REST_MS)
      else remember()
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [isSearching, remembered, typed, navigate])

  return { typed, isSearching }
}

export function useText(typed: TypedText): string {
  return useSyncExternalStore(typed.subscribe, typed.read)
}

function createTypedText(first: string): TypedText {
  let text = first
  const listeners = new Set<() => void>()
  return {
    read: () => text,
    write(next) {
      if (next === text) return
      text = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
