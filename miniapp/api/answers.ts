/**
 * Answers of the server as React reads them: at once from the first page or from the phone, then from the network. A page
 * shows what it has; `isOld` tells that it could not be asked again.
 */
import { QueryClient, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { boot } from './boot.ts'
import { ApiError, api, type Trouble } from './client.ts'
import { setClock } from './clock.ts'
import { keep, readKept } from './kept-answers.ts'

export interface Answer<T> {
  data: T | undefined
  /** Null while there is something to show, or while it may still come. */
  trouble: Trouble | null
  /** When `data` was received, in milliseconds, where it is old and could not be renewed, or not yet; else null. */
  oldSince: number | null
  retry(): void
}

/** What was laid by on the phone. */
export interface Saved<T> {
  data: T
  /** When it was received, in milliseconds. */
  at: number
}

const FRESH_FOR_MS = 60_000
const MOST_RETRIES = 1
/** Whoever waits longer is shown what the phone has, and told that it is old. */
const PATIENCE_MS = 1500
/** Nobody knows when this was received, only that it is to be asked for again. */
const LONG_AGO = 1
const NEVER_OLD = 8.64e15

export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      // A phone that believes itself offline may be wrong: ask, and say what came of it.
      networkMode: 'always',
      retry: (count, error) => count < MOST_RETRIES && error instanceof ApiError && error.trouble === 'unavailable',
      refetchOnWindowFocus: false,
    },
  },
})

const madeAt = Date.parse(boot?.madeAt ?? '')

for (const { name, data } of boot?.answers ?? []) {
  // A page that a browser had laid by is shown at once and asked for again; so is one on a phone whose clock is wrong.
  const isNew = Math.abs(Date.now() - madeAt) < FRESH_FOR_MS
  answers.setQueryData(name, data, { updatedAt: boot?.isPreview ? NEVER_OLD : isNew ? Date.now() : LONG_AGO })
  if (!boot?.isPreview) keep(name, { data, at: Math.min(Date.now(), madeAt) })
}

export interface AnswerOptions<T> {
  /** False: do not ask yet. */
  isWanted?: boolean
  /** True for an answer that needs no asking again, however old. */
  isCurrent?(data: T): boolean
  /** Looks for what was laid by, where there is nothing to show and the answer fails or lets one wait. */
  findSaved?(): Promise<Saved<T> | null>
}

/**
 * @param name of the question; the same name is asked once. Public answers only: they are kept on the phone
 * @param ask gets a signal that fires when nobody waits any more
 */
export function useAnswer<T>(
  name: readonly string[],
  ask: (signal: AbortSignal) => Promise<T>,
  { isWanted = true, isCurrent = () => false, findSaved }: AnswerOptions<T> = {},
): Answer<T> {
  const query = useQuery<T>({
    queryKey: name,
    enabled: isWanted,
    staleTime: ({ state }) =>
      state.data !== undefined && isCurrent(state.data) ? Number.POSITIVE_INFINITY : FRESH_FOR_MS,
    queryFn: async ({ signal }) => {
      const asked = ask(signal)
      if (findSaved) await showSavedMeanwhile(name, asked, findSaved)
      const data = await asked
      keep(name, { data, at: Date.now() })
      return data
    },
    initialData: () => readKept(name)?.data as T | undefined,
    initialDataUpdatedAt: () => readKept(name)?.at,
  })
  const { error, dataUpdatedAt, isFetching } = query
  const trouble = error instanceof ApiError ? error.trouble : error ? 'unavailable' : null
  // What the ward has taken back is not shown from the phone.
  const data = trouble === 'not-found' ? undefined : query.data
  const isOld = data !== undefined && Date.now() - dataUpdatedAt > FRESH_FOR_MS
  const isSlow = useLasts(isOld && isFetching, PATIENCE_MS)
  return {
    data,
    trouble: data === undefined ? trouble : null,
    oldSince: data !== undefined && (trouble || isSlow) ? (dataUpdatedAt === LONG_AGO ? madeAt : dataUpdatedAt) : null,
    retry: () => void query.refetch(),
  }
}

async function showSavedMeanwhile<T>(
  name: readonly string[],
  asked: Promise<T>,
  findSaved: () => Promise<Saved<T> | null>,
): Promise<void> {
  const hasData = (): boolean => answers.getQueryData(name) !== undefined
  if (hasData()) return
  const isAnswered = await Promise.race([asked.then(() => true, isFinal), wait(PATIENCE_MS).then(() => false)])
  const saved = isAnswered ? null : await findSaved()
  if (saved && !hasData()) answers.setQueryData(name, saved.data, { updatedAt: saved.at })
}

/** "There is no such thing" is an answer. */
function isFinal(error: unknown): boolean {
  return error instanceof ApiError && error.trouble === 'not-found'
}

/** True once `isSo` has been true for as long as that. */
function useLasts(isSo: boolean, ms: number): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!isSo) return
    const timer = setTimeout(() => setLasts(true), ms)
    return () => {
      clearTimeout(timer)
      setLasts(false)
    }
  }, [isSo, ms])
  return isSo && lasts
}

function wait(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}

export type Ward = Awaited<ReturnType<typeof api.ward.read>>
export type Guide = Awaited<ReturnType<typeof api.procedures.get>>

/**
 * The address behind the QR of a guide: the permanent one, which the ward can lead elsewhere when the page moves.
 * @param page the address of a page of ours; one with a fragment says more than a printed code can and stays as it is
 * @returns null while it is being asked for; the page's own address where the server has no code for it
 */
export function useQrAddress(topic: string, page: string): string | null {
  // Asked for whichever case is on the screen: that it was asked tells nothing of anybody's answers.
  const { data, trouble } = useAnswer(['link', topic], signal => api.links.ofGuide({ topic }, { signal }))
  const { data: ward } = useWard()
  if (page.includes('#') || trouble) return page
  if (!data) return null
  // A practice ward has no address of its own: the phone beside it is where this one is.
  return ward?.isPractice ? new URL(`/q/${data.code}`, page).href : data.address
}

export function useWard(): Answer<Ward> {
  return useAnswer(['ward'], async signal => {
    const ward = await api.ward.read(undefined, { signal })
    setClock(ward.now)
    return ward
  })
}
