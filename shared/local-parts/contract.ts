/** What officers do with local parts. Whoever keeps an area keeps those below it; nobody those above. */
import { z } from 'zod'
import { operation } from '../operation.ts'
import { LocalArea, LocalView } from './kept.ts'
import { LocalFacts } from './local-part.ts'

const Why = z.string().trim().min(3).max(500)
const GuideKey = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const at = z.object({ key: GuideKey, area: z.string().max(80) })
const Version = z.number().int().positive()
const decision = at.extend({ version: Version })

export const localPartsContract = {
  list: operation('viewer')
    .route({ method: 'GET', path: '/guides/{key}/local', summary: 'The areas whose local part of a guide one may see' })
    .input(at.pick({ key: true }))
    .output(z.array(LocalArea)),
  get: operation('viewer')
    .route({ method: 'GET', path: '/guides/{key}/local/{area}', summary: 'What an area says, and what it inherits' })
    .input(at)
    .output(LocalView),
  save: operation('editor')
    .route({ method: 'PUT', path: '/guides/{key}/local/{area}', summary: 'Keeps what is being written for an area' })
    .input(at.extend({ facts: LocalFacts, version: Version.nullable() }))
    .output(LocalView),
  submit: operation('editor')
    .route({ method: 'POST', path: '/guides/{key}/local/{area}/submit', summary: 'Hands it in for a second person' })
    .input(decision.extend({ why: Why }))
    .output(LocalView),
  discard: operation('editor')
    .route({ method: 'POST', path: '/guides/{key}/local/{area}/discard', summary: 'Gives up what is being written' })
    .input(decision.extend({ why: Why }))
    .output(LocalView),
  giveBack: operation('reviewer')
    .route({ method: 'POST', path: '/guides/{key}/local/{area}/give-back', summary: 'Gives it back, with words' })
    .input(decision.extend({ why: Why }))
    .output(LocalView),
  approve: operation('reviewer')
    .route({
      method: 'POST',
      path: '/guides/{key}/local/{area}/approve',
      summary: 'A second person agrees: it holds now',
    })
    .input(decision.extend({ why: Why.nullable() }))
    .output(LocalView),
}
