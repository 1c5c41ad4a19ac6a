import type { WardProfile } from '../../areas.ts'
import { type Block, type Context, channelsOf, differencesOn } from '../context.ts'
import { headingOf } from '../sayings.ts'

const nationalPortal = 'dichvucong.gov.vn'

/** Whether it can be handed in online, and where. */
export function onlineBlock(context: Context): Block {
  const channels = channelsOf(context)
  const heading = headingOf(context.topic, 'online', null)
  const online = channels.find(channel => channel.type === 'online')
  if (!online) {
    const desk = `${heading}: nguồn không ghi cách này. Đến nộp tại ${context.office.name}.`
    return { lines: [desk, ...differencesOn('online', context)], hasMore: false }
  }
  const place = online.system ?? portalName(context.ward)
  const lines = [
    `${heading}: được, trên ${place}.`,
    online.note,
    channels.some(channel => channel.type === 'post') && 'Gửi bưu điện cũng được.',
    `Hoặc đến nộp tại ${context.office.name}.`,
    ...differencesOn('online', context),
  ]
  return { lines: lines.filter(line => typeof line === 'string'), hasMore: false }
}

function portalName({ onlinePortalUrl }: WardProfile): string {
  const { host } = new URL(onlinePortalUrl)
  return host === nationalPortal ? `Cổng Dịch vụ công quốc gia (${host})` : `cổng dịch vụ công ${host}`
}

/** The national portal is worth a button only where the topic is handed in there. */
export function opensPortal(context: Context): boolean {
  return channelsOf(context).some(channel => channel.type === 'online' && channel.system === null)
}
