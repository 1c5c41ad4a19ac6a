/** The cases on the wire: each operation of the contract handed to the chatbot's handoffs. */
import type { Handoffs } from './chatbot/index.ts'
import type { Implementer } from './implementer.ts'
import { personOf, principalOf } from './platform/http/index.ts'

export function implementHandoffs({ handoffs: os }: Implementer, handoffs: Handoffs) {
  return {
    list: os.list.handler(({ context }) => handoffs.list(principalOf(context))),
    get: os.get.handler(({ context, input }) => handoffs.get(principalOf(context), input.id)),
    claim: os.claim.handler(({ context, input }) => handoffs.claim(principalOf(context), input.id, input.from)),
    release: os.release.handler(({ context, input }) => handoffs.release(principalOf(context), input.id)),
    reply: os.reply.handler(({ context, input: { id, ...reply } }) => handoffs.reply(principalOf(context), id, reply)),
    addNote: os.addNote.handler(({ context, input }) => handoffs.addNote(principalOf(context), input.id, input.text)),
    close: os.close.handler(({ context, input: { id, ...closing } }) =>
      handoffs.close(principalOf(context), id, closing),
    ),
    readCanned: os.readCanned.handler(({ context, input }) => handoffs.readCanned(principalOf(context), input.area)),
    writeCanned: os.writeCanned.handler(({ context, input }) => handoffs.writeCanned(principalOf(context), input)),
    listOwn: os.listOwn.handler(({ context }) => handoffs.listOwn(personOf(context))),
    openOwn: os.openOwn.handler(async ({ context }) => ({ opened: await handoffs.openOwn(personOf(context)) })),
  }
}
