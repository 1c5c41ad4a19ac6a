/** What an information topic says: the ward's own card, or plain guidance and the number to ring. */
import type { WardProfile } from '../../areas.ts'
import type { Aspect } from '../../procedures.ts'
import { type Block, type Context, isWardCard } from '../context.ts'
import { lowerFirst } from '../figures.ts'
import { whereBlock } from './where.ts'

/** Only the place and the hours are told apart; everything else is asked of the whole. */
export function toInformationAspect(aspect: Aspect): Aspect {
  return aspect === 'where' || aspect === 'time' ? aspect : 'overview'
}

export function informationBlock(aspect: Aspect, context: Context): Block {
  if (aspect === 'where') return deskBlock(context)
  if (isWardCard(context)) return aspect === 'time' ? hoursBlock(context) : cardBlock(context)
  return guidanceBlock(context, aspect === 'time' ? context.office.hours : [])
}

function cardBlock({ topic, office, ward }: Context): Block {
  const lines = [
    topic.summary,
    `${office.name}: ${office.address}. Điện thoại ${office.phone}.`,
    ...office.hours,
    ...policeLine(ward),
    ...topic.advice,
  ]
  return { lines, hasMore: false }
}

/** A first reply leaves the further advice to the full view. */
function guidanceBlock({ topic, office, view }: Context, hours: readonly string[]): Block {
  const ways = topic.steps.map(({ title, text }) => `• ${title}: ${lowerFirst(text)}`)
  const advice = topic.advice.map(text => `• ${text}`)
  const full = view === 'full'
  return {
    lines: [topic.summary, ...hours, ...ways, ...(full ? advice : []), `Hỏi thêm: ${office.phone} (${office.name}).`],
    hasMore: !full && advice.length > 0,
  }
}

/** When somebody is there. How long a dossier takes is told by the topic it belongs to. */
function hoursBlock({ office }: Context): Block {
  const known = [`Giờ làm việc của ${office.name}:`, ...office.hours]
  const unknown = [`Giờ làm việc: phường chưa nhập. Gọi ${office.phone} để hỏi.`]
  return { lines: office.hours.length > 0 ? known : unknown, hasMore: false }
}

function deskBlock(context: Context): Block {
  const { lines } = whereBlock(context)
  return { lines: isWardCard(context) ? [...lines, ...policeLine(context.ward)] : lines, hasMore: false }
}

function policeLine({ police }: WardProfile): string[] {
  return police ? [`${police.name}: ${police.address}. Điện thoại ${police.phone}.`] : []
}
