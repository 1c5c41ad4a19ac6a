import { type Block, type Context, caseToName, channelName, channelsOf, differencesOn, whereToAsk } from '../context.ts'
import { upperFirst } from '../figures.ts'
import { headingOf } from '../sayings.ts'

const onTheSlip = 'Dự kiến; ngày chính thức ghi trên giấy hẹn.'

/** How long it takes, where that is known. The day itself is always the one on the appointment slip. */
export function timeBlock(context: Context, heading = headingOf(context.topic, 'time', caseToName(context))): Block {
  const limits = new Map<string, string[]>()
  for (const channel of channelsOf(context)) {
    const text = channel.timeLimit?.text
    if (text) limits.set(text, [...(limits.get(text) ?? []), channelName(channel.type)])
  }
  const [first, ...others] = limits.keys()
  const lines =
    first === undefined
      ? [`${heading}: nguồn không ghi. ${whereToAsk(context)}`]
      : others.length === 0
        ? [`${heading}: ${first}`]
        : [`${heading}:`, ...[...limits].map(([text, through]) => `• ${upperFirst(through.join(', '))}: ${text}`)]
  const isKnown = first !== undefined
  return {
    lines: [...lines, ...(isKnown ? [onTheSlip] : []), ...differencesOn('time', context)],
    hasMore: false,
  }
}
