export { type ErasureCause, erasePerson, removeTraces, type ZaloId } from './erasure.ts'
export type { LinkRule, MiniAppVisit } from './link-evidence.ts'
export { type LinkedPerson, linkMiniApp } from './linking.ts'
export {
  countMembers,
  type Joining,
  joinArea,
  leaveArea,
  listMembers,
  listPlaces,
  type Member,
} from './memberships.ts'
export { mergePersons } from './merge.ts'
export { findPersonByZaloId, notePersons, type ZaloVisit } from './persons.ts'
export { actAs, actorOf, createPrincipal, type Grant, leadsArea, mayActIn, type Principal } from './principal.ts'
export { grantRole, type HeldRole, listLeads, listRoles, revokeRole } from './roles.ts'
export { createSessions, type Sessions } from './sessions.ts'
export { createToken, hashSecret, issueCode, keepCode, makeCode, readToken, redeemCode } from './tokens.ts'
