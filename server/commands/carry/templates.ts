/** The paid template (ZBS) that Zalo approved for the ward's notices. */
import { readPolicy, TemplateFact } from '../../platform/deliveries/index.ts'
import type { Act, Acting } from './acting.ts'
import { change, readCount } from './policy.ts'
import { refusedWords } from './refused.ts'

export const templateActs: Record<string, Act> = { templates: switchTemplates }

async function switchTemplates(acting: Acting): Promise<string[]> {
  const [wish] = acting.words
  if (wish === 'on') return switchOn(acting)
  if (wish !== 'off') throw new Error('Ghi on hoặc off: npm run carry -- templates off')
  const { channels } = await readPolicy(acting.db, acting.area.id)
  await change(acting, {
    channels: channels.filter(channel => channel !== 'template'),
    template: null,
    templatesPerMonth: 0,
  })
  return ['Từ nay không gửi tin mẫu.']
}

async function switchOn(acting: Acting): Promise<string[]> {
  const { db, oaId, zalo, area, options } = acting
  const { id, price = '0', param = [] } = options
  if (!id || options['per-month'] === undefined)
    throw new Error('Ghi mã mẫu và số tin một tháng: npm run carry -- templates on --id MÃ_MẪU --per-month 500 …')
  const template = await zalo.client.probes.template(oaId, id)
  if (template.kind !== 'ok') throw new Error(`Không dùng được mẫu ${id}: ${refusedWords(template)}`)
  if (!template.value.isApproved) throw new Error(`Zalo chưa duyệt mẫu ${id}.`)
  const facts = new Map(param.map(readParam))
  const { params } = template.value
  const strange = [...facts.keys()].filter(name => !params.some(one => one.name === name))
  const missing = params.filter(({ name, isRequired }) => isRequired && !facts.has(name)).map(({ name }) => name)
  if (strange.length > 0) throw new Error(`Mẫu ${id} không có chỗ điền: ${strange.join(', ')}`)
  if (missing.length > 0) throw new Error(`Mẫu ${id} còn chỗ phải điền: ${missing.join(', ')}`)
  const { channels } = await readPolicy(db, area.id)
  const filled = params.flatMap(({ name, maxLength }) => {
    const fact = facts.get(name)
    return fact ? [[name, { fact, maxLength }] as const] : []
  })
  await change(acting, {
    channels: [...channels.filter(channel => channel !== 'template'), 'template'],
    template: { id, params: Object.fromEntries(filled) },
    templatesPerMonth: readCount(options['per-month']),
    dongPerTemplate: readCount(price),
  })
  await zalo.capabilities.remember(oaId, { canSendTemplates: true })
  return [`Từ nay ai không báo được bằng cách khác sẽ nhận tin mẫu ${template.value.name}, phường trả tiền.`]
}

function readParam(words: string): [string, TemplateFact] {
  const [name = '', word = ''] = words.split('=')
  const fact = TemplateFact.safeParse(word)
  if (!name || !fact.success) throw new Error(`"${words}": ghi tên=${TemplateFact.options.join('|')}`)
  return [name, fact.data]
}
