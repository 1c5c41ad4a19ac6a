/** Notices: written by leaders, agreed to by a second person, carried by the deliveries, read and answered by residents. */
import type {
  Advice,
  AnswersOfNotice,
  Door,
  DoorMark,
  DoorSheet,
  HouseImport,
  Inbox,
  InboxQuery,
  LinkVia,
  ManagedStarter,
  Notice,
  NoticeAnswer,
  NoticeCounts,
  NoticeDraft,
  NoticeEvent,
  NoticeFile,
  NoticeList,
  NoticePlan,
  NoticePreferences,
  NoticeQuestion,
  NoticeReply,
  NoticeSettings,
  NoticeStarter,
  PublicNotice,
  ResidentNotice,
  StarterWords,
  Submission,
} from '../../shared/notices/index.ts'
import type { Feature } from '../feature.ts'
import type { Principal } from '../platform/people/index.ts'
import { createAnswerSkill } from './answer-skill.ts'
import { answerQuestion, listAnswers, listReplies, openReplies } from './answers.ts'
import { approveNotice, giveBack, hadAHand, listWaiting, readForReview } from './approval.ts'
import { createAuthenticitySkill } from './authenticity-skill.ts'
import { actorOf } from './charge.ts'
import { adviseDraft, type Desk, readInCharge } from './desk.ts'
import {
  importHouses,
  listHouses,
  markDoors,
  readDoorSheet,
  readOwnHouse,
  requireAdministered,
  requireArea,
  writeOwnHouse,
} from './doors.ts'
import { composeNotice, discardNotice, draftCorrection, editNotice } from './drafting.ts'
import { takeFile } from './files.ts'
import { answerNotice, listInbox, markRead, readOwn, readWishes, writeWishes } from './inbox.ts'
import { createLeaderSkill } from './leader-skill.ts'
import { listInCharge, listSpokenFor, type NoticeQuery } from './list.ts'
import { readSettings, saveSettings } from './notice-settings.ts'
import { planNotice } from './planning.ts'
import { listPublic, readPublic } from './public.ts'
import { submitNotice } from './release.ts'
import { createNoticeRoutes } from './routes.ts'
import { runOccurrence, SCHEDULE_KIND } from './series.ts'
import {
  addStarter,
  editStarter,
  findOwnStarter,
  listStarters,
  manageStarters,
  restoreStarter,
  retireStarter,
} from './starters.ts'
import {
  cancelNotice,
  confirmLate,
  markPosted,
  pauseNotice,
  resendUnknown,
  resumeNotice,
  retryNotice,
} from './steering.ts'
import { createUpkeepTick } from './upkeep.ts'
import { toNotice } from './view.ts'
import { countNotice, readHistory } from './watch.ts'
import { withdrawNotice } from './withdrawal.ts'

type OfNotice = { id: string }
type AtVersion = OfNotice & { version: number }

/** Every operation refuses what is not in the caller's charge: `not_found` for what they may not know of, else `forbidden`. */
export interface NoticesFeature extends Feature {
  areas(caller: Principal): ReturnType<typeof listSpokenFor>
  list(caller: Principal, query: NoticeQuery): Promise<NoticeList>
  compose(caller: Principal, request: { requestKey: string; draft: NoticeDraft }): Promise<Notice>
  attach(request: { bytes: Uint8Array; name: string; alt: string }): Promise<NoticeFile>
  get(caller: Principal, id: string): Promise<Notice>
  edit(caller: Principal, request: AtVersion & { draft: NoticeDraft }): Promise<Notice>
  discard(caller: Principal, request: AtVersion): Promise<Notice>
  plan(caller: Principal, id: string): Promise<NoticePlan>
  submit(caller: Principal, request: Submission): Promise<Notice>
  withdraw(caller: Principal, request: AtVersion): Promise<Notice>
  confirmLate(caller: Principal, request: AtVersion): Promise<Notice>
  pause(caller: Principal, request: OfNotice): Promise<Notice>
  resume(caller: Principal, request: OfNotice): Promise<Notice>
  cancel(caller: Principal, request: OfNotice & { reason: string }): Promise<Notice>
  retry(caller: Principal, request: OfNotice): Promise<Notice>
  resendUnknown(caller: Principal, request: OfNotice): Promise<Notice>
  correct(caller: Principal, request: OfNotice & { requestKey: string }): Promise<Notice>
  counts(caller: Principal, id: string): Promise<NoticeCounts>
  history(caller: Principal, id: string): Promise<NoticeEvent[]>
  markPosted(caller: Principal, request: OfNotice): Promise<Notice>
  answers(caller: Principal, id: string): Promise<AnswersOfNotice>
  reply(caller: Principal, request: OfNotice & { question: string; text: string }): Promise<NoticeQuestion>
  doors(caller: Principal, request: OfNotice & { area: string }): Promise<DoorSheet>
  markDoors(
    caller: Principal,
    request: OfNotice & { area: string; marks: { house: string; mark: DoorMark | null }[] },
  ): Promise<DoorSheet>
  approvals: {
    list(caller: Principal): Promise<Notice[]>
    get(
      caller: Principal,
      id: string,
    ): Promise<{ notice: Notice; plan: NoticePlan; history: NoticeEvent[]; advice: Advice[] }>
    approve(caller: Principal, request: AtVersion): Promise<Notice>
    giveBack(caller: Principal, request: AtVersion & { reason: string }): Promise<Notice>
  }
  inbox: {
    list(personId: string, query: InboxQuery): Promise<Inbox>
    get(personId: string, id: string): Promise<ResidentNotice>
    markRead(personId: string, id: string): Promise<{ unread: number }>
    answer(personId: string, request: OfNotice & { answer: NoticeAnswer }): Promise<ResidentNotice>
    listReplies(personId: string): Promise<NoticeReply[]>
    /** @returns how many they had not read yet */
    openReplies(personId: string): Promise<number>
    readPreferences(personId: string): Promise<NoticePreferences>
    writePreferences(personId: string, wishes: NoticePreferences): Promise<NoticePreferences>
  }
  published: {
    list(area: string): Promise<PublicNotice[]>
    get(code: string, via: LinkVia | null): Promise<PublicNotice>
  }
  houses: {
    list(caller: Principal, area: string): Promise<Omit<Door, 'mark'>[]>
    import(caller: Principal, request: { area: string; text: string }): Promise<HouseImport>
  }
  ownHouse: {
    read(personId: string, area: string): Promise<{ area: string; house: string | null }>
    write(
      personId: string,
      request: { area: string; house: string | null },
    ): Promise<{ area: string; house: string | null }>
  }
  settings: {
    read(caller: Principal, area: string): Promise<NoticeSettings>
    write(caller: Principal, request: { area: string; settings: NoticeSettings }): Promise<NoticeSettings>
  }
  starters: {
    list(caller: Principal, area?: string): Promise<NoticeStarter[]>
    manage(caller: Principal, area: string): Promise<ManagedStarter[]>
    add(
      caller: Principal,
      request: { area: string; requestKey: string; words: StarterWords; replaces: string | null },
    ): Promise<ManagedStarter>
    edit(
      caller: Principal,
      request: { area: string; key: string; version: number; words: StarterWords },
    ): Promise<ManagedStarter>
    retire(caller: Principal, request: { area: string; key: string }): Promise<ManagedStarter>
    restore(caller: Principal, request: { area: string; key: string }): Promise<ManagedStarter>
  }
}

export function createNotices(desk: Desk): NoticesFeature {
  const { config, db, schedules } = desk.house
  const show = (caller: Principal) => (row: Parameters<typeof toNotice>[0]) => toNotice(row, caller, config.publicUrl)
  const forReview = (caller: Principal) => async (row: Parameters<typeof toNotice>[0]) =>
    toNotice(row, caller, config.publicUrl, {
      mayReview: true,
      hadAHand: caller.personId === null || (await hadAHand(db, row, actorOf(caller))),
    })
  const seen = (caller: Principal, id: string) => readInCharge(desk, caller, id)
  schedules.handle(SCHEDULE_KIND, (tx, run) => runOccurrence(desk, tx, run))

  return {
    name: 'notices',
    skills: [createAuthenticitySkill(desk), createAnswerSkill(desk), createLeaderSkill(desk)],
    routers: [createNoticeRoutes(desk)],
    ticks: [createUpkeepTick(desk)],
    areas: caller => listSpokenFor(desk, caller),
    list: async (caller, query) => {
      const { rows, hasMore } = await listInCharge(desk, caller, query)
      return { notices: rows.map(show(caller)), hasMore }
    },
    compose: (caller, request) => composeNotice(desk, caller, request).then(show(caller)),
    attach: request => takeFile(desk, request),
    get: (caller, id) => seen(caller, id).then(show(caller)),
    edit: (caller, request) => editNotice(desk, caller, request).then(show(caller)),
    discard: (caller, request) => discardNotice(desk, caller, request).then(show(caller)),
    plan: async (caller, id) => planNotice(desk, caller, await seen(caller, id)),
    submit: (caller, request) => submitNotice(desk, caller, request).then(show(caller)),
    withdraw: (caller, request) => withdrawNotice(desk, caller, request).then(show(caller)),
    confirmLate: (caller, request) => confirmLate(desk, caller, request).then(show(caller)),
    pause: (caller, request) => pauseNotice(desk, caller, request).then(show(caller)),
    resume: (caller, request) => resumeNotice(desk, caller, request).then(show(caller)),
    cancel: (caller, request) => cancelNotice(desk, caller, request).then(show(caller)),
    retry: (caller, request) => retryNotice(desk, caller, request).then(show(caller)),
    resendUnknown: (caller, request) => resendUnknown(desk, caller, request).then(show(caller)),
    correct: (caller, request) => draftCorrection(desk, caller, request).then(show(caller)),
    counts: async (caller, id) => countNotice(desk, await seen(caller, id)),
    history: async (caller, id) => readHistory(desk, await seen(caller, id)),
    markPosted: (caller, request) => markPosted(desk, caller, request).then(show(caller)),
    answers: async (caller, id) => listAnswers(desk, await seen(caller, id)),
    reply: (caller, request) => answerQuestion(desk, caller, request),
    doors: (caller, request) => readDoorSheet(desk, caller, request),
    markDoors: (caller, request) => markDoors(desk, caller, request),
    approvals: {
      list: async caller => Promise.all((await listWaiting(desk, caller)).map(forReview(caller))),
      async get(caller, id) {
        const row = await readForReview(desk, caller, id)
        return {
          notice: await forReview(caller)(row),
          plan: await planNotice(desk, caller, row),
          history: await readHistory(desk, row),
          advice: adviseDraft(desk, row.draft, await findOwnStarter(db, row.draft.template)),
        }
      },
      approve: (caller, request) => approveNotice(desk, caller, request).then(forReview(caller)),
      giveBack: (caller, request) => giveBack(desk, caller, request).then(forReview(caller)),
    },
    inbox: {
      list: (personId, query) => listInbox(desk, personId, query),
      get: (personId, id) => readOwn(desk, personId, id),
      markRead: (personId, id) => markRead(desk, personId, id),
      answer: (personId, request) => answerNotice(desk, personId, request),
      listReplies: personId => listReplies(db, personId),
      openReplies: personId => openReplies(db, personId, desk.house.clock.now()),
      readPreferences: personId => readWishes(desk, personId),
      writePreferences: (personId, wishes) => writeWishes(desk, personId, wishes),
    },
    published: {
      list: area => listPublic(desk, area),
      get: (code, via) => readPublic(desk, code, via),
    },
    houses: {
      list: (caller, area) => listHouses(desk, caller, area),
      import: (caller, request) => importHouses(desk, caller, request),
    },
    ownHouse: {
      read: async (personId, area) => ({ area, house: await readOwnHouse(desk, personId, area) }),
      async write(personId, request) {
        await writeOwnHouse(desk, personId, request)
        return { area: request.area, house: await readOwnHouse(desk, personId, request.area) }
      },
    },
    settings: {
      read: async (caller, area) => readSettings(db, (await requireArea(desk, caller, area)).id),
      async write(caller, { area: code, settings }) {
        const area = await requireAdministered(desk, caller, code)
        await saveSettings(desk, caller, area, settings)
        return readSettings(db, area.id)
      },
    },
    starters: {
      list: (caller, area) => listStarters(desk, caller, area),
      manage: (caller, area) => manageStarters(desk, caller, area),
      add: (caller, request) => addStarter(desk, caller, request),
      edit: (caller, request) => editStarter(desk, caller, request),
      retire: (caller, request) => retireStarter(desk, caller, request),
      restore: (caller, request) => restoreStarter(desk, caller, request),
    },
  }
}
