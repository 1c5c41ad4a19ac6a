/** The audit on the wire. */
import type { AuditFeature } from './audit/index.ts'
import type { Implementer } from './implementer.ts'
import { principalOf } from './platform/http/index.ts'

export function implementAudit({ audit: os }: Implementer, audit: AuditFeature) {
  return {
    list: os.list.handler(({ context, input }) => audit.list(principalOf(context), input)),
    choices: os.choices.handler(({ context }) => audit.choices(principalOf(context))),
    verify: os.verify.handler(() => audit.verify()),
  }
}
