/** Answers on their way: kept on this device until the server has them, sent one after the other, each counted once. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Api, ApiError, api } from '../../api/index.ts'

export type Answer = Parameters<Api['review']['answer']>[0]
export type Outcome = Awaited<ReturnType<Api['review']['answer']>> & { answer: Answer }

const PREFIX = 'mot-cua.review.'
const AGAIN_AFTER_MS = 4000

/** What passes by itself: the network, a server that is being started. All else is a refusal of this one answer. */
const PASSING = ['offline', 'timeout', 'unavailable', 'too-many', 'signed-out']

export interface Queue {
  waiting: number
  /** Why the first one has not gone yet; null: nothing is in the way. */
  trouble: ApiError | null
  /** Of the newest answer that arrived. */
  outcome: Outcome | null
  /** The newest that was refused, with the reason. */
  refused: { answer: Answer; error: ApiError } | null
  add(answer: Answer): void
  sendNow(): void
}

/** @param owner whose answers: a colleague at the same PC sends none of them */
export function useAnswerQueue(owner: string): Queue {
  const key = PREFIX + owner
  const [waiting, setWaiting] = useState(() => read(key).length)
  const [trouble, setTrouble] = useState<ApiError | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [refused, setRefused] = useState<Queue['refused']>(null)
  const isSending = useRef(false)

  const sendAll = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    try {
      for (let [first] = read(key); first; [first] = read(key)) {
        const answer = first
        try {
          setOutcome({ ...(await api.review.answer(answer)), answer })
        } catch (error) {
          const known = error instanceof ApiError ? error : new ApiError('unavailable')
          if (PASSING.includes(known.trouble)) return setTrouble(known)
          setRefused({ answer, error: known })
        }
        setTrouble(null)
        write(
          key,
          read(key).filter(({ requestKey }) => requestKey !== answer.requestKey),
        )
        setWaiting(read(key).length)
      }
    } finally {
      isSending.current = false
    }
  }, [key])

  useEffect(() => {
    void sendAll()
    const again = setInterval(() => void sendAll(), AGAIN_AFTER_MS)
    const online = () => void sendAll()
    window.addEventListener('online', online)
    return () => {
      clearInterval(again)
      window.removeEventListener('online', online)
    }
  }, [sendAll])

  return {
    waiting,
    trouble,
    outcome,
    refused,
    add(answer) {
      write(key, [...read(key), answer])
      setWaiting(read(key).length)
      setRefused(null)
      void sendAll()
    },
    sendNow: () => void sendAll(),
  }
}

function read(key: string): Answer[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? (kept as Answer[]) : []
  } catch {
    return []
  }
}

function write(key: string, answers: readonly Answer[]): void {
  if (answers.length === 0) localStorage.removeItem(key)
  else localStorage.setItem(key, JSON.stringify(answers))
}

/** What was answered here and has not arrived: it is not asked again. */
export function readWaiting(owner: string): Answer[] {
  return read(PREFIX + owner)
}
