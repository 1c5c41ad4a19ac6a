/** The places of an installation, kept by its administrators. */
import type { AreaImport, AreaNode, AreaOtherName } from '../../shared/area-edits.ts'
import type { Area } from '../../shared/areas.ts'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'
import { areasAbove, findArea } from '../platform/areas/index.ts'
import { readSheet } from '../platform/files/index.ts'
import { mayActIn, type Principal } from '../platform/people/index.ts'
import type { Database } from '../platform/storage/index.ts'
import {
  addArea,
  type Change,
  mergeAreas,
  type NewPart,
  renameArea,
  retireArea,
  splitArea,
  writeNames,
} from './edits.ts'
import { carryOut, type Known, planImport, toAnswer } from './import.ts'
import { readTree } from './tree.ts'

/** Every change: @throws AppError `not_found`, `forbidden` for an area in somebody else's charge; written into the audit. */
export interface AreasFeature extends Feature {
  tree(officer: Principal, below?: string): Promise<AreaNode[]>
  add(administrator: Principal, parent: string, child: { code: string; name: string }): Promise<AreaNode>
  rename(administrator: Principal, code: string, name: string): Promise<AreaNode>
  writeNames(administrator: Principal, code: string, names: AreaOtherName[]): Promise<AreaNode>
  merge(administrator: Principal, code: string, others: string[]): Promise<AreaNode>
  split(administrator: Principal, code: string, name: string, parts: NewPart[]): Promise<AreaNode[]>
  retire(administrator: Principal, code: string): Promise<AreaNode>
  import(administrator: Principal, parent: string, bytes: Uint8Array, isRehearsal: boolean): Promise<AreaImport>
}

export function createAreas({ db, clock }: House): AreasFeature {
  /** In a transaction, with the areas it is about; two administrators take turns. */
  async function change<T>(
    administrator: Principal,
    codes: string[],
    work: (change: Change, areas: Area[]) => Promise<T>,
  ): Promise<T> {
    return db.transaction().execute(async tx => {
      await tx.selectFrom('areas').select('id').where('code', 'in', codes).orderBy('id').forUpdate().execute()
      const areas: Area[] = []
      for (const code of codes) areas.push(await requireArea(tx, administrator, code))
      return work({ tx, by: administrator.label, at: clock.now() }, areas)
    })
  }

  async function show(administrator: Principal, code: string): Promise<AreaNode> {
    const [node] = await readTree(db, administrator.areaIds, { code })
    if (!node) throw new AppError('not_found', 'no such area')
    return node
  }

  return {
    name: 'areas',
    tree: ({ areaIds }, below) => readTree(db, areaIds, { below }),
    async add(administrator, parent, child) {
      await change(administrator, [parent], (edit, [area]) => addArea(edit, the(area), child))
      return show(administrator, child.code)
    },
    async rename(administrator, code, name) {
      await change(administrator, [code], (edit, [area]) => renameArea(edit, the(area), name))
      return show(administrator, code)
    },
    async writeNames(administrator, code, names) {
      await change(administrator, [code], (edit, [area]) => writeNames(edit, the(area), names))
      return show(administrator, code)
    },
    async merge(administrator, code, others) {
      await change(administrator, [code, ...others], (edit, [area, ...rest]) => mergeAreas(edit, the(area), rest))
      return show(administrator, code)
    },
    async split(administrator, code, name, parts) {
      await change(administrator, [code], async (edit, [area]) => {
        const parent = await requireParent(edit.tx, administrator, the(area))
        await splitArea(edit, the(area), parent, parts)
        await renameArea(edit, the(area), name)
      })
      return Promise.all([code, ...parts.map(part => part.code)].map(one => show(administrator, one)))
    },
    async retire(administrator, code) {
      await change(administrator, [code], (edit, [area]) => retireArea(edit, the(area)))
      return show(administrator, code)
    },
    async import(administrator, code, bytes, isRehearsal) {
      await requireArea(db, administrator, code)
      const sheet = await readSheet(bytes)
      return change(administrator, [code], async (edit, [area]) => {
        const known = await listKnown(edit.tx, the(area), sheet)
        const rows = planImport(sheet, known)
        const isDone = !isRehearsal && rows.every(row => row.change !== 'wrong')
        if (isDone) await carryOut(edit, the(area), rows, known)
        return toAnswer(rows, isDone)
      })
    },
  }
}

async function requireArea(db: Database, administrator: Principal, code: string): Promise<Area> {
  const area = await findArea(db, code)
  if (!area) throw new AppError('not_found', 'no such area')
  if (!mayActIn(administrator, await areasAbove(db, area.id)))
    throw new AppError('forbidden', 'this area is not in your charge', 'other_area')
  return area
}

/** Where the parts of an area come to lie. @throws AppError `forbidden` when that is in somebody else's charge */
async function requireParent(db: Database, administrator: Principal, area: Area): Promise<Area> {
  const row = area.parentId
    ? await db.selectFrom('areas').select('code').where('id', '=', area.parentId).executeTakeFirst()
    : undefined
  if (!row) throw new AppError('invalid', 'the topmost area cannot be split')
  return requireArea(db, administrator, row.code)
}

/** Every area that a row of the sheet may mean. */
async function listKnown(db: Database, parent: Area, sheet: string[][]): Promise<Known[]> {
  const words = [...new Set(sheet.flat().map(cell => cell.trim().toLowerCase()))].filter(Boolean)
  const rows = words.length === 0 ? [] : await db.selectFrom('areas').selectAll().where('code', 'in', words).execute()
  const ids = rows.map(({ id }) => id)
  const names =
    ids.length === 0 ? [] : await db.selectFrom('area_names').selectAll().where('area_id', 'in', ids).execute()
  return rows.map(row => ({
    id: row.id,
    parentId: row.parent_id,
    level: row.level,
    code: row.code,
    name: row.name,
    profile: row.profile,
    isRetired: row.retired_at !== null,
    isBelow: row.parent_id === parent.id,
    names: names.filter(one => one.area_id === row.id).map(({ kind, name }) => ({ kind, name })),
  }))
}

/** `change` hands over as many areas as it was asked for. */
function the(area: Area | undefined): Area {
  if (!area) throw new AppError('not_found', 'no such area')
  return area
}
