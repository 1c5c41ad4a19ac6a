/** The numbers to call when it is urgent. */
import type { Emergency } from '../answering/index.ts'
import type { WardProfile } from '../areas.ts'
import { emergencyNumbers } from '../content/index.ts'
import type { OutgoingMessage } from '../messages.ts'
import { callButton } from './choices.ts'
import { levelWord } from './office.ts'

type EmergencyNumber = (typeof emergencyNumbers)[Emergency]

/** Somebody is in danger: which number, before anything else. */
export function dangerLine({ number, name, danger }: EmergencyNumber): string {
  return `${danger} thì gọi ngay ${number} (${name}).`
}

/** All numbers, the one asked for first. @param first null: none in particular */
export function composeEmergencyNumbers({
  ward,
  first,
}: {
  ward: WardProfile
  first: Emergency | null
}): OutgoingMessage[] {
  const asked = first ? [emergencyNumbers[first]] : []
  const all = [...new Set<EmergencyNumber>([...asked, ...Object.values(emergencyNumbers)])]
  const lines = [
    'Số gọi khi khẩn cấp:',
    ...all.map(({ number, name }) => `• ${number}: ${name}`),
    `Việc không gấp thì gọi ${levelWord(ward).toLowerCase()}: ${ward.phone}.`,
  ]
  return [
    {
      text: lines.join('\n'),
      buttons: [
        ...all.map(({ number, name }) => callButton(`Gọi ${number} (${name})`, number)),
        callButton(`Gọi ${ward.phone}`, ward.phone),
      ],
    },
  ]
}
