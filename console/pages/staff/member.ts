import type { api } from '../../api/index.ts'

/** An officer as administrators see them. */
export type Member = Awaited<ReturnType<typeof api.staff.list>>[number]
