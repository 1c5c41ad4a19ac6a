/** Keeps the world on disk between two runs of the emulator. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { GrantsSnapshot } from '../oauth/grants.ts'
import { ChatMessage } from './chats.ts'
import { Persona } from './personas.ts'
import type { World } from './world.ts'

const Snapshot = z.object({
  version: z.literal(1),
  appId: z.string(),
  oaId: z.string(),
  clockOffsetMs: z.number(),
  people: z.array(Persona),
  chats: z.record(z.string(), z.array(ChatMessage)),
  grants: GrantsSnapshot,
})

export interface SnapshotFile {
  /** Brings the saved world back, unless the file is missing, damaged or of another app or OA. */
  restore(world: World): void
  save(world: World): void
}

export function createSnapshotFile(path: string): SnapshotFile {
  return {
    restore(world) {
      const saved = Snapshot.safeParse(readJson(path))
      if (!saved.success) return
      const { appId, oaId, clockOffsetMs, people, chats, grants } = saved.data
      if (appId !== world.secrets.appId || oaId !== world.secrets.oaId) return
      world.clock.set(Date.now() + clockOffsetMs)
      world.grants.restore(grants)
      world.people.restore(people)
      world.chats.restore(chats)
    },
    save(world) {
      const snapshot: z.infer<typeof Snapshot> = {
        version: 1,
        appId: world.secrets.appId,
        oaId: world.secrets.oaId,
        clockOffsetMs: world.clock.offsetMs(),
        people: world.people.snapshot(),
        chats: world.chats.snapshot(),
        grants: world.grants.snapshot(),
      }
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(`${path}.new`, JSON.stringify(snapshot), { mode: 0o600 })
      renameSync(`${path}.new`, path)
    },
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
