import { z } from 'zod'
import { queryText } from '../http/body.ts'
import { PersonaInput, PersonaPatch } from '../world/personas.ts'
import type { Control } from './control.ts'
import { Standing } from './people-control.ts'
import { accept, get, idOf, queryNumber, type Route } from './route.ts'

const Nothing = z.strictObject({})
const LONGEST_WAIT_MS = 60_000

/** Who lives in the ward, what they do, and what their phones show. */
export function createPeopleRoutes({ people, act, miniApp }: Control): Route[] {
  const done = (run: (id: string) => void) => (_: unknown, req: Parameters<typeof idOf>[0]) => {
    run(idOf(req))
    return { done: true }
  }
  return [
    get('/personas', () => people.list()),
    accept(
      'post',
      '/personas',
      z.union([PersonaInput, Standing.extend({ count: z.number().int().min(1).max(1_000_000) })]),
      body => {
        if (!('count' in body)) return people.create(body)
        const { count, ...standing } = body
        return people.createMany(count, standing)
      },
    ),
    get('/personas/:id', req => people.find(idOf(req))),
    accept('patch', '/personas/:id', PersonaPatch, (body, req) => people.change(idOf(req), body)),
    get('/personas/:id/messages', req =>
      people.messages(idOf(req), queryNumber(req, 'after', 0), queryNumber(req, 'limit', 1000)),
    ),
    get('/personas/:id/reply', async req => {
      const timeoutMs = Math.min(queryNumber(req, 'timeoutMs', 5000), LONGEST_WAIT_MS)
      return (await people.reply(idOf(req), queryNumber(req, 'after', 0), timeoutMs)) ?? null
    }),
    get('/personas/:id/notices', req => people.notices(idOf(req))),
    get('/tally', req => people.tally(queryText(req, 'text') ?? '')),
    get('/messages', req => people.everyMessage(queryNumber(req, 'after', 0))),

    accept(
      'post',
      '/personas/:id/text',
      z.strictObject({ text: z.string().min(1), quotedId: z.string().optional() }),
      (body, req) => act.text(idOf(req), body.text, body.quotedId),
    ),
    accept('post', '/personas/:id/image', z.strictObject({ text: z.string().optional() }), (body, req) =>
      act.image(idOf(req), body.text),
    ),
    accept('post', '/personas/:id/voice', Nothing, (_, req) => act.voice(idOf(req))),
    accept('post', '/personas/:id/sticker', Nothing, (_, req) => act.sticker(idOf(req))),
    accept(
      'post',
      '/personas/:id/location',
      z.strictObject({ latitude: z.string().optional(), longitude: z.string().optional() }),
      (body, req) => act.location(idOf(req), body.latitude, body.longitude),
    ),
    accept('post', '/personas/:id/file', z.strictObject({ name: z.string().optional() }), (body, req) =>
      act.file(idOf(req), body.name),
    ),
    accept(
      'post',
      '/personas/:id/press',
      z.strictObject({ button: z.union([z.string(), z.number().int()]), messageId: z.string().optional() }),
      (body, req) => act.press(idOf(req), body.button, body.messageId),
    ),
    accept('post', '/personas/:id/follow', Nothing, done(act.follow)),
    accept('post', '/personas/:id/unfollow', Nothing, done(act.unfollow)),
    accept('post', '/personas/:id/open', Nothing, (_, req) => ({ told: act.open(idOf(req)) })),
    accept('post', '/personas/:id/see', Nothing, (_, req) => ({ seen: act.see(idOf(req)) })),
    accept('post', '/personas/:id/withdraw', Nothing, done(act.withdraw)),
    accept(
      'post',
      '/personas/:id/officer',
      z.strictObject({ text: z.string().min(1), adminId: z.string().optional() }),
      (body, req) => act.officer(idOf(req), body.text, body.adminId),
    ),

    accept(
      'post',
      '/personas/:id/token',
      z.strictObject({ app: z.enum(['own', 'other']).optional() }),
      (body, req) => ({
        accessToken: miniApp.token(idOf(req), body.app),
      }),
    ),
    accept('post', '/personas/:id/code', z.strictObject({ kind: z.enum(['phone', 'location']) }), (body, req) => ({
      code: miniApp.code(idOf(req), body.kind),
    })),
    accept('post', '/personas/:id/revoke-consent', Nothing, (_, req) => miniApp.revokeConsent(idOf(req))),
  ]
}
