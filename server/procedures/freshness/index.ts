/** Freshness: who keeps a guide and until when it is good, what is going to change, and whether its links still lead anywhere. */
import type {
  CheckedLink,
  GuideCare,
  GuideFreshness,
  KnownChange,
  NewKnownChange,
  TaskList,
  TaskQuery,
} from '../../../shared/freshness/index.ts'
import { maskPersonalData } from '../../../shared/privacy/index.ts'
import type { Repeat } from '../../../shared/schedules.ts'
import { addDays, vietnamDay } from '../../../shared/vietnam-time.ts'
import { AppError } from '../../errors.ts'
import type { HandOver, House } from '../../feature.ts'
import type { Tick } from '../../platform/jobs/index.ts'
import type { Principal } from '../../platform/people/index.ts'
import type { CatalogueKeeper } from '../catalogue.ts'
import { requireCharge } from '../guides/index.ts'
import { bumpTrust } from '../store.ts'
import { handOverCare, listFreshness, listKeepers, setCare } from './care.ts'
import { addChange, listChanges, openDueTasks, removeChange } from './changes.ts'
import { createLinkProbe } from './link-probe.ts'
import { checkDueLinks, listLinks, queueLinks } from './links.ts'
import { confirmTask, listTasks } from './tasks.ts'

export { createLinkProbe, isPublicAddress } from './link-probe.ts'
export { checkDueLinks, queueLinks } from './links.ts'
export { openTask } from './tasks.ts'

/** All refuse with AppError: `forbidden` outside one's charge, `not_found`, `conflict`, `invalid`. */
export interface Freshness {
  guides(officer: Principal): Promise<GuideFreshness[]>
  keepers(officer: Principal): Promise<{ person: string; name: string }[]>
  setCare(officer: Principal, care: GuideCare): Promise<GuideFreshness>
  tasks(officer: Principal, query: TaskQuery): Promise<TaskList>
  confirm(officer: Principal, asked: { id: string; why: string }): Promise<TaskList>
  changes(officer: Principal): Promise<KnownChange[]>
  addChange(officer: Principal, change: NewKnownChange): Promise<KnownChange[]>
  removeChange(officer: Principal, asked: { id: string; why: string }): Promise<KnownChange[]>
  links(officer: Principal): Promise<CheckedLink[]>
  checkLinks(officer: Principal): Promise<CheckedLink[]>
  ticks: Tick[]
  handOver: HandOver
  start(): Promise<void>
}

const LINKS = 'link check'
/** Sunday night, when nobody minds. */
const WEEKLY: Repeat = { every: 'week', weekdays: [7], time: '02:10' }

export function createFreshness({
  house: { db, clock, config, schedules },
  keeper,
}: {
  house: House
  keeper: CatalogueKeeper
}): Freshness {
  const probe = createLinkProbe()
  const topics = () => keeper.published().map(({ topic }) => topic)
  const today = () => vietnamDay(clock.now())
  const penOf = async (officer: Principal) => ({ db, hand: await requireCharge(db, officer), now: clock.now() })
  const changes = () => listChanges(db, topics(), today())
  /** Officers' words are kept for good: nobody's data are in them. */
  const requireNobody = (text: string): void => {
    if (maskPersonalData(text, clock.now()) !== text)
      throw new AppError('invalid', 'it names a person', 'personal_data')
  }

  return {
    async guides(officer) {
      await requireCharge(db, officer)
      return listFreshness(db, keeper.published(), today())
    },
    async keepers(officer) {
      await requireCharge(db, officer)
      return listKeepers(db)
    },
    async setCare(officer, care) {
      const pen = await penOf(officer)
      if (!keeper.current().topics.has(care.key)) throw new AppError('not_found', 'no such guide')
      await setCare(pen, care)
      await keeper.refresh()
      const guide = (await listFreshness(db, keeper.published(), today())).find(({ key }) => key === care.key)
      if (!guide) throw new AppError('not_found', 'no such guide')
      return guide
    },
    async tasks(officer, { page }) {
      await requireCharge(db, officer)
      return listTasks(db, officer, { page, now: clock.now(), topics: topics() })
    },
    async confirm(officer, { id, why }) {
      const { hand, now } = await penOf(officer)
      requireNobody(why)
      await db.transaction().execute(async tx => {
        const { kind, topic_key } = await confirmTask(tx, { id, why, by: hand.label, now })
        // Looked at on its day: the next day is as far off as after a publication.
        if (kind === 'date' && topic_key) {
          const days = { review_on: addDays(vietnamDay(now), config.freshness.reviewDays), withhold_on: null }
          await tx
            .insertInto('guide_care')
            .values({ topic_key, ...days, set_by: hand.label, set_at: now })
            .onConflict(conflict =>
              conflict.column('topic_key').doUpdateSet({ ...days, set_by: hand.label, set_at: now }),
            )
            .execute()
        }
        await bumpTrust(tx)
      })
      await keeper.refresh()
      return listTasks(db, officer, { page: 0, now, topics: topics() })
    },
    async changes(officer) {
      await requireCharge(db, officer)
      return changes()
    },
    async addChange(officer, change) {
      const { hand, now } = await penOf(officer)
      requireNobody(change.text)
      const unknown = change.topics.find(key => !keeper.current().topics.has(key))
      if (unknown) throw new AppError('invalid', `no such guide: ${unknown}`, 'no_such_topic')
      await db.transaction().execute(tx => addChange(tx, { ...change, by: hand.label, now }))
      await openDueTasks(db, topics(), now)
      return changes()
    },
    async removeChange(officer, asked) {
      const { hand, now } = await penOf(officer)
      await db.transaction().execute(tx => removeChange(tx, { ...asked, by: hand.label, now }))
      return changes()
    },
    async links(officer) {
      await requireCharge(db, officer)
      return listLinks(db, topics())
    },
    async checkLinks(officer) {
      await requireCharge(db, officer)
      if (!config.linkCheck) throw new AppError('conflict', 'links are not looked up here', 'links_off')
      await queueLinks(db, topics(), clock.now())
      return listLinks(db, topics())
    },
    ticks: [
      { name: 'review tasks', schedule: '20 */10 * * * *', run: () => openDueTasks(db, topics(), clock.now()) },
      ...(config.linkCheck
        ? [
            {
              name: 'link checks',
              schedule: '50 * * * * *',
              run: async () => {
                await checkDueLinks(db, probe, clock.now())
              },
            },
          ]
        : []),
    ],
    handOver: handOverCare,
    async start() {
      await openDueTasks(db, topics(), clock.now())
      if (!config.linkCheck) return schedules.end(LINKS)
      // The hour only names what is due; looking up is the tick's, outside any transaction.
      schedules.handle(LINKS, () => queueLinks(db, topics(), clock.now()))
      await schedules.save(db, {
        key: LINKS,
        kind: LINKS,
        areaId: null,
        repeat: WEEKLY,
        at: null,
        catchUp: 'fire',
        detail: {},
      })
      await queueLinks(db, topics(), clock.now(), true)
    },
  }
}
