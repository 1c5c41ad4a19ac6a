/** The last notices of the account, kept on this phone to be read without a network. Answers and questions are not kept. */
import { OF_ACCOUNT } from '../../api/index.ts'
import { personalStorage } from '../../zalo/index.ts'
import { isToForget, type OwnNotice } from './wire.ts'

const NAME = `${OF_ACCOUNT}inbox`
const MOST = 20

export interface KeptInbox {
  notices: OwnNotice[]
  /** When they were received, in milliseconds. */
  at: number
}

export function keepInbox(notices: readonly OwnNotice[], at: number): void {
  const bare = notices.slice(0, MOST).map(notice => ({ ...notice, attendance: null, questions: [] }))
  personalStorage.set(NAME, JSON.stringify({ notices: bare, at }))
}

export function readKeptInbox(): KeptInbox | null {
  try {
    const found: unknown = JSON.parse(personalStorage.get(NAME) ?? 'null')
    if (!isKept(found)) return null
    const notices = found.notices.filter(notice => !isToForget(notice))
    if (notices.length < found.notices.length) keepInbox(notices, found.at)
    return { ...found, notices }
  } catch {
    return null
  }
}

function isKept(value: unknown): value is KeptInbox {
  if (typeof value !== 'object' || value === null) return false
  const { notices, at } = value as Record<string, unknown>
  return (
    typeof at === 'number' && Array.isArray(notices) && notices.every(one => typeof one?.fields?.title === 'string')
  )
}
