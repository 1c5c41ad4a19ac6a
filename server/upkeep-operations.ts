/** What keeps guides right, on the wire: the review sprint, the register of laws, freshness. */
import type { Implementer } from './implementer.ts'
import { principalOf } from './platform/http/index.ts'
import type { Freshness, Laws, Review } from './procedures/index.ts'

export function implementUpkeep(
  { review: ofReview, laws: ofLaws, freshness: os }: Implementer,
  { review, laws, freshness }: { review: Review; laws: Laws; freshness: Freshness },
) {
  return {
    review: {
      areas: ofReview.areas.handler(({ context }) => review.areas(principalOf(context))),
      next: ofReview.next.handler(({ context, input }) => review.next(principalOf(context), input)),
      answer: ofReview.answer.handler(({ context, input }) => review.answer(principalOf(context), input)),
      offices: ofReview.offices.handler(({ context, input }) => review.offices(principalOf(context), input.area)),
      officeChanges: ofReview.officeChanges.handler(({ context }) => review.officeChanges(principalOf(context))),
      decideOffice: ofReview.decideOffice.handler(({ context, input }) =>
        review.decideOffice(principalOf(context), input),
      ),
    },
    laws: {
      list: ofLaws.list.handler(({ context, input }) => laws.list(principalOf(context), input)),
      get: ofLaws.get.handler(({ context, input }) => laws.get(principalOf(context), input.number)),
      mark: ofLaws.mark.handler(({ context, input }) => laws.mark(principalOf(context), input)),
      add: ofLaws.add.handler(({ context, input }) => laws.add(principalOf(context), input)),
    },
    freshness: {
      guides: os.guides.handler(({ context }) => freshness.guides(principalOf(context))),
      keepers: os.keepers.handler(({ context }) => freshness.keepers(principalOf(context))),
      setCare: os.setCare.handler(({ context, input }) => freshness.setCare(principalOf(context), input)),
      tasks: os.tasks.handler(({ context, input }) => freshness.tasks(principalOf(context), input)),
      confirm: os.confirm.handler(({ context, input }) => freshness.confirm(principalOf(context), input)),
      changes: os.changes.handler(({ context }) => freshness.changes(principalOf(context))),
      addChange: os.addChange.handler(({ context, input }) => freshness.addChange(principalOf(context), input)),
      removeChange: os.removeChange.handler(({ context, input }) =>
        freshness.removeChange(principalOf(context), input),
      ),
      links: os.links.handler(({ context }) => freshness.links(principalOf(context))),
      checkLinks: os.checkLinks.handler(({ context }) => freshness.checkLinks(principalOf(context))),
    },
  }
}
