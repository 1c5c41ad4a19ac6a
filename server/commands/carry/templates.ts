/** The paid template (ZBS) that Zalo approved for the ward's notices. */
import { TemplateFact } from '../../../shared/broadcasts.ts'
import { sayMappingProblem } from '../../../shared/carrying/index.ts'
import { type ZaloTrouble, zaloTroubleWords } from '../../../shared/zalo-trouble.ts'
import { linkTemplate, UnfitTemplate } from '../../carrying/index.ts'
import { AppError } from '../../errors.ts'
import { readPolicy } from '../../platform/deliveries/index.ts'
import type { Act, Acting } from './acting.ts'
import { OPERATOR, partsOf } from './parts.ts'
import { change, readCount } from './policy.ts'

export const templateActs: Record<string, Act> = { templates: switchTemplates }

async function switchTemplates(acting: Acting): Promise<string[]> {
  const [wish] = acting.words
  if (wish === 'on') return switchOn(acting)
  if (wish !== 'off') throw new Error('Ghi on hoặc off: npm run carry -- templates off')
  const { channels } = await readPolicy(acting.db, acting.area.id)
  await change(acting, {
    channels: channels.filter(channel => channel !== 'template'),
    template: null,
    kindTemplates: {},
    templatesPerMonth: 0,
  })
  return ['Từ nay không gửi tin mẫu.']
}

async function switchOn(acting: Acting): Promise<string[]> {
  const { area, options } = acting
  const { id, price = '0', param = [] } = options
  if (!id || options['per-month'] === undefined)
    throw new Error('Ghi mã mẫu và số tin một tháng: npm run carry -- templates on --id MÃ_MẪU --per-month 500 …')
  const use = {
    template: id,
    kinds: [],
    params: Object.fromEntries(param.map(readParam)),
    perMonth: readCount(options['per-month']),
    dong: readCount(price),
  }
  const { uses } = await linkTemplate(partsOf(acting), { id: area.id, actor: OPERATOR }, use).catch(inWords(id))
  const name = uses.find(({ template }) => template === id)?.name ?? id
  return [`Từ nay ai không báo được bằng cách khác sẽ nhận tin mẫu ${name}, phường trả tiền.`]
}

const inWords =
  (id: string) =>
  (error: unknown): never => {
    if (error instanceof UnfitTemplate)
      throw new Error(`Mẫu ${id} chưa dùng được. ${error.problems.map(sayMappingProblem).join('. ')}`)
    if (!(error instanceof AppError)) throw error
    if (error.code === 'conflict') throw new Error(`Zalo chưa duyệt mẫu ${id}.`)
    if (error.code === 'not_found') throw new Error(`Zalo của phường không có mẫu ${id}: ${error.message}`)
    const trouble = error.reason?.replace('zalo_', '') as ZaloTrouble
    throw new Error(`Không dùng được mẫu ${id}: ${zaloTroubleWords[trouble] ?? error.message}`)
  }

function readParam(words: string): [string, TemplateFact] {
  const [name = '', word = ''] = words.split('=')
  const fact = TemplateFact.safeParse(word)
  if (!name || !fact.success) throw new Error(`"${words}": ghi tên=${TemplateFact.options.join('|')}`)
  return [name, fact.data]
}
