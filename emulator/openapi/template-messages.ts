/** POST /v3.0/oa/message/template: a paid template (ZBS) to one person by their id at the OA. */
import type { Answer } from '../http/answer.ts'
import { type Fields, isFields } from '../http/body.ts'
import { reach } from '../talk/window.ts'
import { DAY, vietnamHour } from '../world/duration.ts'
import type { Persona } from '../world/personas.ts'
import type { Settings } from '../world/settings.ts'
import type { World } from '../world/world.ts'
import type { Call, Endpoint, House } from './endpoint.ts'
import { invalid, isRefusal, type Refusal, refuse, success } from './refusal.ts'

type Template = Settings['templates']['known'][number]

const REACH = 365 * DAY
const SENT = 'templates'

export const templateEndpoints: Endpoint[] = [
  {
    method: 'POST',
    path: '/v3.0/oa/message/template',
    family: 'template',
    permission: 'message',
    handle: sendTemplate,
  },
]

function sendTemplate({ body }: Call, { world, talk }: House): Answer | Refusal {
  if (!body) return invalid('body')
  const { templates } = world.settings.read()
  const person = findPerson(body.user_id, world)
  if (isRefusal(person)) return person
  const template = findTemplate(body.template_id, templates)
  if (isRefusal(template)) return template
  const problem = checkData(body.template_data, template)
  if (problem) return problem
  if (!templates.isPaid) return refuse(-115)
  const hour = vietnamHour(world.clock.now())
  if (templates.refusesAtNight && (hour < 6 || hour >= 22)) return refuse(-133)
  if (world.meters.used(SENT, 'day') >= templates.perDay) return refuse(-144)
  world.meters.spend(SENT, 'day')
  const text = Object.values(isFields(body.template_data) ? body.template_data : {}).join('\n')
  const message = talk.fromOa(person, { kind: 'template', text, paidBy: 'charged' })
  const end = world.activity.begin()
  setImmediate(() => {
    talk.announce(person, message)
    end()
  })
  return success({ message_id: message.id, user_id: person.userId, sent_time: String(message.at) })
}

/** Whoever did something at the OA within a year, unless they refuse what OAs send. */
function findPerson(id: unknown, world: World): Persona | Refusal {
  const person = typeof id === 'string' ? world.people.byUserId(id) : undefined
  if (!person || person.relation.metAt === null) return invalid('user_id')
  const reached = reach(world, person)
  if (person.refuses !== 'nothing' && 'code' in reached) return refuse(reached.code)
  const { interactedAt } = person.relation
  return interactedAt !== null && world.clock.now() - interactedAt <= REACH ? person : refuse(-232)
}

function findTemplate(id: unknown, { known }: Settings['templates']): Template | Refusal {
  const template = known.find(one => one.id === id)
  if (!template) return refuse(-109)
  if (template.isForeign) return refuse(-117)
  if (template.status !== 'ENABLE') return refuse(-131)
  return template.byUserId ? template : refuse(-249)
}

function checkData(data: unknown, { params }: Template): Refusal | undefined {
  if (!isFields(data)) return refuse(-1122)
  return params.map(param => checkParam(data, param)).find(problem => problem !== undefined)
}

function checkParam(data: Fields, { name, require, maxLength }: Template['params'][number]): Refusal | undefined {
  const value = data[name]
  if (value === undefined || value === '') return require ? refuse(-1122) : undefined
  if (typeof value !== 'string') return refuse(-1124)
  return [...value.normalize('NFC')].length > maxLength ? refuse(-1121) : undefined
}
