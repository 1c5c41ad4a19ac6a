/** Does every printed code still lead somewhere, and is the ward still found where its sheets say. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { HealthItem } from '../../shared/health.ts'
import type { House } from '../feature.ts'
import { listWithin, type ServedWard } from '../platform/areas/index.ts'
import { listLinks, listPlaces, type StoredLink } from '../platform/links/index.ts'
import type { Database } from '../platform/storage/index.ts'
import { type FindDestination, readTarget } from './destinations.ts'

const NAME = 'Mã QR'
const HOSTS_KEY = 'links.hosts'
const Hosts = z.array(z.string())
const MOST_NAMED = 3

interface LinkHealthParts extends Pick<House, 'db' | 'config'> {
  findOwnWard(): Promise<ServedWard>
  findDestination: FindDestination
}

export function createLinkHealth({ db, config, findOwnWard, findDestination }: LinkHealthParts) {
  return async (): Promise<HealthItem[]> => {
    const ward = await findOwnWard()
    const links = await listLinks(db, await listWithin(db, [ward.areaId]))
    const used = links.filter(({ isRetired }) => !isRetired)
    const places = await listPlaces(
      db,
      used.map(({ code }) => code),
    )
    const hanging = [...places.values()].flat().filter(({ takenDownAt }) => takenDownAt === null).length
    const lost = used.filter(({ target }) => !leadsSomewhere(target, ward, findDestination))
    const former = (await readHosts(db)).filter(host => host !== new URL(config.publicUrl).host)
    return [lost.length > 0 ? lostItem(lost) : allWell(used.length, hanging), ...former.map(formerItem)]
  }
}

function leadsSomewhere(target: unknown, ward: ServedWard, findDestination: FindDestination): boolean {
  const read = readTarget(target)
  return read !== null && findDestination(read, ward) !== null
}

function allWell(used: number, hanging: number): HealthItem {
  const finding = `${used} mã đang dùng, ${hanging} nơi đang treo; mã nào quét cũng tới nơi.`
  return { name: NAME, colour: 'green', finding, nextStep: null }
}

function lostItem(lost: readonly StoredLink[]): HealthItem {
  const named = lost.slice(0, MOST_NAMED).map(({ code, title }) => `${code} (${title})`)
  const more = lost.length > MOST_NAMED ? ` và ${lost.length - MOST_NAMED} mã khác` : ''
  return {
    name: NAME,
    colour: 'red',
    finding: `Quét ${named.join(', ')}${more} thì không còn tới đâu: hướng dẫn đã gỡ.`,
    nextStep: `Chỉ sang nơi khác: npm run qr -- move ${lost[0]?.code ?? ''} --guide KHÓA --why "…", hoặc cho thôi dùng bằng retire.`,
  }
}

/** A sheet on a wall keeps the name it was printed with. */
function formerItem(host: string): HealthItem {
  return {
    name: `Tên miền cũ ${host}`,
    colour: 'amber',
    finding: `Mã in trước đây mang tên miền ${host}, nay PUBLIC_URL đã đổi.`,
    nextStep: `Giữ tên miền ${host} và cho nó trỏ về máy này. Gỡ hết giấy cũ rồi thì chạy: npm run qr -- forget-host ${host}`,
  }
}

/** Remembers under which names codes were printed. A practice ward prints nothing. */
export async function rememberHost(db: Database, { mode, publicUrl }: House['config']): Promise<void> {
  if (mode === 'practice') return
  const { host } = new URL(publicUrl)
  await sql`
    insert into settings (area_id, key, value) values (null, ${HOSTS_KEY}, ${JSON.stringify([host])}::jsonb)
    on conflict (area_id, key) do update set value = settings.value || excluded.value, updated_at = now()
    where not settings.value @> excluded.value
  `.execute(db)
}

/** @returns false when it was not known */
export async function forgetHost(db: Database, host: string): Promise<boolean> {
  if (!(await readHosts(db)).includes(host)) return false
  await sql`update settings set value = value - ${host}::text, updated_at = now() where area_id is null and key = ${HOSTS_KEY}`.execute(
    db,
  )
  return true
}

async function readHosts(db: Database): Promise<string[]> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('area_id', 'is', null)
    .where('key', '=', HOSTS_KEY)
    .executeTakeFirst()
  return Hosts.safeParse(row?.value).data ?? []
}
