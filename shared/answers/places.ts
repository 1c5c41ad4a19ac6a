/** What is said of one's places in the chat. */
import type { Neighbourhood } from '../areas.ts'
import type { OutgoingMessage } from '../messages.ts'
import type { Find } from '../neighbourhood-search.ts'
import { mostPlaces, type Place, usualLabels } from '../places.ts'
import { numberedLine, sayButtons } from './choices.ts'

/** What a button says, and anybody may type. */
export const placeSayings = {
  none: 'Thôi, không ghi',
  leave: 'Bỏ nơi này',
  keep: 'Giữ lại',
  other: 'Không phải các nơi này',
} as const

/** As many finds as fit beside "none of these". */
export const mostPlaceFinds = 4

/** Several neighbourhoods fit what was said. */
export function composeWhichPlace({ finds }: { finds: readonly Find[] }): OutgoingMessage[] {
  const choices = [
    ...finds.slice(0, mostPlaceFinds).map(({ neighbourhood: { name } }) => ({ title: name, say: name })),
    { title: placeSayings.other, say: placeSayings.other },
  ]
  const hints = finds
    .slice(0, mostPlaceFinds)
    .flatMap(find => (find.by ? [`• ${find.neighbourhood.name}: ${howFound(find.by)}`] : []))
  return [
    {
      text: ['Là nơi nào trong các nơi này?', ...hints, ...numberedLine(choices)].join('\n'),
      buttons: sayButtons(choices),
    },
  ]
}

/** What a neighbourhood was found by, besides its name. */
function howFound({ kind, name }: NonNullable<Find['by']>): string {
  if (kind === 'old') return `trước đây là ${name}`
  return kind === 'name' ? `còn gọi là ${name}` : `có ${name} đi qua`
}

/** Nothing is written down before the person has said whose place it is. */
export function composeWhosePlace({ name, isMove }: { name: string; isMove: boolean }): OutgoingMessage[] {
  const choices = [...usualLabels, placeSayings.none].map(words => ({ title: words, say: words }))
  const lines = [
    isMove ? `Đổi sang ${name}: nơi nào đổi?` : `Ghi ${name} là nơi nào?`,
    'Phường dùng để gửi tin của tổ cho đúng người. Nơi đang ghi cùng tên sẽ được thay.',
    ...numberedLine(choices),
  ]
  return [{ text: lines.join('\n'), buttons: sayButtons(choices) }]
}

export function composePlaceKept({ name, label }: { name: string; label: string }): OutgoingMessage[] {
  const text = `Đã ghi: ${label} là ${name}. Muốn bỏ thì nhắn “rời ${name}”; muốn xem thì nhắn “nơi của tôi”.`
  return [{ text, buttons: [] }]
}

export function composePlacesFull(): OutgoingMessage[] {
  const text = `Chưa ghi: đã có đủ ${mostPlaces} nơi. Nhắn “nơi của tôi” để xem, rồi bỏ bớt một nơi.`
  return [{ text, buttons: [] }]
}

export function composePlaceGone(): OutgoingMessage[] {
  return [{ text: 'Chưa ghi: nơi này vừa được sắp xếp lại. Nhắn lại tên tổ, ví dụ “tôi ở tổ 3”.', buttons: [] }]
}

export function composePlaceNotKept(): OutgoingMessage[] {
  return [{ text: 'Không ghi gì. Cần hỏi việc khác cứ nhắn.', buttons: [] }]
}

export function composeLeaveQuestion({ name }: { name: string }): OutgoingMessage[] {
  const { leave, keep } = placeSayings
  const choices = [leave, keep].map(words => ({ title: words, say: words }))
  const lines = [`Bỏ ${name} khỏi nơi đã ghi? Từ đó không nhận tin riêng của ${name} nữa.`, ...numberedLine(choices)]
  return [{ text: lines.join('\n'), buttons: sayButtons(choices) }]
}

export function composeLeft({ name, wasThere }: { name: string; wasThere: boolean }): OutgoingMessage[] {
  const text = wasThere ? `Đã bỏ ${name}.` : `${name} không nằm trong nơi đã ghi, nên không có gì để bỏ.`
  return [{ text, buttons: [] }]
}

export function composePlaceStays({ name }: { name: string }): OutgoingMessage[] {
  return [{ text: `Vẫn giữ ${name}.`, buttons: [] }]
}

export function composePlaces({ places }: { places: readonly Place[] }): OutgoingMessage[] {
  if (places.length === 0)
    return [{ text: 'Chưa ghi nơi nào. Muốn ghi thì nhắn tên tổ hoặc tên đường, ví dụ “tôi ở tổ 3”.', buttons: [] }]
  const lines = places.map(
    ({ label, name, isGone }) => `• ${label}: ${name}${isGone ? ' (đã sắp xếp lại, nhắn tên mới)' : ''}`,
  )
  return [
    { text: ['Nơi đã ghi:', ...lines, `Muốn bỏ thì nhắn, ví dụ, “rời ${places[0]?.name}”.`].join('\n'), buttons: [] },
  ]
}

export function composeNoSuchPlace({
  neighbourhoods,
}: {
  neighbourhoods: readonly Neighbourhood[]
}): OutgoingMessage[] {
  const named = neighbourhoods.slice(0, 3).map(({ name }) => name)
  const example = named.length > 0 ? ` Phường có ${neighbourhoods.length} nơi, như ${named.join(', ')}.` : ''
  const text = `Chưa thấy nơi nào tên như vậy.${example} Không rõ tổ thì nhắn tên đường, ví dụ “tôi ở đường …”.`
  return [{ text, buttons: [] }]
}

/** House numbers are hidden before anything reads the message. */
export function composeHiddenAddress(): OutgoingMessage[] {
  const text =
    'Máy che số nhà nên không đọc được địa chỉ. Nhắn tên tổ, hoặc tên đường không kèm số, ví dụ “tôi ở tổ 3”.'
  return [{ text, buttons: [] }]
}
