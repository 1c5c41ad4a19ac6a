/** Ways to hand papers in, how long each takes, and what each costs. What is unknown has no number. */
import type { WardProfile } from '../areas.ts'
import { type Channel, type Fee, isKnownFee, type TimeLimit, type Topic } from '../procedures.ts'
import { areaId, authorityId, hasHours, hoursId, provinceCouncilId } from './authority.ts'
import { channelLabel, channelTypeId, DONG } from './concepts.ts'
import { type Addresses, type JsonLdNode, join, node } from './node.ts'

const DURATION_UNITS: Partial<Record<NonNullable<TimeLimit['unit']>, (count: number) => string>> = {
  day: count => `P${count}D`,
  month: count => `P${count}M`,
  hour: count => `PT${count}H`,
}

/** ISO 8601 duration of a limit in calendar units; null for working days, which ISO 8601 does not know, and for no value. */
export function durationOf(limit: TimeLimit | null): string | null {
  if (limit === null || limit.value === null || limit.unit === null || !Number.isInteger(limit.value)) return null
  return DURATION_UNITS[limit.unit]?.(limit.value) ?? null
}

export const channelId = (at: Addresses, index: number) => at.part(`channel-${index + 1}`)
export const costId = (at: Addresses, channel: number, fee: number) => at.part(`cost-${channel + 1}-${fee + 1}`)

/** Channels that one procedure of the topic is handed in through, with their place in the record. */
export function channelsOf(topic: Topic, code: string): { channel: Channel; index: number }[] {
  return topic.channels
    .map((channel, index) => ({ channel, index }))
    .filter(({ channel }) => channel.procedure === null || channel.procedure === code)
}

export function listChannels(at: Addresses, topic: Topic, ward: WardProfile): JsonLdNode[] {
  return topic.channels.map((channel, index) => {
    const { authority } = topic
    const isAtTheDesk = channel.type === 'in_person'
    const duration = durationOf(channel.timeLimit)
    const description = join(
      channelLabel(channel.type),
      channel.timeLimit && `Thời hạn: ${channel.timeLimit.text}`,
      channel.system && `Nộp tại ${channel.system}`,
      channel.note,
      isAtTheDesk && authority.howToReach,
      isAtTheDesk && authority.whichOffice,
    )
    return node(channelId(at, index), ['cv:Channel', 'schema:ServiceChannel'], {
      'dct:identifier': `${topic.key}/channel-${index + 1}`,
      'dct:type': channelTypeId(at, channel.type),
      'dct:description': description,
      'cv:ownedBy': isAtTheDesk ? authorityId(at, topic) : null,
      'cv:openingHours': isAtTheDesk && hasHours(topic, ward) ? hoursId(at) : null,
      'cv:processingTime': duration,
      'schema:name': channelLabel(channel.type),
      'schema:processingTime': duration,
      'schema:availableLanguage': 'vi',
      'schema:serviceUrl': channel.type === 'online' && channel.system === null ? ward.onlinePortalUrl : null,
    })
  })
}

export function listCosts(at: Addresses, topic: Topic): JsonLdNode[] {
  return topic.channels.flatMap((channel, channelIndex) =>
    channel.fees.map((fee, feeIndex) => {
      const { amount } = fee
      const isKnown = isKnownFee(fee) && amount !== null
      return node(costId(at, channelIndex, feeIndex), isKnown ? ['cv:Cost', 'schema:Offer'] : 'cv:Cost', {
        'dct:identifier': `${topic.key}/cost-${channelIndex + 1}-${feeIndex + 1}`,
        'dct:description': describe(fee, topic),
        'cv:ifAccessedThrough': channelId(at, channelIndex),
        'cv:isDefinedBy': fee.status === 'set_by_province' ? provinceCouncilId(at) : null,
        ...(isKnown
          ? {
              'cv:hasValue': amount,
              'cv:currency': DONG,
              'schema:name': fee.name,
              'schema:price': amount,
              'schema:priceCurrency': 'VND',
              'schema:areaServed': areaId(at),
            }
          : {}),
      })
    }),
  )
}

const STATUS_WORDS: Record<Fee['status'], string | null> = {
  stated: null,
  free_stated: 'Nguồn ghi là không thu',
  free_for_eligible: 'Không thu với người thuộc diện được miễn; số tiền của người khác nguồn không ghi',
  set_by_province: 'Do Hội đồng nhân dân tỉnh, thành phố quyết định; nguồn không ghi số tiền',
  see_text: 'Nguồn không ghi số tiền',
  not_stated: 'Nguồn không ghi số tiền',
}

function describe(fee: Fee, { cases }: Topic): string {
  const labels = fee.cases?.map(id => cases.find(one => one.id === id)?.label ?? id)
  return join(
    fee.per ? `${fee.name}, tính theo ${fee.per}` : fee.name,
    labels && `Dành cho: ${labels.join('; ')}`,
    STATUS_WORDS[fee.status],
    fee.text,
    ...fee.reliefs.map(
      ({ percent, from, until, condition, law }) =>
        `Giảm ${percent}% từ ngày ${readable(from)} đến hết ngày ${readable(until)}${condition ? `, khi ${condition}` : ''} (${law})`,
    ),
  )
}

function readable(isoDate: string): string {
  return isoDate.split('-').reverse().join('/')
}
