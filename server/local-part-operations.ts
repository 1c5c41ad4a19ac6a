/** Local parts on the wire: each operation of the contract handed to the feature. */
import type { Implementer } from './implementer.ts'
import { principalOf } from './platform/http/index.ts'
import type { LocalParts } from './procedures/index.ts'

export function implementLocalParts({ localParts: os }: Implementer, parts: LocalParts) {
  return {
    list: os.list.handler(({ context, input }) => parts.list(principalOf(context), input)),
    get: os.get.handler(({ context, input }) => parts.get(principalOf(context), input)),
    save: os.save.handler(({ context, input }) => parts.save(principalOf(context), input)),
    submit: os.submit.handler(({ context, input }) => parts.submit(principalOf(context), input)),
    discard: os.discard.handler(({ context, input }) => parts.discard(principalOf(context), input)),
    giveBack: os.giveBack.handler(({ context, input }) => parts.giveBack(principalOf(context), input)),
    approve: os.approve.handler(({ context, input }) => parts.approve(principalOf(context), input)),
  }
}
