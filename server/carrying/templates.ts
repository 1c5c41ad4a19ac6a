/** The paid templates of the OA: seen as they are at Zalo, chosen for kinds of notices, filled as each demands. */
import {
  type CarryingSetting,
  findMappingProblems,
  type MappingProblem,
  type OaTemplate,
  sayMappingProblem,
  type TemplateUse,
} from '../../shared/carrying/index.ts'
import { noticePath } from '../../shared/notices/index.ts'
import type { ZaloTrouble } from '../../shared/zalo-trouble.ts'
import { AppError } from '../errors.ts'
import type { CarryPolicy, NoticeTemplate } from '../platform/deliveries/index.ts'
import type { CarryingParts } from './account.ts'
import { changePolicy, readSetting } from './rules.ts'
import { refusedBy, troubleOf } from './trouble.ts'

const SAMPLE_CODE = 'TB-K7M2P'
/** Each is one more call. */
const MOST_LOOKED_INTO = 30

/** How long the link of a notice is that stands in a template. */
export function linkLength({ publicUrl }: Pick<CarryingParts, 'publicUrl'>): number {
  return (publicUrl + noticePath(SAMPLE_CODE, 'chat')).length
}

export async function listTemplates(
  parts: CarryingParts,
): Promise<{ templates: OaTemplate[]; linkLength: number; trouble: ZaloTrouble | null }> {
  const { oaId, hasApi, zalo } = parts
  const shown = (templates: OaTemplate[], trouble: ZaloTrouble | null) => ({
    templates,
    linkLength: linkLength(parts),
    trouble,
  })
  if (!hasApi) return shown([], 'off')
  const own = await zalo.client.probes.listTemplates(oaId)
  if (own.kind !== 'ok') return shown([], troubleOf(own))
  const templates: OaTemplate[] = []
  const approvedFirst = own.value.sort((a, b) => Number(b.status === 'approved') - Number(a.status === 'approved'))
  for (const [place, template] of approvedFirst.entries()) {
    const asked = template.status === 'approved' && place < MOST_LOOKED_INTO
    const info = asked ? await zalo.client.probes.template(oaId, template.id) : null
    const known = info?.kind === 'ok' ? info.value : null
    templates.push({ ...template, params: known?.params ?? null, dong: known?.dong ?? null })
  }
  return shown(templates, null)
}

/** Where the words of a template do not fit what a notice has. */
export class UnfitTemplate extends AppError {
  readonly problems: MappingProblem[]
  constructor(problems: MappingProblem[]) {
    super('invalid', problems.map(sayMappingProblem).join('; '), 'template_unfit')
    this.problems = problems
  }
}

/**
 * Which template is asked at Zalo anew: it may have been changed or switched off since somebody looked.
 * @throws AppError `not_found`, `conflict` where Zalo has not approved it, `unavailable`; UnfitTemplate
 */
export async function linkTemplate(
  parts: CarryingParts,
  place: { id: string; actor: string },
  { template: id, params, kinds, perMonth, dong }: TemplateUse & { template: string; perMonth: number; dong?: number },
): Promise<CarryingSetting> {
  const { oaId, hasApi, zalo } = parts
  if (!hasApi) throw refusedBy('off', 'without the API')
  const info = await zalo.client.probes.template(oaId, id)
  if (info.kind === 'refused' && (info.code === -109 || info.code === -117))
    throw new AppError('not_found', `the OA has no such template (${info.code})`, 'no_such_template')
  if (info.kind !== 'ok') throw refusedBy(troubleOf(info), info.kind)
  if (!info.value.isApproved) throw new AppError('conflict', 'Zalo has not approved this template', 'not_approved')
  const problems = findMappingProblems(info.value.params, params, linkLength(parts))
  if (problems.length > 0) throw new UnfitTemplate(problems)
  const chosen: NoticeTemplate = {
    id,
    name: info.value.name,
    dong: dong ?? info.value.dong,
    params: Object.fromEntries(
      info.value.params.flatMap(({ name, maxLength }) => {
        const fact = params[name]
        return fact ? [[name, { fact, maxLength }] as const] : []
      }),
    ),
  }
  const detail = { template: id, kinds, params, perMonth }
  await changePolicy(parts, place, { action: 'template chosen', detail }, before => ({
    ...put(before, chosen, kinds),
    templatesPerMonth: perMonth,
  }))
  await zalo.capabilities.remember(oaId, { canSendTemplates: true })
  return readSetting(parts, place.id)
}

/** No kinds: for all that have none of their own. */
function put(before: CarryPolicy, chosen: NoticeTemplate, kinds: readonly string[]): Partial<CarryPolicy> {
  const { template, kindTemplates, channels } = without(before, chosen.id)
  return {
    channels: channels.includes('template') ? channels : [...channels, 'template'],
    template: kinds.length === 0 ? chosen : template,
    kindTemplates: { ...kindTemplates, ...Object.fromEntries(kinds.map(kind => [kind, chosen])) },
  }
}

function without(
  { template, kindTemplates, channels }: CarryPolicy,
  id: string,
): Pick<CarryPolicy, 'template' | 'kindTemplates' | 'channels'> {
  return {
    channels,
    template: template?.id === id ? null : template,
    kindTemplates: Object.fromEntries(Object.entries(kindTemplates).filter(([, one]) => one.id !== id)),
  }
}

export async function unlinkTemplate(
  parts: CarryingParts,
  place: { id: string; actor: string },
  id: string,
): Promise<CarryingSetting> {
  const { uses } = await readSetting(parts, place.id)
  if (!uses.some(({ template }) => template === id)) throw new AppError('not_found', 'no notice goes by this template')
  await changePolicy(parts, place, { action: 'template given up', detail: { template: id } }, before => {
    const rest = without(before, id)
    const isLast = rest.template === null && Object.keys(rest.kindTemplates).length === 0
    return isLast ? { ...rest, channels: rest.channels.filter(channel => channel !== 'template') } : rest
  })
  return readSetting(parts, place.id)
}
