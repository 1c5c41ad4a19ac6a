/**
 * What the console reads, derived from the contract: an operation that lists something and is neither called here nor named
 * with a reason is an error, so that a new list cannot be forgotten.
 */
import { z } from 'zod'
import { contract } from '../shared/contract.ts'
import type { Access, StaffRole } from '../shared/people.ts'
import { CITY, GUIDE, WARD } from './console-fill.ts'

/** One call of an operation. `as`: the role that signs in for it; the one that the operation asks for when left out. */
export interface Call {
  as?: StaffRole
  path?: Record<string, string>
  query?: string
}

export interface Read {
  name: string
  address: string
  as: StaffRole
}

/** Numbers that the database gave while it was filled. */
export interface Known {
  notice: string
  waitingNotice: string
  group: string
  case: string
  code: string
  day: string
}

const ofGuide = { path: { key: GUIDE } }
const ofWard = { path: { area: WARD } }
const HOOD = `${WARD}-to-1`

/** What lists nothing, or is read on the phone, and why nobody at the desk waits for it. */
const NOT_LISTS: Record<string, string> = {
  'audit.verify': 'reads the whole trail on purpose, when somebody presses a button',
  'handoffs.listOwn': 'of the resident’s phone: replies to one person',
  'notices.inbox.list': 'of the resident’s phone; measured by `notices`',
  'notices.inbox.get': 'of the resident’s phone',
  'notices.inbox.listReplies': 'of the resident’s phone: replies to one person',
  'notices.inbox.readPreferences': 'of the resident’s phone',
  'notices.ownHouse.read': 'of the resident’s phone',
  'notices.published.get': 'of the resident’s phone: one notice',
  'places.list': 'of the resident’s phone: the places of one person',
  'places.join': 'a change; answers with the places of one person',
  'places.rename': 'a change; answers with the places of one person',
  'places.leave': 'a change; answers with the places of one person',
  'privacy.read': 'of the resident’s phone: what is held about one person',
  'questions.figures.read': 'off until a ward shows its figures; the same counts as `questions.weeks`',
  'areas.split': 'a change; answers with the few areas that it made',
  'guides.addExample': 'a change; answers as `guides.listExamples` does',
  'guides.removeExample': 'a change; answers as `guides.listExamples` does',
  'review.decideOffice': 'a change; answers as `review.officeChanges` does',
  'freshness.confirm': 'a change; answers as `freshness.tasks` does',
  'freshness.addChange': 'a change; answers as `freshness.changes` does',
  'freshness.removeChange': 'a change; answers as `freshness.changes` does',
  'freshness.checkLinks': 'a change; answers as `freshness.links` does',
}

function callsOf(known: Known): Record<string, Call[]> {
  const ofNotice = { path: { id: known.notice } }
  return {
    'procedures.list': [{}],
    'procedures.get': [ofGuide],
    'recordings.list': [ofWard, { ...ofWard, query: 'page=9' }],
    'handoffs.list': [{}],
    'handoffs.get': [{ path: { id: known.case } }],
    'handoffs.readCanned': [ofWard],
    'guides.list': [
      {},
      { query: `after=${GUIDE}` },
      { query: 'find=khai%20sinh' },
      { query: 'category=ho-tich' },
      { query: 'isFlagged=true' },
      ...['open', 'submitted', 'draft', 'scheduled', 'published', 'retired', 'local'].map(state => ({
        query: `state=${state}`,
      })),
    ],
    'guides.names': [{}],
    'guides.get': [ofGuide],
    'guides.readRevision': [{ path: { key: GUIDE, revision: '5' } }],
    'guides.readAsOf': [{ ...ofGuide, query: `day=${known.day}` }],
    'guides.compare': [
      { ...ofGuide, query: 'from=5&to=10' },
      { ...ofGuide, query: 'from=10&to=draft' },
    ],
    'guides.listExamples': [ofGuide],
    'localParts.list': [{ ...ofGuide, as: 'administrator' }],
    'localParts.get': [{ path: { key: GUIDE, area: WARD } }],
    'review.areas': [{}],
    'review.next': [{ ...ofWard, query: 'size=10' }, { path: { area: CITY } }],
    'review.offices': [ofWard],
    'review.officeChanges': [{}],
    'laws.list': [{}, { query: 'page=3' }, { query: 'find=nghi%20dinh' }, { query: 'state=amended' }],
    'laws.get': [{ query: 'number=60/2014/QH13' }],
    'freshness.guides': [{}],
    'freshness.keepers': [{}],
    'freshness.tasks': [{}, { query: 'page=7' }],
    'freshness.changes': [{}],
    'freshness.links': [{}],
    'audit.list': [
      {},
      { query: 'before=25000' },
      { query: 'actor=C%C3%A1n%20b%E1%BB%99%207' },
      { query: 'action=link%20moved' },
      { query: `area=${WARD}` },
      { query: 'action=no%20such' },
      { query: `from=${known.day}&until=${known.day}` },
    ],
    'audit.choices': [{}],
    'questions.list': [
      {},
      { query: 'page=20' },
      { query: 'state=settled' },
      ...['unanswered', 'asked_back', 'thumbs_down', 'handed_over'].map(kind => ({ query: `kind=${kind}` })),
    ],
    'questions.get': [{ path: { id: known.group } }],
    'questions.weeks': [{}],
    'questions.examples.list': [{}, { query: 'state=proposed' }, { query: 'before=700' }],
    'questions.figures.readSetting': [ofWard],
    'notices.areas': [{}],
    'notices.list': [
      {},
      { query: 'before=200' },
      ...['draft', 'waiting', 'sent', 'cancelled', 'paused'].map(state => ({ query: `state=${state}` })),
      { query: `area=${HOOD}` },
    ],
    'notices.get': [ofNotice],
    'notices.plan': [ofNotice],
    'notices.counts': [ofNotice],
    'notices.history': [ofNotice],
    'notices.answers': [ofNotice],
    'notices.doors': [{ path: { ...ofNotice.path, area: HOOD } }],
    'notices.starters.list': [{}, { query: `area=${HOOD}` }],
    'notices.starters.manage': [ofWard],
    'notices.approvals.list': [{}],
    'notices.approvals.get': [{ path: { id: known.waitingNotice } }],
    'notices.published.list': [{ path: { area: HOOD } }],
    'notices.houses.list': [{ path: { area: HOOD } }],
    'notices.settings.read': [ofWard],
    'carrying.groups.list': [{}],
    'carrying.groups.assets': [{}],
    'carrying.templates.list': [{}],
    'carrying.rules.read': [ofWard],
    'office.readCalendar': [ofWard],
    'office.desk': [ofWard],
    'office.concerns': [{}],
    'areas.list': [{}],
    'areas.tree': [{}, { query: `below=${WARD}` }],
    'staff.me': [{}],
    'staff.listSessions': [{}],
    'staff.list': [{}],
    'staff.listInvitations': [{}],
    'staff.listTokens': [{}],
    'ward.read': [{}],
    'links.list': [{}, { query: 'page=5' }],
    'links.get': [{ path: { code: known.code } }],
    'links.ofGuide': [{ path: { topic: GUIDE } }],
    'health.read': [{}],
  }
}

interface Operation {
  name: string
  method: string
  path: string
  access: Access
  isList: boolean
}

/** @throws Error naming each list that is neither called nor left out with a reason */
export function listReads(known: Known): Read[] {
  const calls = callsOf(known)
  const lists = listOperations(contract).filter(({ isList }) => isList)
  const forgotten = lists.filter(({ name }) => !calls[name] && !NOT_LISTS[name])
  const gone = [...Object.keys(calls), ...Object.keys(NOT_LISTS)].filter(name => !lists.some(one => one.name === name))
  const twice = Object.keys(calls).filter(name => NOT_LISTS[name])
  if (forgotten.length + gone.length + twice.length > 0)
    throw new Error(
      `neither measured nor left out with a reason: ${forgotten.map(({ name }) => name).join(', ') || 'none'}; ` +
        `no operation of the contract that lists: ${gone.join(', ') || 'none'}; both: ${twice.join(', ') || 'none'}`,
    )
  return lists.flatMap(({ name, path, access }) =>
    (calls[name] ?? []).map(call => ({
      name: [name, ...(call.query ? [decodeURIComponent(call.query)] : [])].join(' '),
      address: `/api${path.replace(/\{(\w+)\}/g, (_, key: string) => call.path?.[key] ?? '')}${call.query ? `?${call.query}` : ''}`,
      as: call.as ?? (access === 'public' || access === 'resident' ? 'administrator' : access),
    })),
  )
}

/** Whatever is read, and whatever answers with rows. */
function listOperations(node: object, name = ''): Operation[] {
  if (!('~orpc' in node))
    return Object.entries(node).flatMap(([key, child]) =>
      listOperations(child as object, name ? `${name}.${key}` : key),
    )
  const { route, meta, outputSchema } = node['~orpc'] as {
    route: { method?: string; path?: string }
    meta: { access: Access }
    outputSchema?: z.ZodType
  }
  const hasRows =
    outputSchema instanceof z.ZodArray || (outputSchema instanceof z.ZodObject && 'hasMore' in outputSchema.shape)
  const isList = route.method === 'GET' || hasRows
  return [{ name, method: route.method ?? 'POST', path: route.path ?? '', access: meta.access, isList }]
}
