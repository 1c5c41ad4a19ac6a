/** The notices on the wire: each operation of the contract handed to the feature. */
import { implement } from '@orpc/server'
import type { Logger } from 'pino'
import { noticesContract } from '../shared/notices/index.ts'
import type { NoticesFeature } from './notices/index.ts'
import { type ApiContext, guardAccess, guardErrors, personOf, principalOf } from './platform/http/index.ts'

export function implementNotices(notices: NoticesFeature, log: Logger) {
  const os = implement(noticesContract).$context<ApiContext>().use(guardErrors(log)).use(guardAccess)
  const { approvals, inbox, published, houses, ownHouse, settings, starters } = notices
  return os.router({
    areas: os.areas.handler(({ context }) => notices.areas(principalOf(context))),
    list: os.list.handler(({ context, input }) => notices.list(principalOf(context), input)),
    compose: os.compose.handler(({ context, input }) => notices.compose(principalOf(context), input)),
    attach: os.attach.handler(async ({ input: { file, ...rest } }) =>
      notices.attach({ ...rest, bytes: new Uint8Array(await file.arrayBuffer()) }),
    ),
    get: os.get.handler(({ context, input }) => notices.get(principalOf(context), input.id)),
    edit: os.edit.handler(({ context, input }) => notices.edit(principalOf(context), input)),
    discard: os.discard.handler(({ context, input }) => notices.discard(principalOf(context), input)),
    plan: os.plan.handler(({ context, input }) => notices.plan(principalOf(context), input.id)),
    submit: os.submit.handler(({ context, input }) => notices.submit(principalOf(context), input)),
    withdraw: os.withdraw.handler(({ context, input }) => notices.withdraw(principalOf(context), input)),
    confirmLate: os.confirmLate.handler(({ context, input }) => notices.confirmLate(principalOf(context), input)),
    pause: os.pause.handler(({ context, input }) => notices.pause(principalOf(context), input)),
    resume: os.resume.handler(({ context, input }) => notices.resume(principalOf(context), input)),
    cancel: os.cancel.handler(({ context, input }) => notices.cancel(principalOf(context), input)),
    retry: os.retry.handler(({ context, input }) => notices.retry(principalOf(context), input)),
    resendUnknown: os.resendUnknown.handler(({ context, input }) => notices.resendUnknown(principalOf(context), input)),
    correct: os.correct.handler(({ context, input }) => notices.correct(principalOf(context), input)),
    counts: os.counts.handler(({ context, input }) => notices.counts(principalOf(context), input.id)),
    history: os.history.handler(({ context, input }) => notices.history(principalOf(context), input.id)),
    markPosted: os.markPosted.handler(({ context, input }) => notices.markPosted(principalOf(context), input)),
    answers: os.answers.handler(({ context, input }) => notices.answers(principalOf(context), input.id)),
    reply: os.reply.handler(({ context, input }) => notices.reply(principalOf(context), input)),
    doors: os.doors.handler(({ context, input }) => notices.doors(principalOf(context), input)),
    markDoors: os.markDoors.handler(({ context, input }) => notices.markDoors(principalOf(context), input)),
    approvals: {
      list: os.approvals.list.handler(({ context }) => approvals.list(principalOf(context))),
      get: os.approvals.get.handler(({ context, input }) => approvals.get(principalOf(context), input.id)),
      approve: os.approvals.approve.handler(({ context, input }) => approvals.approve(principalOf(context), input)),
      giveBack: os.approvals.giveBack.handler(({ context, input }) => approvals.giveBack(principalOf(context), input)),
    },
    inbox: {
      list: os.inbox.list.handler(({ context, input }) => inbox.list(personOf(context), input)),
      get: os.inbox.get.handler(({ context, input }) => inbox.get(personOf(context), input.id)),
      markRead: os.inbox.markRead.handler(({ context, input }) => inbox.markRead(personOf(context), input.id)),
      answer: os.inbox.answer.handler(({ context, input }) => inbox.answer(personOf(context), input)),
      listReplies: os.inbox.listReplies.handler(({ context }) => inbox.listReplies(personOf(context))),
      openReplies: os.inbox.openReplies.handler(async ({ context }) => ({
        opened: await inbox.openReplies(personOf(context)),
      })),
      readPreferences: os.inbox.readPreferences.handler(({ context }) => inbox.readPreferences(personOf(context))),
      writePreferences: os.inbox.writePreferences.handler(({ context, input }) =>
        inbox.writePreferences(personOf(context), input),
      ),
    },
    published: {
      list: os.published.list.handler(({ input }) => published.list(input.area)),
      get: os.published.get.handler(({ input }) => published.get(input.code, input.via ?? null)),
    },
    houses: {
      list: os.houses.list.handler(({ context, input }) => houses.list(principalOf(context), input.area)),
      import: os.houses.import.handler(({ context, input }) => houses.import(principalOf(context), input)),
    },
    ownHouse: {
      read: os.ownHouse.read.handler(({ context, input }) => ownHouse.read(personOf(context), input.area)),
      write: os.ownHouse.write.handler(({ context, input }) => ownHouse.write(personOf(context), input)),
    },
    settings: {
      read: os.settings.read.handler(({ context, input }) => settings.read(principalOf(context), input.area)),
      write: os.settings.write.handler(({ context, input }) => settings.write(principalOf(context), input)),
    },
    starters: {
      list: os.starters.list.handler(({ context, input }) => starters.list(principalOf(context), input.area)),
      manage: os.starters.manage.handler(({ context, input }) => starters.manage(principalOf(context), input.area)),
      add: os.starters.add.handler(({ context, input }) => starters.add(principalOf(context), input)),
      edit: os.starters.edit.handler(({ context, input }) => starters.edit(principalOf(context), input)),
      retire: os.starters.retire.handler(({ context, input }) => starters.retire(principalOf(context), input)),
      restore: os.starters.restore.handler(({ context, input }) => starters.restore(principalOf(context), input)),
    },
  })
}
