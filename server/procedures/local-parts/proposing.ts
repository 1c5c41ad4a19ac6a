/** What an officer says in the review holds here only: handed in at once, beside whatever else the area has of its own. */
import { isDeepStrictEqual } from 'node:util'
import { type LocalFacts, type LocalView, localFields, noFacts } from '../../../shared/local-parts/index.ts'
import { AppError } from '../../errors.ts'
import type { Principal } from '../../platform/people/index.ts'

type At = { key: string; area: string }

/** What a part takes to be handed in. */
export interface PartsWriter {
  get(officer: Principal, asked: At): Promise<LocalView>
  save(officer: Principal, asked: At & { facts: LocalFacts; version: number | null }): Promise<LocalView>
  submit(officer: Principal, asked: At & { version: number; why: string }): Promise<LocalView>
}

type Said = Partial<LocalFacts>

/** Every field that `said` names stands so in `facts`; the database does not keep the order of keys. */
const holds = (facts: LocalFacts, said: Said) =>
  localFields.every(field => !said[field] || isDeepStrictEqual(facts[field], said[field]))

/** @throws AppError `invalid` when all of it holds here already; as `get` refuses */
export async function requireNew(
  parts: PartsWriter,
  officer: Principal,
  { said, ...at }: At & { said: Said },
): Promise<void> {
  const { own } = await parts.get(officer, at)
  if (own && holds(own.facts, said))
    throw new AppError('invalid', 'nothing differs from what holds here', 'nothing_new')
}

/**
 * @returns `local` when a second person has it to agree to; `local-draft` when it stands in what somebody is writing;
 * `task` when other words wait or stand in that very place: nothing is overwritten
 */
export async function proposePart(
  parts: PartsWriter,
  officer: Principal,
  { said, why, ...at }: At & { said: Said; why: string },
): Promise<'local' | 'local-draft' | 'task'> {
  try {
    const { own, open } = await parts.get(officer, at)
    if (open?.state === 'submitted') return holds(open.facts, said) ? 'local' : 'task'
    const base = (open ?? own)?.facts ?? noFacts
    const isUntouched = localFields.every(
      field =>
        !open ||
        !said[field] ||
        [own?.facts[field] ?? null, said[field]].some(known => isDeepStrictEqual(base[field], known)),
    )
    if (!isUntouched) return 'task'
    const kept = await parts.save(officer, { ...at, facts: { ...base, ...said }, version: open?.version ?? null })
    if (open || !kept.open) return 'local-draft'
    await parts.submit(officer, { ...at, version: kept.open.version, why })
    return 'local'
  } catch (error) {
    // Somebody was faster: the answer stands, and the task says what is to be done.
    if (error instanceof AppError) return 'task'
    throw error
  }
}
