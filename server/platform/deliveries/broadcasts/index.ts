/** One message to many people: planned, written down, pushed at the permitted pace, counted honestly. */
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Logger } from 'pino'
import type { BroadcastPlan, BroadcastReport, RecipientCounts } from '../../../../shared/broadcasts.ts'
import type { HealthItem } from '../../../../shared/health.ts'
import type { Clock } from '../../../clock.ts'
import { createLoop, type Loop, type Tick } from '../../jobs/index.ts'
import type { Database, Tables } from '../../storage/index.ts'
import { DEFAULT_TIMING, type DeliveryTiming } from '../delivery.ts'
import type { BroadcastChannels, NewBroadcast } from './broadcast.ts'
import {
  cancelBroadcast,
  createBroadcast,
  pauseBroadcast,
  resendUnknown,
  resumeBroadcast,
  resumeWithQuota,
  retryFailed,
} from './desk.ts'
import { expandPage } from './expansion.ts'
import { type ReadGroupMembers, refreshGroupMembers } from './groups.ts'
import { countUnread, type InboxItem, listInbox, markOpened } from './inbox.ts'
import { type PlannedBroadcast, planBroadcast } from './plan.ts'
import { readPolicy } from './policy.ts'
import { createPushReconciler } from './reconcile.ts'
import { countByArea, findMiscounted, reportBroadcast } from './report.ts'
import { createPushSender } from './sender.ts'
import type { ReadChannels } from './setting.ts'
import { dropDetails, finish, noteAwake, settleGrouped, startDue, sweep, WOKE_LATE } from './upkeep.ts'

/** Who does something to a broadcast: an id for the audit, no name. */
export interface By {
  id: string
  actor: string
}

export interface Broadcasts {
  /** What would happen; changes nothing. */
  plan(request: PlannedBroadcast): Promise<BroadcastPlan>
  /** Inside the caller's transaction; call `nudge` after its commit. See `createBroadcast`. */
  create(tx: Transaction<Tables>, draft: NewBroadcast): Promise<{ id: string; isNew: boolean }>
  /** True when this call changed something; false when it was not in a state to. Effective within one message a slot. */
  pause(by: By, reason: string): Promise<boolean>
  resume(by: By): Promise<boolean>
  cancel(by: By, reason: string): Promise<boolean>
  /** @returns how many people are tried again: only those whose push failed */
  retryFailed(by: By, options?: { includePermanent?: boolean }): Promise<number>
  /** A person takes the risk that some get it twice. @returns how many */
  resendUnknown(by: By): Promise<number>
  /** @returns null when there is no such broadcast */
  report(id: string): Promise<BroadcastReport | null>
  countByArea(id: string): Promise<{ areaId: string; counts: RecipientCounts; opened: number }[]>
  inbox(personId: string, page: { before?: string | null; limit: number }): Promise<InboxItem[]>
  countUnread(personId: string): Promise<number>
  markOpened(personId: string, broadcastId: string): Promise<boolean>
  nudge(): void
  /** Written down and put into inboxes always; pushed only where the OA may send. */
  start(): void
  stop(): Promise<void>
  ticks: Tick[]
  health: () => Promise<HealthItem[]>
}

export interface BroadcastParts {
  db: Database
  channels: BroadcastChannels
  readChannels: ReadChannels
  readGroupMembers: ReadGroupMembers
  clock: Clock
  log: Logger
  timing?: DeliveryTiming
  slots?: number
  /** False: nothing leaves the house, everything else happens. */
  pushes?: boolean
}

const DAY_MS = 86_400_000
const AWAKE_EVERY_MS = 30_000

export function createBroadcasts({
  db,
  channels,
  readChannels,
  readGroupMembers,
  clock,
  log,
  timing = DEFAULT_TIMING,
  slots = 64,
  pushes = true,
}: BroadcastParts): Broadcasts {
  const act = (by: By) => ({ ...by, now: clock.now() })
  const sender = createPushSender({ db, channels, clock, log, timing, slots, owner: randomUUID() })
  const reconciler = createPushReconciler({ db, channels, clock, log, timing })
  const upkeep = createLoop({ name: 'broadcasts', turn, pauseMs: 1000, log })
  const loops: Loop[] = pushes ? [upkeep, sender, reconciler] : [upkeep]
  let awakeAt = Number.NEGATIVE_INFINITY
  let started: Promise<void> = Promise.resolve()

  async function turn(): Promise<boolean> {
    await stayAwake()
    const now = clock.now()
    await startDue(db, now)
    await resumeWithQuota(db, now)
    const expanded = await expandPage(db, { now, readChannels })
    if (expanded) sender.nudge()
    else {
      await settleGrouped(db, now)
      await sweep(db, now)
      await finish(db, now)
    }
    return expanded
  }

  async function stayAwake(): Promise<void> {
    if (performance.now() - awakeAt < AWAKE_EVERY_MS) return
    const stopped = await noteAwake(db)
    if (stopped > 0) log.warn({ stopped }, 'the house slept: what was being sent asks a person first')
    awakeAt = performance.now()
  }

  async function keep(): Promise<void> {
    const now = clock.now()
    for (const { oa_id: oaId, area_id } of await db
      .selectFrom('official_accounts')
      .select(['oa_id', 'area_id'])
      .execute()) {
      const { keepDetailsDays } = await readPolicy(db, area_id)
      await dropDetails(db, oaId, new Date(now.getTime() - keepDetailsDays * DAY_MS))
    }
    const wrong = await findMiscounted(db, new Date(now.getTime() - DAY_MS))
    if (wrong.length > 0) log.error({ broadcasts: wrong }, 'the counters of a broadcast do not add up')
  }

  return {
    plan: request => planBroadcast(db, request, { now: clock.now(), readChannels }),
    create: (tx, draft) => createBroadcast(tx, draft, clock.now()),
    pause: (by, reason) => pauseBroadcast(db, act(by), reason),
    async resume(by) {
      const resumed = await resumeBroadcast(db, act(by))
      if (resumed) nudge()
      return resumed
    },
    cancel: (by, reason) => cancelBroadcast(db, act(by), reason),
    async retryFailed(by, { includePermanent = false } = {}) {
      const again = await retryFailed(db, act(by), { includePermanent, readChannels })
      nudge()
      return again
    },
    async resendUnknown(by) {
      const again = await resendUnknown(db, act(by))
      nudge()
      return again
    },
    report: id => reportBroadcast(db, id),
    countByArea: id => countByArea(db, id),
    inbox: (personId, page) => listInbox(db, personId, page),
    countUnread: personId => countUnread(db, personId, clock.now()),
    markOpened: (personId, broadcastId) => markOpened(db, personId, broadcastId, clock.now()),
    nudge,
    start() {
      // Nothing is sent before it is known whether the house has slept.
      started = stayAwake()
        .catch(error => log.error({ err: error }, 'could not note that the house is awake'))
        .then(() => {
          for (const loop of loops) loop.start()
        })
    },
    async stop() {
      await started
      await Promise.all(loops.map(loop => loop.stop()))
    },
    ticks: [
      { name: 'broadcast details', schedule: '0 37 * * * *', run: keep },
      {
        name: 'group members',
        schedule: '0 */10 * * * *',
        run: () => refreshGroupMembers(db, readGroupMembers, clock.now()),
      },
    ],
    health: () => readHealth(db),
  }

  function nudge(): void {
    upkeep.nudge()
    sender.nudge()
  }
}

async function readHealth(db: Database): Promise<HealthItem[]> {
  const open = await db.selectFrom('broadcasts').select(['state', 'reason']).where('finished_at', 'is', null).execute()
  const asking = open.filter(({ state, reason }) => state === 'paused' && reason === WOKE_LATE).length
  const going = open.filter(({ state }) => state === 'sending' || state === 'expanding').length
  const name = 'Gửi thông báo'
  if (asking > 0)
    return [
      {
        name,
        colour: 'amber',
        finding: `${asking} thông báo lỡ giờ, đang chờ hỏi lại.`,
        nextStep: 'Người soạn mở thông báo: còn cần thì bấm gửi tiếp, không thì hủy.',
      },
    ]
  return [
    {
      name,
      colour: 'green',
      finding: going > 0 ? `Đang gửi ${going} thông báo.` : 'Không có thông báo nào đang gửi.',
      nextStep: null,
    },
  ]
}
