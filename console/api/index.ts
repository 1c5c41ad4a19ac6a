/** The ward's server, as pages use it. */
export { auth } from './auth.ts'
export { type Api, ApiError, api, send, type Trouble } from './client.ts'
export { ME, type Me, mayOpen, useMe } from './me.ts'
