export { type ErasureCause, erasePerson, removeTraces, type ZaloId } from './erasure.ts'
export { findPersonByZaloId, notePersons, type ZaloVisit } from './persons.ts'
export { grantRole, type HeldRole, listRoles, revokeRole } from './roles.ts'
export { createToken, issueCode, type Principal, readToken, redeemCode } from './tokens.ts'
