/** The operations of the staff and of places, handed to the features that carry them out. */
import type { AreasFeature } from './areas/index.ts'
import type { Implementer } from './implementer.ts'
import { principalOf } from './platform/http/index.ts'
import type { Guides } from './procedures/index.ts'
import type { StaffFeature } from './staff/index.ts'

const done = { done: true as const }

export function implementStaff(
  { staff: os }: Implementer,
  { sessions, invitations, members, tokens }: StaffFeature,
  guides: Pick<Guides, 'areKeptBy'>,
) {
  return {
    me: os.me.handler(async ({ context }) => {
      const principal = await sessions.readPrincipal(context.headers)
      const keepsGuides = principal !== null && (await guides.areKeptBy(principal))
      return { ...(await sessions.me(context.headers)), keepsGuides }
    }),
    readInvitation: os.readInvitation.handler(({ input }) => invitations.read(input.code)),
    accept: os.accept.handler(({ input }) => invitations.accept(input)),
    listSessions: os.listSessions.handler(({ context }) => sessions.list(context.headers)),
    endSession: os.endSession.handler(async ({ context, input }) => {
      await sessions.end(context.headers, input.id)
      return done
    }),
    endOtherSessions: os.endOtherSessions.handler(async ({ context }) => {
      await sessions.endOthers(context.headers)
      return done
    }),
    replaceTotp: os.replaceTotp.handler(async ({ context, input }) => {
      await sessions.replaceTotp(context.headers, input)
      return done
    }),
    list: os.list.handler(({ context }) => members.list(principalOf(context))),
    listInvitations: os.listInvitations.handler(({ context }) => invitations.list(principalOf(context))),
    invite: os.invite.handler(({ context, input }) => invitations.invite(principalOf(context), input)),
    revokeInvitation: os.revokeInvitation.handler(async ({ context, input }) => {
      await invitations.revoke(principalOf(context), input.id)
      return done
    }),
    grantRole: os.grantRole.handler(({ context, input }) => members.grant(principalOf(context), input)),
    revokeRole: os.revokeRole.handler(({ context, input }) => members.revoke(principalOf(context), input)),
    deactivate: os.deactivate.handler(({ context, input }) => members.deactivate(principalOf(context), input.person)),
    reactivate: os.reactivate.handler(({ context, input }) => members.reactivate(principalOf(context), input.person)),
    resetAccess: os.resetAccess.handler(({ context, input }) => invitations.reset(principalOf(context), input.person)),
    handOver: os.handOver.handler(({ context, input }) =>
      members.handOver(principalOf(context), input.person, input.to),
    ),
    listTokens: os.listTokens.handler(({ context }) => tokens.list(principalOf(context))),
    createToken: os.createToken.handler(({ context, input }) => tokens.create(principalOf(context), input)),
    endToken: os.endToken.handler(async ({ context, input }) => {
      await tokens.end(principalOf(context), input.id)
      return done
    }),
  }
}

export function implementAreas({ areas: os }: Implementer, areas: AreasFeature) {
  return {
    tree: os.tree.handler(({ context, input }) => areas.tree(principalOf(context), input.below)),
    add: os.add.handler(({ context, input: { area, ...child } }) => areas.add(principalOf(context), area, child)),
    rename: os.rename.handler(({ context, input }) => areas.rename(principalOf(context), input.area, input.name)),
    writeNames: os.writeNames.handler(({ context, input }) =>
      areas.writeNames(principalOf(context), input.area, input.names),
    ),
    merge: os.merge.handler(({ context, input }) => areas.merge(principalOf(context), input.area, input.others)),
    split: os.split.handler(({ context, input }) =>
      areas.split(principalOf(context), input.area, input.name, input.parts),
    ),
    retire: os.retire.handler(({ context, input }) => areas.retire(principalOf(context), input.area)),
    import: os.import.handler(async ({ context, input }) =>
      areas.import(principalOf(context), input.area, new Uint8Array(await input.file.arrayBuffer()), input.isRehearsal),
    ),
  }
}
