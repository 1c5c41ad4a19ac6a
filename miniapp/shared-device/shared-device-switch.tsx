/** For the settings: turns this machine into a shared one, and back. */
import { place } from '../zalo/index.ts'
import { isSharedDevice, keepSwitch } from './switch.ts'
import { wipeStorage } from './wipe.ts'

export function SharedDeviceSwitch() {
  if (place.isInsideZalo) return null
  const turn = async (isOn: boolean): Promise<void> => {
    await wipeStorage()
    keepSwitch(isOn)
    window.location.assign(`${place.basename}/`)
  }
  return (
    <label className="choice">
      <input type="checkbox" checked={isSharedDevice} onChange={event => void turn(event.target.checked)} />
      <span>Máy dùng chung ở quầy: tự xóa hết sau mỗi người</span>
    </label>
  )
}
