/** For the settings: turns this machine into a shared one, and back. */
import { place } from '../zalo/index.ts'
import { isSharedDevice } from './switch.ts'
import { turnSwitch } from './wipe.ts'

export function SharedDeviceSwitch() {
  if (place.isInsideZalo) return null
  return (
    <label className="choice">
      <input type="checkbox" checked={isSharedDevice} onChange={event => void turnSwitch(event.target.checked)} />
      <span>Máy dùng chung ở quầy: tự xóa hết sau mỗi người</span>
    </label>
  )
}
