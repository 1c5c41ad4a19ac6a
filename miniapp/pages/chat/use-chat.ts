/** The conversation under way. */
import { useEffect, useRef, useState } from 'react'
import { ApiError, api, type Trouble } from '../../api/index.ts'
import {
  type Conversation,
  hear,
  keepConversation,
  nothingSaid,
  readConversation,
  say,
  unsentOf,
} from './conversation.ts'

export interface Chat extends Conversation {
  isWaiting: boolean
  /** Why the last words did not reach the ward; null: they did, or are on their way. */
  trouble: Trouble | null
  say(text: string): void
  /** Sends the last words again. */
  retry(): void
  clear(): void
}

export function useChat(): Chat {
  const [conversation, setConversation] = useState(readConversation)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isWaiting, setWaiting] = useState(false)
  const asking = useRef<AbortController | null>(null)

  const change = (next: Conversation): void => {
    keepConversation(next)
    setConversation(next)
  }

  const send = async (said: Conversation): Promise<void> => {
    const text = unsentOf(said)
    if (text === null) return
    const { signal } = startAsking()
    setTrouble(null)
    setWaiting(true)
    try {
      const reply = await ask(text, said.state, signal)
      if (!signal.aborted) change(hear(said, reply))
    } catch (error) {
      if (!signal.aborted) setTrouble(error instanceof ApiError ? error.trouble : 'unavailable')
    } finally {
      if (!signal.aborted) setWaiting(false)
    }
  }

  const startAsking = (): AbortController => {
    asking.current?.abort()
    asking.current = new AbortController()
    return asking.current
  }

  // Words that were on their way when the page was left are sent again on coming back; the server stored nothing of them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on the way in
  useEffect(() => {
    void send(conversation)
    return () => asking.current?.abort()
  }, [])

  return {
    ...conversation,
    isWaiting,
    trouble,
    say(text) {
      const said = say(conversation, text)
      change(said)
      void send(said)
    },
    retry: () => void send(conversation),
    clear() {
      asking.current?.abort()
      setWaiting(false)
      setTrouble(null)
      change(nothingSaid)
    },
  }
}

/** What an older version of the server handed out may be refused by a newer one: then the conversation begins anew. */
async function ask(text: string, state: string | null, signal: AbortSignal) {
  try {
    return await api.chat.say({ text, state }, { signal })
  } catch (error) {
    if (state === null || !(error instanceof ApiError) || error.trouble !== 'invalid') throw error
    return await api.chat.say({ text, state: null }, { signal })
  }
}
