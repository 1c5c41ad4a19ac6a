/** By which ways, at which hours and for how much money the notices of a place go. */
import type { CarryingRules, CarryingSetting, TemplateUse } from '../../shared/carrying/index.ts'
import { NoticeKind } from '../../shared/notices/index.ts'
import { AppError } from '../errors.ts'
import {
  type CarryPolicy,
  dropPolicy,
  findPolicy,
  type NoticeTemplate,
  readUsed,
  savePolicy,
  templatesOf,
} from '../platform/deliveries/index.ts'
import type { CarryingParts } from './account.ts'
import { note } from './note.ts'

interface Place {
  id: string
  actor: string
}

export async function readSetting({ db, oaId, clock }: CarryingParts, areaId: string): Promise<CarryingSetting> {
  const { policy, setAt } = await findPolicy(db, areaId)
  const { channels, quiet, paidPerMonth, templatesPerMonth, articlesPerMonth } = policy
  const decided = setAt
    ? await db.selectFrom('areas').select(['code', 'name']).where('id', '=', setAt).executeTakeFirst()
    : undefined
  return {
    ...{ channels, quiet, paidPerMonth, templatesPerMonth, articlesPerMonth },
    setAt: decided ?? null,
    uses: templatesOf(policy).map(one => useOf(policy, one)),
    templatesUsed: await readUsed(db, oaId, { channel: 'template', period: 'month' }, clock.now()),
  }
}

function useOf({ kindTemplates }: CarryPolicy, { id, name, dong, params }: NoticeTemplate) {
  const kinds = Object.entries(kindTemplates).flatMap(([kind, one]) => (one.id === id ? [NoticeKind.parse(kind)] : []))
  const filled: TemplateUse['params'] = Object.fromEntries(
    Object.entries(params).map(([place, { fact }]) => [place, fact]),
  )
  return { template: id, name: name || id, dong, kinds, params: filled }
}

/** What a place had before is kept as far as it is not changed; two who change it take turns. */
export async function changePolicy(
  { db }: Pick<CarryingParts, 'db'>,
  { id, actor }: Place,
  { action, detail }: { action: string; detail: Record<string, unknown> },
  make: (before: CarryPolicy) => Partial<CarryPolicy>,
): Promise<void> {
  await db.transaction().execute(async tx => {
    await tx.selectFrom('areas').select('id').where('id', '=', id).forUpdate().execute()
    const { policy } = await findPolicy(tx, id)
    await savePolicy(tx, id, { ...policy, ...make(policy) })
    await note(tx, { actor, action, areaId: id, detail })
  })
}

/** @throws AppError `invalid` for a way named twice, or templates where none is chosen */
export async function writeRules(parts: CarryingParts, place: Place, rules: CarryingRules): Promise<CarryingSetting> {
  if (new Set(rules.channels).size < rules.channels.length) throw new AppError('invalid', 'a way is named twice')
  const { policy } = await findPolicy(parts.db, place.id)
  if (rules.channels.includes('template') && templatesOf(policy).length === 0)
    throw new AppError('invalid', 'no template is chosen', 'no_template')
  await changePolicy(parts, place, { action: 'policy', detail: { ...rules } }, () => rules)
  // What only a person can open is open once a person says so; Zalo still has the last word.
  if (rules.channels.includes('article'))
    await parts.zalo.capabilities.remember(parts.oaId, { canBroadcastArticles: true })
  return readSetting(parts, place.id)
}

export async function dropRules(parts: CarryingParts, { id, actor }: Place): Promise<CarryingSetting> {
  await parts.db.transaction().execute(async tx => {
    await dropPolicy(tx, id)
    await note(tx, { actor, action: 'policy dropped', areaId: id, detail: {} })
  })
  return readSetting(parts, id)
}
