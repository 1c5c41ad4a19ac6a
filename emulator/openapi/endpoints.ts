import { accountEndpoints } from './account.ts'
import { articleEndpoints } from './articles.ts'
import type { Endpoint } from './endpoint.ts'
import { groupEndpoints } from './groups.ts'
import { historyEndpoints } from './history.ts'
import { messageEndpoints } from './messages.ts'
import { peopleEndpoints } from './people.ts'
import { quotaEndpoints } from './quotas.ts'
import { templateEndpoints } from './template-messages.ts'
import { uploadEndpoints } from './uploads.ts'

/** Every OpenAPI path the emulated Zalo knows; all others answer 404. */
export const endpoints: Endpoint[] = [
  ...accountEndpoints,
  ...articleEndpoints,
  ...groupEndpoints,
  ...historyEndpoints,
  ...messageEndpoints,
  ...peopleEndpoints,
  ...quotaEndpoints,
  ...templateEndpoints,
  ...uploadEndpoints,
]
