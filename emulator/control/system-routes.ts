import { z } from 'zod'
import { ChaosRule } from '../world/chaos.ts'
import { SettingsPatch } from '../world/settings.ts'
import type { Control } from './control.ts'
import { ControlProblem } from './problem.ts'
import { accept, get, idOf, queryNumber, type Route } from './route.ts'

const Nothing = z.strictObject({})
const Person = z.strictObject({ person: z.string() })
const NewGroup = z.strictObject({
  name: z.string().min(1),
  asset: z.string(),
  people: z.array(z.string()).min(1).max(99),
})
const Address = z.string().max(2000)
const ClockChange = z.union([
  z.strictObject({ advance: z.union([z.string(), z.number()]) }),
  z.strictObject({ set: z.string() }),
])

/** Time, settings, faults, tokens and the webhooks. */
export function createSystemRoutes(control: Control): Route[] {
  const { clock, settings, groups, chaos, tokens, webhook, miniApp } = control
  return [
    get('/clock', clock.read),
    accept('post', '/clock', ClockChange, body => ('set' in body ? clock.set(body.set) : clock.advance(body.advance))),
    get('/settings', settings.read),
    accept('patch', '/settings', SettingsPatch, settings.change),
    get('/chaos', chaos.list),
    accept('post', '/chaos', ChaosRule, chaos.add),
    accept('delete', '/chaos', Nothing, () => {
      chaos.clear()
      return { done: true }
    }),
    accept('delete', '/chaos/:id', Nothing, (_, req) => ({ done: chaos.remove(Number(idOf(req))) })),
    get('/tokens', tokens.read),
    accept('post', '/tokens/grant', Nothing, tokens.grant),
    accept('post', '/tokens/revoke', Nothing, () => {
      tokens.revoke()
      return { done: true }
    }),

    get('/webhook', webhook.read),
    get('/webhook/log', req => webhook.log(queryNumber(req, 'limit', 100))),
    accept('post', '/webhook/register', z.strictObject({ url: Address.optional() }), body =>
      webhook.register(body.url),
    ),
    accept('post', '/webhook/test', Nothing, webhook.test),
    accept('post', '/webhook/send', z.strictObject({ event: z.record(z.string(), z.unknown()) }), body =>
      webhook.send(body.event),
    ),
    accept('post', '/webhook/replay', z.strictObject({ id: z.number().int() }), body => webhook.replay(body.id)),
    accept('post', '/adversarial', Nothing, webhook.adversarial),
    accept('post', '/mini-app/register', z.strictObject({ url: Address }), body => {
      miniApp.register(body.url)
      return { url: miniApp.url() }
    }),
    accept(
      'post',
      '/mini-app/review-done',
      z.strictObject({ versionId: z.number().int(), approved: z.boolean() }),
      body => miniApp.reviewDone(body.versionId, body.approved),
    ),

    get('/groups', groups.list),
    accept('post', '/groups', NewGroup, body => groups.create(body)),
    accept('post', '/groups/:id/join', Person, (body, req) => {
      groups.join(idOf(req), body.person)
      return { done: true }
    }),
    accept('post', '/groups/:id/leave', Person, (body, req) => {
      groups.leave(idOf(req), body.person)
      return { done: true }
    }),
    accept('post', '/groups/:id/text', Person.extend({ text: z.string().min(1) }), (body, req) =>
      groups.text(idOf(req), body.person, body.text),
    ),
    accept('post', '/groups/:id/remove-oa', Nothing, (_, req) => {
      groups.removeOa(idOf(req))
      return { done: true }
    }),

    get('/calls', req => control.calls(queryNumber(req, 'limit', 100))),
    get('/idle', async req => {
      const idle = await control.idle(
        queryNumber(req, 'quietMs', 100),
        Math.min(queryNumber(req, 'timeoutMs', 10_000), 60_000),
      )
      if (!idle) throw new ControlProblem(408, 'Something is still under way')
      return { idle }
    }),
    accept('post', '/reset', Nothing, () => {
      control.reset()
      return { done: true }
    }),
  ]
}
