import { belowLines } from '../../local-parts/index.ts'
import { type Block, type Context, channelsOf, differencesOn } from '../context.ts'
import { headingOf } from '../sayings.ts'

/** Which desk, where, when it is open, and whether another desk will do. */
export function whereBlock(context: Context): Block {
  const { office, topic, ward } = context
  const atTheDesk = channelsOf(context).find(channel => channel.type === 'in_person')
  const lines = [
    `${headingOf(topic, 'where', null)}: ${office.name}.`,
    topic.authority.kind === 'elsewhere' && !topic.local?.place
      ? `Hỏi đường: gọi ${office.phone} (${ward.officeName}).`
      : `${office.address ? `${office.address}. ` : ''}Điện thoại ${office.phone}.`,
    ...office.local,
    ...office.hours,
    ...(context.view === 'full' ? (topic.local?.below.flatMap(belowLines) ?? []) : []),
    topic.authority.howToReach,
    topic.authority.whichOffice,
    atTheDesk?.note,
    ...differencesOn('where', context),
  ]
  return { lines: lines.filter(line => typeof line === 'string'), hasMore: false }
}
