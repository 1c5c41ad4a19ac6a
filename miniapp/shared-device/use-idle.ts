/** Notices that nobody is there any more. */
import { useEffect, useRef, useState } from 'react'

const WARN_AFTER_MS = 150_000
const END_AFTER_MS = 180_000
const LOOK_EVERY_MS = 1000
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'scroll', 'touchstart', 'input'] as const

interface Idle {
  /** Until the end, once the warning is due; null: somebody is there. */
  secondsLeft: number | null
  /** Somebody says that they are there. */
  stay(): void
}

/** @param onEnd called once, three minutes after the last sign of life */
export function useIdle(onEnd: () => void): Idle {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
  const lastSign = useRef(Date.now())
  const end = useRef(onEnd)
  end.current = onEnd
  const isWarned = useRef(false)
  const stay = useRef(() => {
    lastSign.current = Date.now()
    isWarned.current = false
    setSecondsLeft(null)
  }).current

  useEffect(() => {
    let hasEnded = false
    const look = (): void => {
      const idleMs = Date.now() - lastSign.current
      // A machine that slept notices it on waking; one whose clock was set back starts anew.
      if (idleMs < 0) stay()
      else if (idleMs >= END_AFTER_MS && !hasEnded) {
        hasEnded = true
        end.current()
      } else if (idleMs >= WARN_AFTER_MS) {
        isWarned.current = true
        setSecondsLeft(Math.max(0, Math.ceil((END_AFTER_MS - idleMs) / 1000)))
      }
    }
    // Once the warning stands it wants an answer: a stray touch is none.
    const noteSign = (): void => {
      if (!isWarned.current) lastSign.current = Date.now()
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    document.addEventListener('visibilitychange', look)
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, noteSign, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, noteSign, { capture: true })
    }
  }, [stay])

  return { secondsLeft, stay }
}
