import { answers, type Ward } from '../api/index.ts'
import { CallButton } from './button.tsx'
import { unbroken } from './unbroken.ts'

/** Where the app is at its end, a person is not: rings the ward, if its number has ever been here. */
export function CallWard() {
  const ward = answers.getQueryData<Ward>(['ward'])
  if (!ward) return null
  return (
    <p>
      <CallButton number={ward.phone}>Gọi {unbroken(ward.phone)}</CallButton>
    </p>
  )
}
