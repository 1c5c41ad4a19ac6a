/** The words of a draft as they are typed: kept a moment after the last key, never over what somebody else has saved. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ApiError, api } from '../../api/index.ts'
import type { Clash } from './conflict.tsx'
import { type Kept, keptWords, type Words } from './kept-words.ts'
import type { Draft } from './words.ts'

const PAUSE_MS = 1200
const PASSES_BY_ITSELF = ['offline', 'timeout', 'unavailable']

export function useDraft(draft: Draft, onSaved: (is: boolean) => void) {
  const { id, baseRevision } = draft
  const kept = useState(() => keptWords.read(id))[0]
  const isCurrent = kept === null || kept.version === draft.version
  const [words, setWords] = useState<Words>(() => kept?.words ?? draft)
  const [error, setError] = useState<unknown>(null)
  const [clash, setClash] = useState<Clash | null>(() => (kept && !isCurrent ? clashOf(kept, draft) : null))
  const queries = useQueryClient()
  // What the server answers is not typed: it must not be saved again.
  const saved = useRef<Words | null>(kept ? null : words)
  /** What the typed words began from. */
  const base = useRef<Words>(kept?.base ?? draft)
  const version = useRef(draft.version)
  const latest = useRef(words)
  // One save after the other: a slow one is not overtaken by the next, which would take it for somebody else's.
  const turn = useRef(Promise.resolve())

  useEffect(() => {
    latest.current = words
    if (saved.current === words || clash) return
    onSaved(false)
    keptWords.write(id, { version: version.current, words, base: base.current })
    let timer = setTimeout(queue, PAUSE_MS)
    let isOver = false
    return () => {
      isOver = true
      clearTimeout(timer)
    }

    function queue() {
      turn.current = turn.current.then(save)
    }

    async function save() {
      const { content, effectiveFrom, effectiveUntil } = words
      try {
        const answer = await api.guides.save({
          ...{ id, version: version.current, baseRevision },
          ...{ content, effectiveFrom, effectiveUntil },
        })
        version.current = answer.version
        saved.current = words
        base.current = words
        setError(null)
        if (latest.current === words) keptWords.forget(id)
        else keptWords.write(id, { version: version.current, words: latest.current, base: words })
        await queries.invalidateQueries({ queryKey: ['guides'] })
        if (latest.current === words) onSaved(true)
      } catch (trouble) {
        const theirs = await readTheirs(trouble, draft.topic)
        if (theirs) return setClash({ base: base.current.content, mine: latest.current.content, theirs })
        setError(trouble)
        // The connection comes back by itself; what somebody else saved does not go away. Newer words have a turn of their own.
        if (!isOver && trouble instanceof ApiError && (PASSES_BY_ITSELF.includes(trouble.trouble) || isTaken(trouble)))
          timer = setTimeout(queue, 5 * PAUSE_MS)
      }
    }
  }, [words, clash, id, baseRevision, draft.topic, queries, onSaved])

  // Somebody else saved, and nothing is typed here that they could not have seen.
  useEffect(() => {
    if (draft.version <= version.current || saved.current !== latest.current) return
    version.current = draft.version
    saved.current = draft
    base.current = draft
    setWords(draft)
  }, [draft])

  return {
    words,
    error,
    clash,
    change: (next: Partial<Words>) => setWords({ ...latest.current, ...next }),
    /** @param isMine false: what was typed here is given up */
    settle(content: Draft['content'], isMine: boolean) {
      if (!clash) return
      const { theirs } = clash
      const next = isMine ? { ...words, content } : theirs
      version.current = theirs.version
      base.current = theirs
      saved.current = isMine ? null : next
      setClash(null)
      setWords(next)
      if (isMine) return
      keptWords.forget(id)
      onSaved(true)
    },
  }
}

function isTaken(trouble: unknown): boolean {
  return trouble instanceof ApiError && trouble.reason === 'changed_meanwhile'
}

/** What somebody else saved meanwhile; null: it was something else, or cannot be read now. */
async function readTheirs(trouble: unknown, key: string): Promise<Draft | null> {
  if (!isTaken(trouble)) return null
  const guide = await api.guides.get({ key }).catch(() => null)
  return guide?.draft?.state === 'draft' ? guide.draft : null
}

function clashOf({ base, words }: Kept, theirs: Draft): Clash {
  return { base: base.content, mine: words.content, theirs }
}
