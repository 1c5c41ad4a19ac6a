/** Which desk receives the papers of a topic, in this ward. */
import type { WardProfile } from '../areas.ts'
import type { Topic } from '../procedures.ts'
import { formatOpeningHours } from './figures.ts'
import { localLines } from './local.ts'

export interface Office {
  name: string
  /** Null when the ward's profile does not hold it. */
  address: string | null
  phone: string
  /** Opening hours, a line each; empty when they are not known. */
  hours: string[]
  /** What of it holds for this topic in one area only, each with its source; empty: all is the office's own. */
  local: string[]
}

/** The ward's own desk. */
export function wardOffice(ward: WardProfile): Office {
  return {
    name: ward.officeName,
    address: ward.address,
    phone: ward.phone,
    hours: formatOpeningHours(ward.openingHours),
    local: [],
  }
}

/** The desk a topic belongs to: the ward's, its police station, or an office elsewhere reached through the ward. */
export function officeOf(topic: Topic, ward: WardProfile): Office {
  const usual = usualOffice(topic, ward)
  const { place, phone, hours } = topic.local ?? {}
  if (!place && !phone && !hours) return usual
  return {
    name: place?.name ?? usual.name,
    address: place?.address ?? usual.address,
    phone: phone?.number ?? usual.phone,
    hours: hours ? [hours.text] : usual.hours,
    local: localLines(topic, ['place', 'phone', 'hours']),
  }
}

function usualOffice(topic: Topic, ward: WardProfile): Office {
  if (topic.authority.kind === 'ward') return wardOffice(ward)
  if (topic.authority.kind === 'ward_police') {
    return ward.police
      ? { ...ward.police, hours: [], local: [] }
      : { name: `Công an ${ward.wardName}`, address: null, phone: ward.phone, hours: [], local: [] }
  }
  return { name: topic.authority.name, address: null, phone: ward.phone, hours: [], local: [] }
}

/** "Phường", "Xã" or "Đặc khu": how this ward speaks of itself. */
export function levelWord(ward: WardProfile): string {
  return /^(Phường|Xã|Đặc khu|Thị trấn)(?= )/.exec(ward.wardName)?.[1] ?? 'Phường'
}
