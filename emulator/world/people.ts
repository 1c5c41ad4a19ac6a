import {
  createPersona,
  createRelation,
  type Persona,
  type PersonaInput,
  type PersonaRecord,
  withIds,
} from './personas.ts'
import type { Secrets } from './secrets.ts'

export interface People {
  all(): Iterable<Persona>
  count(): number
  add(input: PersonaInput): Persona
  /** Finds by key ("ba-sau"), by OA-scoped id or by app-scoped id. */
  find(id: string): Persona | undefined
  byUserId(userId: string): Persona | undefined
  byAppUserId(appUserId: string): Persona | undefined
  /** Everybody becomes a stranger to the OA again. */
  forget(): void
  snapshot(): PersonaRecord[]
  restore(records: PersonaRecord[]): void
}

export function createPeople(residents: PersonaInput[], secrets: Secrets): People {
  const byKey = new Map<string, Persona>()
  const byUserId = new Map<string, Persona>()
  const byAppUserId = new Map<string, Persona>()

  function put(persona: Persona): Persona {
    byKey.set(persona.key, persona)
    byUserId.set(persona.userId, persona)
    byAppUserId.set(persona.appUserId, persona)
    return persona
  }

  const add = (input: PersonaInput) => put(createPersona(input, byKey.size + 1, secrets))
  for (const resident of residents) add(resident)

  return {
    all: () => byKey.values(),
    count: () => byKey.size,
    add,
    find: id => byKey.get(id) ?? byUserId.get(id) ?? byAppUserId.get(id),
    byUserId: id => byUserId.get(id),
    byAppUserId: id => byAppUserId.get(id),
    forget() {
      for (const persona of byKey.values()) {
        persona.relation = createRelation()
        persona.refuses = 'nothing'
      }
    },
    snapshot: () => [...byKey.values()],
    restore(records) {
      for (const record of records) put(withIds(record, secrets))
    },
  }
}
