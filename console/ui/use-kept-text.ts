/** Text that is still there after a reload: kept for this tab only, and gone when it is closed or used up. */
import { useEffect, useState } from 'react'

const PREFIX = 'mot-cua.kept.'

/** Several fields of one form, as `useKeptText` keeps one. @returns the values, how to change some, how to forget all */
export function useKeptFields<Fields extends object>(
  key: string,
  initial: Fields,
): [Fields, (changes: Partial<Fields>) => void, () => void] {
  const [text, setText, forget] = useKeptText(key)
  const fields = text === '' ? initial : { ...initial, ...(JSON.parse(text) as Partial<Fields>) }
  return [fields, changes => setText(JSON.stringify({ ...fields, ...changes })), forget]
}

/** @returns the text, how to change it, and how to forget it */
export function useKeptText(key: string, initial = ''): [string, (text: string) => void, () => void] {
  const [typed, setTyped] = useState(() => sessionStorage.getItem(PREFIX + key))
  useEffect(() => {
    if (typed === null) sessionStorage.removeItem(PREFIX + key)
    else sessionStorage.setItem(PREFIX + key, typed)
  }, [key, typed])
  return [
    typed ?? initial,
    text => setTyped(text === initial ? null : text),
    () => {
      // At once: what was saved often takes this form off the screen before an effect could run.
      sessionStorage.removeItem(PREFIX + key)
      setTyped(null)
    },
  ]
}
