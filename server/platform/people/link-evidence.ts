/**
 * Whether the account in the Mini App and an account at the OA are the same person: a pure reading of what is known.
 * Zalo's word of this moment comes before its earlier words, and both before a link that was handed out in the chat;
 * where they contradict each other nothing is believed.
 */

export type LinkRule = 'user_id_by_oa' | 'user_id_by_app' | 'one_time_link'

export interface LinkIdentity {
  id: string
  person_id: string
  kind: 'oa' | 'app' | 'staff'
  issuer: string
  external_id: string
  user_id_by_app: string | null
  link_rule: LinkRule | null
  disputed_at: Date | null
}

/** What was verified with Zalo a moment ago, and which chat the one-time link came from. */
export interface MiniAppVisit {
  appId: string
  oaId: string
  appUserId: string
  oaUserId: string | null
  chatPersonId: string | null
}

export type Verdict =
  /** Nothing new. */
  { kind: 'keep' } | { kind: 'link'; oa: LinkIdentity; rule: LinkRule } | { kind: 'contradiction' }

export interface Weighed {
  verdict: Verdict
  /** The one-time link is somebody else's: it is left aside. */
  isLinkRefused: boolean
}

/** @param known every identity of everybody the visit may be about */
export function weighLink(known: readonly LinkIdentity[], visit: MiniAppVisit): Weighed {
  const app = findAppIdentity(known, visit)
  const atOa = known.filter(({ kind, issuer }) => kind === 'oa' && issuer === visit.oaId)
  const linked = app && atOa.find(({ person_id }) => person_id === app.person_id)
  const chat = atOa.find(({ person_id }) => person_id === visit.chatPersonId)
  const about = { visit, known, app, atOa, linked }
  if (!chat) return { verdict: weighReports(about), isLinkRefused: false }
  if (isDenied(chat, visit) || isOthers(chat, about)) return { verdict: weighReports(about), isLinkRefused: true }
  return { verdict: weighChat(chat, about), isLinkRefused: false }
}

interface About {
  visit: MiniAppVisit
  known: readonly LinkIdentity[]
  app: LinkIdentity | undefined
  atOa: readonly LinkIdentity[]
  /** The account at the OA that the Mini App's is joined to so far. */
  linked: LinkIdentity | undefined
}

function weighChat(chat: LinkIdentity, { linked }: About): Verdict {
  if (linked === chat) return { kind: 'keep' }
  return linked ? { kind: 'contradiction' } : { kind: 'link', oa: chat, rule: 'one_time_link' }
}

/** What Zalo says by itself: now, with the token, and earlier, with the messages of the chat. */
function weighReports(about: About): Verdict {
  const { visit, app, atOa, linked } = about
  if (app?.disputed_at) return { kind: 'keep' }
  const told = atOa.find(({ external_id }) => external_id === visit.oaUserId)
  const reported = atOa.filter(({ user_id_by_app }) => user_id_by_app === visit.appUserId)
  const target = told ?? reported[0]
  // Whoever opened the link in their own chat has shown more than a number of the app can deny.
  const isProvenByHand = (oa: LinkIdentity): boolean => oa === linked && app?.link_rule === 'one_time_link'
  const reportsAnother = (oa: LinkIdentity): boolean =>
    oa.user_id_by_app !== null && oa.user_id_by_app !== visit.appUserId && !isProvenByHand(oa)
  const isContradicted =
    reported.length > 1 ||
    [...reported, ...(linked ? [linked] : [])].some(oa => isDenied(oa, visit)) ||
    [target, linked].some(oa => oa && (reportsAnother(oa) || isOthers(oa, about))) ||
    (linked !== undefined && target !== undefined && linked !== target)
  if (isContradicted) return { kind: 'contradiction' }
  if (!target || target === linked) return { kind: 'keep' }
  return { kind: 'link', oa: target, rule: told ? 'user_id_by_oa' : 'user_id_by_app' }
}

/** Zalo says at this moment that the person has another account at the OA. */
function isDenied({ external_id }: LinkIdentity, { oaUserId }: MiniAppVisit): boolean {
  return oaUserId !== null && external_id !== oaUserId
}

/** Another account in the Mini App belongs to the same person already. */
function isOthers({ person_id }: LinkIdentity, { known, visit }: About): boolean {
  return known.some(one => isOfApp(one, visit) && one.person_id === person_id && one.external_id !== visit.appUserId)
}

export function findAppIdentity(known: readonly LinkIdentity[], visit: MiniAppVisit): LinkIdentity | undefined {
  return known.find(one => isOfApp(one, visit) && one.external_id === visit.appUserId)
}

function isOfApp({ kind, issuer }: LinkIdentity, { appId }: MiniAppVisit): boolean {
  return kind === 'app' && issuer === appId
}
