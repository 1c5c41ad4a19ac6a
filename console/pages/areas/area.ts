import type { api } from '../../api/index.ts'

/** A place as administrators see it. */
export type Area = Awaited<ReturnType<typeof api.areas.tree>>[number]
