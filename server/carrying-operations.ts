/** The ways of notices on the wire: each operation of the contract handed to the feature. */
import type { CarryingFeature } from './carrying/index.ts'
import type { Implementer } from './implementer.ts'
import { principalOf } from './platform/http/index.ts'

export function implementCarrying({ carrying: os }: Implementer, { groups }: CarryingFeature) {
  return {
    groups: {
      list: os.groups.list.handler(({ context }) => groups.list(principalOf(context))),
      assets: os.groups.assets.handler(({ context }) => groups.assets(principalOf(context))),
      link: os.groups.link.handler(({ context, input }) => groups.link(principalOf(context), input)),
      unlink: os.groups.unlink.handler(({ context, input }) => groups.unlink(principalOf(context), input.group)),
    },
  }
}
