/** Text that is still there after a reload: kept for this tab only, and gone when it is closed or used up. */
import { useEffect, useState } from 'react'

const PREFIX = 'mot-cua.kept.'

/** @returns the text, how to change it, and how to forget it */
export function useKeptText(key: string, initial = ''): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(PREFIX + key) ?? initial)
  useEffect(() => {
    if (text === initial) sessionStorage.removeItem(PREFIX + key)
    else sessionStorage.setItem(PREFIX + key, text)
  }, [key, text, initial])
  return [text, setText, () => setText(initial)]
}
