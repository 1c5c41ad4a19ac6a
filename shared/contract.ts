/** The operations of the server, for every client and for other systems. Each states whom it serves. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { HealthReport } from './health.ts'
import type { Access } from './people.ts'
import { Topic, TopicKind } from './procedures.ts'

/** Every operation starts from here: there is no way to leave `access` out. */
const operation = (access: Access) => oc.$meta<{ access: Access }>({ access })

const Published = z.object({ topic: Topic, revision: z.number().int().positive(), publishedAt: z.date() })

export const contract = {
  procedures: {
    list: operation('public')
      .route({ method: 'GET', path: '/procedures', summary: 'All topics that the ward has published' })
      .output(
        z.array(
          z.object({ key: z.string(), kind: TopicKind, title: z.string(), summary: z.string(), category: z.string() }),
        ),
      ),
    get: operation('public')
      .route({ method: 'GET', path: '/procedures/{key}', summary: 'One guide as published' })
      .input(z.object({ key: z.string().max(80) }))
      .output(Published),
  },
  health: {
    read: operation('viewer')
      .route({ method: 'GET', path: '/health', summary: 'What works, what does not, and what to do about it' })
      .output(HealthReport),
  },
}
