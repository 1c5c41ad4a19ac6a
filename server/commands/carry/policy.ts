/** By which ways, at which hours and for how much money the ward's notices go. */
import { PushChannel } from '../../../shared/broadcasts.ts'
import { channelWords } from '../../../shared/carrying/index.ts'
import { note } from '../../carrying/index.ts'
import { type CarryPolicy, readPolicy, savePolicy, templatesOf } from '../../platform/deliveries/index.ts'
import type { Act, Acting } from './acting.ts'
import { OPERATOR } from './parts.ts'

export const policyActs: Record<string, Act> = { policy: showOrSave, articles: switchArticles }

async function showOrSave({ db, area, options }: Acting): Promise<string[]> {
  const before = await readPolicy(db, area.id)
  const changes = readChanges(options)
  if (Object.keys(changes).length > 0) await change({ db, area }, changes)
  return describe(Object.keys(changes).length > 0 ? await readPolicy(db, area.id) : before, area.name)
}

export async function change({ db, area }: Pick<Acting, 'db' | 'area'>, changes: Partial<CarryPolicy>): Promise<void> {
  await savePolicy(db, area.id, { ...(await readPolicy(db, area.id)), ...changes })
  await note(db, { actor: OPERATOR, action: 'policy', areaId: area.id, detail: changes })
}

function readChanges({ channels, quiet, paid, articles }: Acting['options']): Partial<CarryPolicy> {
  return {
    ...(channels === undefined ? {} : { channels: channels.split(',').map(readChannel) }),
    ...(quiet === undefined ? {} : { quiet: readQuiet(quiet) }),
    ...(paid === undefined ? {} : { paidPerMonth: readCount(paid) }),
    ...(articles === undefined ? {} : { articlesPerMonth: readCount(articles) }),
  }
}

function readChannel(word: string): PushChannel {
  const channel = PushChannel.safeParse(word.trim())
  if (!channel.success) throw new Error(`Không có cách gửi "${word}". Các cách: ${PushChannel.options.join(', ')}`)
  return channel.data
}

function readQuiet(words: string): CarryPolicy['quiet'] {
  if (words === 'off') return null
  const [, fromHour, fromMinute, untilHour, untilMinute] =
    /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(words) ?? []
  if (fromHour === undefined) throw new Error('Ghi giờ yên tĩnh như 21:00-06:30, hoặc off.')
  return {
    from: Number(fromHour) * 60 + Number(fromMinute),
    until: Number(untilHour) * 60 + Number(untilMinute),
  }
}

export function readCount(word: string): number {
  if (!/^\d{1,7}$/.test(word)) throw new Error(`"${word}" không phải là một số.`)
  return Number(word)
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function describe(
  { channels, quiet, paidPerMonth, templatesPerMonth, articlesPerMonth, ...policy }: CarryPolicy,
  name: string,
): string[] {
  const templates = templatesOf(policy).map(({ id }) => id)
  return [
    `Thông báo của ${name} đi theo thứ tự:`,
    ...channels.map((channel, index) => `  ${index + 1}. ${channel}\t${channelWords[channel]}`),
    `Giờ yên tĩnh: ${quiet ? `${clock(quiet.from)}–${clock(quiet.until)}` : 'không có'}`,
    `Bài viết một tháng: ${articlesPerMonth}`,
    `Tin phường trả tiền một tháng: ${paidPerMonth}; tin mẫu: ${templates.length > 0 ? `${templatesPerMonth}, mẫu ${templates.join(', ')}` : 'không dùng'}`,
  ]
}

async function switchArticles({ db, oaId, zalo, area, words: [wish] }: Acting): Promise<string[]> {
  if (wish !== 'on' && wish !== 'off') throw new Error('Ghi on hoặc off: npm run carry -- articles on')
  const { channels } = await readPolicy(db, area.id)
  const others = channels.filter(channel => channel !== 'article')
  await change({ db, area }, { channels: wish === 'on' ? afterGroup(others) : others })
  if (wish === 'off') return ['Từ nay không gửi bài viết; bà con được báo từng người.']
  await zalo.capabilities.remember(oaId, { canBroadcastArticles: true })
  return ['Từ nay tin của cả phường có ảnh sẽ thành bài viết tới mọi người quan tâm.']
}

/** Fewest calls first: a group, then an article, then people one by one. */
function afterGroup(others: PushChannel[]): PushChannel[] {
  const place = others.indexOf('group') + 1
  return [...others.slice(0, place), 'article', ...others.slice(place)]
}
