/** The guides on the wire: each operation of the contract handed to the feature. */
import type { Implementer } from './implementer.ts'
import { principalOf } from './platform/http/index.ts'
import type { Guides } from './procedures/index.ts'

export function implementGuides({ guides: os }: Implementer, guides: Guides) {
  return {
    list: os.list.handler(({ context, input }) => guides.list(principalOf(context), input)),
    names: os.names.handler(({ context }) => guides.names(principalOf(context))),
    get: os.get.handler(({ context, input }) => guides.get(principalOf(context), input.key)),
    readRevision: os.readRevision.handler(({ context, input }) => guides.readRevision(principalOf(context), input)),
    readAsOf: os.readAsOf.handler(({ context, input }) => guides.readAsOf(principalOf(context), input)),
    compare: os.compare.handler(({ context, input }) => guides.compare(principalOf(context), input)),
    preview: os.preview.handler(({ context, input }) => guides.preview(principalOf(context), input.id)),
    tryOut: os.tryOut.handler(({ context, input }) => guides.tryOut(principalOf(context), input)),
    create: os.create.handler(({ context, input }) => guides.create(principalOf(context), input)),
    start: os.start.handler(({ context, input }) => guides.start(principalOf(context), input)),
    save: os.save.handler(({ context, input }) => guides.save(principalOf(context), input)),
    discard: os.discard.handler(({ context, input }) => guides.discard(principalOf(context), input)),
    submit: os.submit.handler(({ context, input }) => guides.submit(principalOf(context), input)),
    giveBack: os.giveBack.handler(({ context, input }) => guides.giveBack(principalOf(context), input)),
    approve: os.approve.handler(({ context, input }) => guides.approve(principalOf(context), input)),
    retire: os.retire.handler(({ context, input }) => guides.retire(principalOf(context), input)),
    present: os.present.handler(({ context, input }) => guides.present(principalOf(context), input)),
    check: os.check.handler(({ context, input }) => guides.check(principalOf(context), input.id)),
    listExamples: os.listExamples.handler(({ context, input }) => guides.listExamples(principalOf(context), input.key)),
    addExample: os.addExample.handler(({ context, input }) => guides.addExample(principalOf(context), input)),
    removeExample: os.removeExample.handler(({ context, input }) => guides.removeExample(principalOf(context), input)),
    markSeen: os.markSeen.handler(({ context, input }) => guides.markSeen(principalOf(context), input)),
  }
}
