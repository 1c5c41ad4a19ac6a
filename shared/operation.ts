/** Every operation of the contract starts from here: there is no way to leave `access` out. */
import { oc } from '@orpc/contract'
import type { Access } from './people.ts'

export const operation = (access: Access) => oc.$meta<{ access: Access }>({ access })
