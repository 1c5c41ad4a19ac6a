/** Taking content in: every part of the file is weighed against what is here, then all of it becomes drafts, or none. */
import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { compareGuides, listIncomplete, mergeGuides } from '../../../shared/guides/index.ts'
import {
  type ContentItem,
  type ContentOutcome,
  ContentPack,
  orderedJson,
  type PackChoices,
  packFormat,
  packSchema,
  readPackedTopic,
} from '../../../shared/packs/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import { AppError } from '../../errors.ts'
import { readSheet } from '../../platform/files/index.ts'
import type { Tables } from '../../platform/storage/index.ts'
import type { Pen } from '../guides/drafting.ts'
import { OPEN, writeStep } from '../guides/rows.ts'
import { type Proposal, readRecords } from './records.ts'
import { refuseFile } from './refusal.ts'
import { readGuideSheet } from './sheet.ts'

type Tx = Transaction<Tables>

/** What is here already. */
interface Here {
  /** By key: the latest revision, in force or not. */
  guides: Map<string, { revision: number; content: Topic; isInForce: boolean }>
  /** Key of the guide that speaks of a procedure. */
  byCode: Map<string, string>
  open: Set<string>
}

interface Planned extends ContentItem {
  /** What the draft would say; null: nothing is written. */
  draft: { content: Topic; base: number | null } | null
}

interface Plan extends Pick<ContentOutcome, 'kind' | 'from'> {
  items: Planned[]
  pack: { origin: string; topics: Topic[] } | null
}

/** @throws AppError `invalid` with a `ContentRefusal` for a file that is none of ours */
export async function takeContent(
  { db, hand, now }: Pen,
  { bytes, isRehearsal, choices }: { bytes: Uint8Array; isRehearsal: boolean; choices: PackChoices },
): Promise<ContentOutcome> {
  const file = await readFile(bytes)
  return db.transaction().execute(async tx => {
    const plan = await planContent(tx, file, choices)
    const isReady = plan.items.every(({ change }) => change !== 'wrong' && change !== 'open')
    const isDone = !isRehearsal && isReady
    if (isDone) {
      const open = plan.items.find(item => item.conflicts.some(({ field }) => !choices[item.guide]?.[field]))
      if (open) throw refuseFile('not_chosen', `not chosen yet: ${open.guide}`)
      for (const { guide, draft } of plan.items) if (draft) await writeDraft(tx, { hand, now }, guide, draft)
      if (plan.pack) await keepBases(tx, { by: hand.label, now }, plan.pack)
      await tx
        .insertInto('audit')
        .values({
          actor: hand.label,
          action: 'content taken in',
          subject: plan.kind,
          detail: JSON.stringify({ from: plan.from, drafts: plan.items.filter(({ draft }) => draft).length }),
        })
        .execute()
    }
    return { kind: plan.kind, from: plan.from, isDone, items: plan.items.map(({ draft: _draft, ...item }) => item) }
  })
}

type File =
  | { kind: 'sheet'; rows: string[][] }
  | { kind: 'pack'; pack: ContentPack }
  | { kind: 'records'; json: unknown }

async function readFile(bytes: Uint8Array): Promise<File> {
  const start = Buffer.from(bytes.subarray(0, 64))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (!/^[{[]/.test(start)) return { kind: 'sheet', rows: await readRows(bytes) }
  const json = parseJson(bytes)
  if ((json as { format?: unknown } | null)?.format !== packFormat) return { kind: 'records', json }
  return { kind: 'pack', pack: readPack(json) }
}

/** The sheet of guides has other columns than the sheet of areas: what is wrong is said in the words of this page. */
async function readRows(bytes: Uint8Array): Promise<string[][]> {
  try {
    return await readSheet(bytes)
  } catch (error) {
    if (error instanceof AppError && error.reason === 'unreadable_file')
      throw refuseFile('not_content', 'this sheet cannot be read')
    throw error
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refuseFile('not_content', 'this file cannot be read')
  }
}

function readPack(json: unknown): ContentPack {
  if (Number((json as { schema?: unknown }).schema) > packSchema)
    throw refuseFile('newer_pack', 'made by a newer program')
  const pack = ContentPack.safeParse(json)
  if (!pack.success) throw refuseFile('damaged_pack', 'not a whole pack')
  if (digestOf(pack.data.guides) !== pack.data.digest) throw refuseFile('damaged_pack', 'the digest differs')
  return pack.data
}

export function digestOf(guides: ContentPack['guides']): string {
  return createHash('sha256').update(orderedJson(guides)).digest('hex')
}

async function planContent(tx: Tx, file: File, choices: PackChoices): Promise<Plan> {
  const here = await readHere(tx)
  if (file.kind === 'pack') return planPack(tx, file.pack, { here, choices })
  const { from, proposals } =
    file.kind === 'records' ? readRecords(file.json) : { from: '', proposals: readGuideSheet(file.rows) }
  return { kind: file.kind, from, items: proposals.map(proposal => planProposal(proposal, here)), pack: null }
}

async function readHere(tx: Tx): Promise<Here> {
  const revisions = await tx
    .selectFrom('topic_revisions')
    .distinctOn('topic_key')
    .select(['topic_key', 'revision', 'content', 'retired_at'])
    .orderBy('topic_key')
    .orderBy('revision', 'desc')
    .execute()
  const drafts = await tx
    .selectFrom('guide_drafts')
    .select('topic_key')
    .where('state', 'in', [...OPEN])
    .execute()
  return {
    guides: new Map(
      revisions.map(({ topic_key, revision, content, retired_at }) => [
        topic_key,
        { revision, content, isInForce: retired_at === null },
      ]),
    ),
    byCode: new Map(
      revisions.flatMap(({ topic_key, content }) => content.procedures.map(({ code }) => [code, topic_key] as const)),
    ),
    open: new Set(drafts.map(({ topic_key }) => topic_key)),
  }
}

function planProposal({ record, title, topic, defects, remarks }: Proposal, here: Here): Planned {
  const base = { record, title, defects, remarks, conflicts: [], draft: null }
  if (!topic) return { ...base, guide: '', change: 'wrong' }
  const known = topic.procedures.map(({ code }) => here.byCode.get(code)).find(key => key !== undefined)
  if (known !== undefined) return { ...base, guide: known, change: 'known', remarks: [] }
  if (here.guides.has(topic.key)) return { ...base, guide: topic.key, change: 'known', remarks: [] }
  if (here.open.has(topic.key)) return { ...base, guide: topic.key, change: 'known', remarks: ['Đang có bản nháp.'] }
  const missing = listIncomplete(topic)
  return {
    ...base,
    guide: topic.key,
    change: 'new',
    remarks: [
      ...(missing.length > 0 ? [`Còn ${missing.length} chỗ phải viết thêm trước khi gửi duyệt.`] : []),
      ...remarks,
    ],
    draft: { content: topic, base: null },
  }
}

async function planPack(
  tx: Tx,
  pack: ContentPack,
  { here, choices }: { here: Here; choices: PackChoices },
): Promise<Plan> {
  const bases = new Map(
    (
      await tx.selectFrom('pack_bases').select(['topic_key', 'content']).where('origin', '=', pack.origin).execute()
    ).map(({ topic_key, content }) => [topic_key, content]),
  )
  const starters = new Map(
    (
      await tx
        .selectFrom('topic_revisions')
        .distinctOn('topic_key')
        .select(['topic_key', 'content'])
        .where('origin', '=', 'starter')
        .orderBy('topic_key')
        .orderBy('revision', 'desc')
        .execute()
    ).map(({ topic_key, content }) => [topic_key, content]),
  )
  const topics: Topic[] = []
  const seen = new Set<string>()
  const items = pack.guides.map(({ topic: value }, index): Planned => {
    const topic = readPackedTopic(value)
    const record = topic?.key ?? `hướng dẫn thứ ${index + 1}`
    const defect = !topic
      ? 'Hướng dẫn này không đúng mẫu.'
      : seen.has(topic.key)
        ? 'Hướng dẫn này có hai lần trong gói.'
        : null
    if (!topic || defect)
      return {
        ...{
          record,
          title: topic?.title ?? record,
          guide: '',
          change: 'wrong',
          remarks: [],
          conflicts: [],
          draft: null,
        },
        defects: [defect ?? ''],
      }
    seen.add(topic.key)
    topics.push(topic)
    return planGuide(topic, {
      here,
      base: bases.get(topic.key) ?? starters.get(topic.key) ?? null,
      chosen: choices[topic.key] ?? {},
    })
  })
  return { kind: 'pack', from: pack.from, items, pack: { origin: pack.origin, topics } }
}

function planGuide(
  theirs: Topic,
  { here, base, chosen }: { here: Here; base: Topic | null; chosen: Record<string, 'ours' | 'theirs'> },
): Planned {
  const common = { record: theirs.key, title: theirs.title, guide: theirs.key, defects: [], remarks: [], conflicts: [] }
  const ours = here.guides.get(theirs.key)
  if (ours && orderedJson(ours.content) === orderedJson(theirs)) return { ...common, change: 'same', draft: null }
  if (here.open.has(theirs.key))
    return {
      ...common,
      change: 'open',
      defects: ['Đang có người soạn hướng dẫn này. Đợi xong rồi lấy gói lại.'],
      draft: null,
    }
  if (!ours) return { ...common, change: 'new', draft: { content: theirs, base: null } }
  // Where nobody knows what both began from, whatever differs is for a person to choose.
  const from = base ?? ({} as Topic)
  const keepOurs = Object.entries(chosen).flatMap(([field, whose]) => (whose === 'ours' ? [field] : []))
  const { merged, conflicts } = mergeGuides(from, ours.content, theirs, keepOurs)
  const item = {
    ...common,
    remarks: ours.isInForce ? [] : ['Hướng dẫn này đã ngừng dùng ở đây.'],
    conflicts: conflicts.map(field => ({
      field,
      differences: compareGuides(ours.content, { ...ours.content, [field]: theirs[field as keyof Topic] }),
    })),
  }
  return orderedJson(merged) === orderedJson(ours.content)
    ? { ...item, change: conflicts.length > 0 ? 'merge' : 'same', draft: null }
    : { ...item, change: 'merge', draft: { content: merged, base: ours.revision } }
}

async function writeDraft(
  tx: Tx,
  { hand, now }: Pick<Pen, 'hand' | 'now'>,
  key: string,
  { content, base }: { content: Topic; base: number | null },
): Promise<void> {
  const row = await tx
    .insertInto('guide_drafts')
    .values({
      topic_key: key,
      base_revision: base,
      content: JSON.stringify(content),
      authors: [hand.actor],
      edited_by: hand.label,
      edited_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeStep(tx, hand, { action: 'taken in', topic: key, draft: row.id })
}

async function keepBases(
  tx: Tx,
  { by, now }: { by: string; now: Date },
  { origin, topics }: { origin: string; topics: Topic[] },
): Promise<void> {
  for (const topic of topics) {
    const values = { content: JSON.stringify(topic), taken_at: now, taken_by: by }
    await tx
      .insertInto('pack_bases')
      .values({ origin, topic_key: topic.key, ...values })
      .onConflict(conflict => conflict.columns(['origin', 'topic_key']).doUpdateSet(values))
      .execute()
  }
}
