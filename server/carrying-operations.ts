/** The ways of notices on the wire: each operation of the contract handed to the feature. */
import type { CarryingFeature } from './carrying/index.ts'
import type { Implementer } from './implementer.ts'
import { principalOf } from './platform/http/index.ts'

export function implementCarrying({ carrying: os }: Implementer, { groups, templates, rules }: CarryingFeature) {
  return {
    groups: {
      list: os.groups.list.handler(({ context }) => groups.list(principalOf(context))),
      assets: os.groups.assets.handler(({ context }) => groups.assets(principalOf(context))),
      link: os.groups.link.handler(({ context, input }) => groups.link(principalOf(context), input)),
      unlink: os.groups.unlink.handler(({ context, input }) => groups.unlink(principalOf(context), input.group)),
    },
    templates: {
      list: os.templates.list.handler(({ context }) => templates.list(principalOf(context))),
      link: os.templates.link.handler(({ context, input }) => templates.link(principalOf(context), input)),
      unlink: os.templates.unlink.handler(({ context, input }) => templates.unlink(principalOf(context), input)),
    },
    rules: {
      read: os.rules.read.handler(({ context, input }) => rules.read(principalOf(context), input.area)),
      write: os.rules.write.handler(({ context, input }) => rules.write(principalOf(context), input)),
      drop: os.rules.drop.handler(({ context, input }) => rules.drop(principalOf(context), input.area)),
    },
  }
}
