/** What every operation of the contract is called with, and the walk that finds them all. */
import { randomUUID } from 'node:crypto'
import { emptyCalendar } from '../../shared/calendars.ts'
import { sampleWard, starterTopics } from '../../shared/content/index.ts'
import { noFacts } from '../../shared/local-parts/index.ts'

/** A revision that no office has: whoever may edit is told that somebody else did. */
const OTHER = '0'.repeat(16)
const NOTICE = { id: '1' }
const GUIDE = { key: 'khai-sinh' }
const DRAFT = { id: '1' }
const LOCAL = { key: 'khai-sinh', area: 'phuong-mau' }
const HOOD = { area: 'phuong-mau-to-2' }
const REQUEST = '0b1c6d4e-5f60-4a7b-8c9d-0e1f2a3b4c5d'

const STARTER = {
  ...{ name: 'Họp chi hội', kind: 'meeting', title: 'Mời họp', what: 'Họp bàn: …', who: null, bring: null },
  ...{ urgency: 'ordinary', rsvp: 'none', asks: [], expiresAfterDays: 0 },
}

/** What an operation is called with where its path alone is not enough. */
export interface Call {
  path?: Record<string, string>
  query?: string
  /** Anew for each call where it can happen once only. */
  body?: unknown
  /** What it answers when that is not 200. */
  answers?: number
  /**
   * What a caller reads whose role is enough, but held for another ward or for a neighbourhood of this one. Left out for
   * what belongs to no area, and where the caller's own areas decide what is listed.
   */
  elsewhere?: 403 | 404
}

let count = 0
const once = (): string => {
  count += 1
  return `moi-${count}`
}
const form = (fields: Record<string, string>): FormData => {
  const filled = new FormData()
  for (const [name, value] of Object.entries(fields)) filled.set(name, value)
  filled.set('file', new File(['Mã,Tên'], 'to.csv'))
  return filled
}
/** A place inside the ward, beside the neighbourhood that the callers "below" hold. */
export const PLACE = 'phuong-mau-to-2'
export const PERSON = '00000000-0000-4000-8000-000000000001'
export const NEXT_PERSON = '00000000-0000-4000-8000-000000000002'
const ofPlace = { path: { area: PLACE }, elsewhere: 403 } as const
const ofPerson = { path: { person: PERSON }, elsewhere: 404 } as const
const role = { role: 'viewer', area: PLACE }

export const CALLS: Record<string, Call> = {
  'procedures.get': { path: { key: 'khai-sinh' } },
  'office.readCalendar': { path: { area: 'phuong-mau' } },
  'office.writeCalendar': {
    path: { area: 'phuong-mau' },
    body: { calendar: emptyCalendar, revision: OTHER },
    answers: 409,
    elsewhere: 403,
  },
  'office.writeHours': {
    path: { area: 'phuong-mau' },
    body: { hours: sampleWard.profile.openingHours, revision: OTHER },
    answers: 409,
    elsewhere: 403,
  },
  'office.desk': { path: { area: 'phuong-mau' }, elsewhere: 403 },
  'office.concerns': {},
  'chat.say': { body: { text: 'khai sinh cần gì', state: null } },
  'recordings.list': { path: { area: 'phuong-mau' }, elsewhere: 403 },
  // No recording: whoever is let in is told so.
  'recordings.attach': {
    path: { area: 'phuong-mau' },
    body: () => form({ topic: 'khai-sinh', revision: '1', section: 'whole' }),
    answers: 400,
    elsewhere: 403,
  },
  'recordings.remove': { path: { area: 'phuong-mau', id: '1' }, answers: 404, elsewhere: 403 },
  'session.start': { body: { accessToken: 'a-token-of-nobody' }, answers: 401 },
  'places.join': { body: { area: 'phuong-mau-to-1', label: 'Nhà mình' } },
  'places.rename': { path: { area: 'phuong-mau-to-1' }, body: { label: 'Nhà mình' }, answers: 404 },
  'places.leave': { path: { area: 'phuong-mau-to-1' } },
  'privacy.erase': { body: { confirm: true } },
  'links.get': { path: { code: '222222' }, answers: 404 },
  'links.create': {
    body: { area: 'phuong-mau', title: 'Nộp hồ sơ qua mạng', target: { kind: 'portal' }, why: 'thử quyền' },
    elsewhere: 403,
  },
  'links.move': { path: { code: '222222' }, body: { target: { kind: 'chat' }, why: 'thử quyền' }, answers: 404 },
  'links.retire': { path: { code: '222222' }, body: { instead: null, why: 'thử quyền' }, answers: 404 },
  'links.restore': { path: { code: '222222' }, body: { why: 'thử quyền' }, answers: 404 },
  'links.addPlace': { path: { code: '222222' }, body: { name: 'Bảng tin' }, answers: 404 },
  'links.takeDownPlace': { path: { code: '222222', number: '1' }, answers: 404 },
  'links.ofGuide': { path: { topic: 'khai-sinh' } },
  'notices.areas': {},
  'notices.compose': { body: {}, answers: 400 },
  'notices.attach': { body: {}, answers: 400 },
  'notices.edit': { path: NOTICE, body: {}, answers: 400 },
  ...Object.fromEntries(
    ['get', 'plan', 'pause', 'resume', 'counts', 'history', 'markPosted', 'answers'].map(name => [
      `notices.${name}`,
      { path: NOTICE, answers: 404 },
    ]),
  ),
  ...Object.fromEntries(
    ['discard', 'withdraw', 'confirmLate'].map(name => [
      `notices.${name}`,
      { path: NOTICE, body: { version: 1 }, answers: 404 },
    ]),
  ),
  'notices.submit': { path: NOTICE, body: { version: 1, isConfirmed: false, isAlone: false }, answers: 404 },
  'notices.cancel': { path: NOTICE, body: { reason: 'thử xem' }, answers: 404 },
  'notices.resendUnknown': { path: NOTICE, answers: 404 },
  'notices.retry': { path: NOTICE, body: { requestKey: REQUEST }, answers: 404 },
  'notices.correct': { path: NOTICE, body: { requestKey: REQUEST }, answers: 404 },
  'notices.reply': { path: { ...NOTICE, question: '1' }, body: { text: 'vâng' }, answers: 404 },
  'notices.doors': { path: { ...NOTICE, ...HOOD }, answers: 404 },
  'notices.markDoors': { path: { ...NOTICE, ...HOOD }, body: { marks: [] }, answers: 404 },
  'notices.approvals.get': { path: NOTICE, answers: 404 },
  'notices.approvals.approve': { path: NOTICE, body: { version: 1 }, answers: 404 },
  'notices.approvals.giveBack': { path: NOTICE, body: { version: 1, reason: 'thử xem' }, answers: 404 },
  'notices.inbox.get': { path: NOTICE, answers: 404 },
  'notices.inbox.markRead': { path: NOTICE, answers: 404 },
  'notices.inbox.answer': { path: NOTICE, body: { answer: { kind: 'question', text: 'mấy giờ' } }, answers: 404 },
  'notices.inbox.writePreferences': { body: { push: true, mutedKinds: [], quiet: null, notifications: false } },
  'notices.published.list': { path: HOOD },
  'notices.published.get': { path: { code: 'TB-ZZZZZ' }, answers: 404 },
  'notices.houses.list': { path: HOOD, elsewhere: 403 },
  'notices.houses.import': { path: HOOD, body: { text: '12/5' }, elsewhere: 403 },
  'notices.ownHouse.read': { path: HOOD },
  'notices.ownHouse.write': { path: HOOD, body: { house: null }, answers: 404 },
  'notices.settings.read': { path: HOOD, elsewhere: 403 },
  'notices.settings.write': { path: HOOD, body: { settings: { approval: 'always' } }, elsewhere: 403 },
  // In place of one that is not there; other words for one that was shipped.
  'notices.starters.add': {
    path: HOOD,
    body: { requestKey: REQUEST, words: STARTER, replaces: 'khong-co' },
    answers: 409,
    elsewhere: 403,
  },
  'notices.starters.edit': {
    path: { ...HOOD, key: 'hop-to' },
    body: { version: 1, words: STARTER },
    answers: 409,
    elsewhere: 403,
  },
  'notices.starters.manage': { path: HOOD, elsewhere: 403 },
  'notices.starters.retire': { path: { ...HOOD, key: 'hop-to' }, elsewhere: 403 },
  'notices.starters.restore': { path: { ...HOOD, key: 'hop-to' }, elsewhere: 403 },
  'carrying.groups.list': { elsewhere: 403 },
  'carrying.groups.assets': { elsewhere: 403 },
  'carrying.groups.link': { path: { group: '1' }, body: HOOD, answers: 404, elsewhere: 403 },
  'carrying.groups.unlink': { path: { group: '1' }, answers: 404, elsewhere: 403 },
  'carrying.templates.list': { elsewhere: 403 },
  'carrying.templates.link': {
    path: { area: 'phuong-mau', template: '1' },
    body: { params: {}, kinds: [], perMonth: 1 },
    answers: 404,
    elsewhere: 403,
  },
  'carrying.templates.unlink': { path: { area: 'phuong-mau', template: '1' }, answers: 404, elsewhere: 403 },
  'carrying.rules.read': { path: { area: 'phuong-mau' }, elsewhere: 403 },
  'carrying.rules.write': {
    path: { area: 'phuong-mau' },
    body: {
      rules: { channels: ['oa_message'], quiet: null, paidPerMonth: 0, templatesPerMonth: 0, articlesPerMonth: 0 },
    },
    elsewhere: 403,
  },
  'carrying.rules.drop': { path: { area: 'phuong-mau' }, elsewhere: 403 },
  'questions.get': { path: { id: '1' }, elsewhere: 404 },
  'questions.propose': {
    path: { id: '1' },
    body: { topic: 'khong-co', wording: 'xin nuôi chó' },
    answers: 400,
    elsewhere: 404,
  },
  'questions.settle': { path: { id: '1' }, body: { as: 'seen' }, elsewhere: 404 },
  'questions.reopen': { path: { id: '1' }, body: {}, elsewhere: 404 },
  // Declined already.
  'questions.examples.accept': { path: { id: '1' }, body: {}, answers: 409, elsewhere: 404 },
  'questions.examples.decline': { path: { id: '1' }, body: {}, answers: 409, elsewhere: 404 },
  'questions.examples.retire': { path: { id: '1' }, body: {}, answers: 409, elsewhere: 404 },
  'questions.figures.read': { answers: 404 },
  'questions.figures.readSetting': { path: { area: 'phuong-mau' }, elsewhere: 403 },
  // It stays off: what is public is the same before and after.
  'questions.figures.writeSetting': { path: { area: 'phuong-mau' }, body: { isOn: false }, elsewhere: 403 },
  // The second case is closed: whoever may act on it is told so.
  'handoffs.claim': { path: { id: '2' }, body: {}, answers: 409, elsewhere: 404 },
  'handoffs.release': { path: { id: '2' }, body: {}, answers: 409, elsewhere: 404 },
  'handoffs.reply': {
    path: { id: '2' },
    body: { text: 'Chào bác', requestKey: REQUEST },
    answers: 409,
    elsewhere: 404,
  },
  'handoffs.addNote': { path: { id: '1' }, body: { text: 'đã gọi' }, elsewhere: 404 },
  'handoffs.readCanned': { path: { area: 'phuong-mau' }, elsewhere: 403 },
  'handoffs.writeCanned': { path: { area: 'phuong-mau' }, body: { replies: [] }, elsewhere: 403 },
  'handoffs.get': { path: { id: '1' }, elsewhere: 404 },
  'handoffs.close': { path: { id: '2' }, body: { outcome: 'answered' }, answers: 409, elsewhere: 404 },
  'areas.add': {
    path: { area: 'phuong-mau' },
    body: () => ({ code: once(), name: 'Tổ mới' }),
    elsewhere: 403,
  },
  'areas.rename': { ...ofPlace, body: { name: 'Tổ dân phố 2' } },
  'areas.writeNames': { ...ofPlace, body: { names: [] } },
  'areas.merge': { ...ofPlace, body: { others: ['khong-co'] }, answers: 404 },
  'areas.split': {
    ...ofPlace,
    body: () => ({ name: 'Tổ dân phố 2', parts: [{ code: once(), name: 'Tổ tách', names: [] }] }),
  },
  'areas.retire': { path: { area: 'phuong-mau' }, answers: 409, elsewhere: 403 },
  'areas.import': { path: { area: 'phuong-mau' }, body: () => form({ isRehearsal: 'true' }), elsewhere: 403 },
  'staff.readInvitation': { body: { code: 'a'.repeat(32) }, answers: 404 },
  'staff.accept': { body: { code: 'a'.repeat(32), password: 'một hai ba bốn năm' }, answers: 404 },
  // Theirs is a cookie of the console: a token is nobody's session.
  'staff.listSessions': { answers: 401 },
  'staff.endSession': { path: { id: PERSON }, answers: 401 },
  'staff.endOtherSessions': { answers: 401 },
  'staff.replaceTotp': { body: { password: 'x', code: '000000' }, answers: 401 },
  'staff.invite': { body: { name: 'Người Mới', ...role }, elsewhere: 403 },
  'staff.revokeInvitation': { path: { id: '999999' }, answers: 404 },
  'staff.grantRole': { path: { person: PERSON }, body: role, elsewhere: 403 },
  'staff.revokeRole': { path: { person: PERSON }, body: role, elsewhere: 403 },
  'staff.deactivate': { path: { person: NEXT_PERSON }, elsewhere: 404 },
  'staff.reactivate': { path: { person: NEXT_PERSON }, elsewhere: 404 },
  'staff.resetAccess': ofPerson,
  'staff.handOver': { path: { person: NEXT_PERSON }, body: { to: PERSON }, elsewhere: 404 },
  'staff.createToken': { body: { label: 'Phần mềm khác', ...role }, elsewhere: 403 },
  'staff.endToken': { path: { id: '999999' }, answers: 404 },
  // In force, and so for everybody to read; what is being written is not shown there (tests/review.test.ts).
  'guides.list': {},
  'guides.names': {},
  'guides.get': { path: GUIDE },
  'guides.readRevision': { path: { ...GUIDE, revision: '1' }, elsewhere: 403 },
  'guides.readAsOf': { path: GUIDE, query: 'day=2026-11-24', elsewhere: 403 },
  'guides.compare': { path: GUIDE, query: 'from=1&to=1', elsewhere: 403 },
  'guides.preview': { path: DRAFT, answers: 404, elsewhere: 403 },
  'guides.tryOut': { path: DRAFT, body: { text: 'khai sinh' }, answers: 404, elsewhere: 403 },
  // A sheet without the columns of guides: whoever is let in is told so.
  'packs.import': { body: () => form({ isRehearsal: 'true' }), answers: 400, elsewhere: 403 },
  'guides.create': {
    body: { key: 'x', kind: 'information', title: 'Thử quyền', category: 'khong-co' },
    answers: 400,
    elsewhere: 403,
  },
  'guides.start': { path: { key: 'khong-co' }, body: { from: null }, answers: 404, elsewhere: 403 },
  'guides.save': {
    path: DRAFT,
    body: { version: 1, content: starterTopics[0], effectiveFrom: null, effectiveUntil: null, baseRevision: 1 },
    answers: 404,
    elsewhere: 403,
  },
  ...Object.fromEntries(
    ['discard', 'submit', 'giveBack'].map(name => [
      `guides.${name}`,
      { path: DRAFT, body: { version: 1, why: 'thử quyền' }, answers: 404, elsewhere: 403 },
    ]),
  ),
  'guides.approve': { path: DRAFT, body: { version: 1, why: null, isAlone: false }, answers: 404, elsewhere: 403 },
  'guides.retire': {
    path: { key: 'khong-co' },
    body: { revision: 1, why: 'thử quyền' },
    answers: 404,
    elsewhere: 403,
  },
  'guides.present': { path: GUIDE, body: { isLeaving: true }, elsewhere: 403 },
  'guides.check': { path: DRAFT, answers: 404, elsewhere: 403 },
  'guides.listExamples': { path: GUIDE, elsewhere: 403 },
  'guides.addExample': {
    path: { key: 'khong-co' },
    body: { asked: { kind: 'question', text: 'thử quyền' }, target: null },
    answers: 404,
    elsewhere: 403,
  },
  'guides.removeExample': { path: { ...GUIDE, id: '1' }, body: { why: 'thử quyền' }, answers: 404, elsewhere: 403 },
  'localParts.list': { path: GUIDE },
  'localParts.get': { path: LOCAL, elsewhere: 403 },
  'localParts.save': { path: LOCAL, body: { facts: noFacts, version: 7 }, answers: 409, elsewhere: 403 },
  ...Object.fromEntries(
    ['submit', 'discard', 'giveBack', 'approve'].map(name => [
      `localParts.${name}`,
      { path: LOCAL, body: { version: 1, why: 'thử quyền' }, answers: 409, elsewhere: 403 },
    ]),
  ),
  'review.next': { path: { area: 'phuong-mau' }, elsewhere: 403 },
  // No such fact: whoever may answer is told so.
  'review.answer': {
    path: { area: 'phuong-mau' },
    body: () => ({
      requestKey: randomUUID(),
      ...{ topic: 'khai-sinh', item: 'fee', fact: 'không có', answer: 'right', correction: null, amount: null },
    }),
    answers: 409,
    elsewhere: 403,
  },
  'review.offices': { path: { area: 'phuong-mau' }, elsewhere: 403 },
  'review.decideOffice': {
    path: { id: '999999' },
    body: { isAgreed: false, why: 'thử quyền' },
    answers: 404,
    elsewhere: 404,
  },
  'laws.list': { elsewhere: 403 },
  'laws.get': { query: 'number=60/2014/QH13', elsewhere: 403 },
  'laws.mark': {
    body: { number: '0/0000/KHÔNG', state: 'amended', since: '2026-11-24', note: 'thử quyền' },
    answers: 404,
    elsewhere: 403,
  },
  'laws.add': { body: { number: '68/2020/QH14', title: 'Luật Cư trú', url: null }, answers: 409, elsewhere: 403 },
  'freshness.guides': { elsewhere: 403 },
  'freshness.keepers': { elsewhere: 403 },
  'freshness.setCare': {
    path: { key: 'khong-co' },
    body: { person: null, reviewOn: null, withholdOn: null },
    answers: 404,
    elsewhere: 403,
  },
  'freshness.tasks': { elsewhere: 403 },
  'freshness.confirm': { path: { id: '999999' }, body: { why: 'thử quyền' }, answers: 404, elsewhere: 403 },
  'freshness.changes': { elsewhere: 403 },
  'freshness.addChange': {
    body: { day: '2027-07-01', text: 'thử quyền', topics: ['khong-co'] },
    answers: 400,
    elsewhere: 403,
  },
  'freshness.removeChange': { path: { id: '999999' }, body: { why: 'thử quyền' }, answers: 404, elsewhere: 403 },
  'freshness.links': { elsewhere: 403 },
  'freshness.checkLinks': { answers: 409, elsewhere: 403 },
  'guides.markSeen': { path: { key: 'khong-co', revision: '1' }, body: { why: null }, answers: 404, elsewhere: 403 },
}
