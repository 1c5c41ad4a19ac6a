/**
 * Whether this is a shared machine. Switched by a link (`/app/?may-dung-chung=1`, `=0`) or in the settings; the switch
 * itself is the only thing that is kept when everything is wiped. Inside Zalo a phone is its owner's: never there.
 */
import { place, publicStorage } from '../zalo/index.ts'

const NAME = 'shared-device'
const PARAMETER = 'may-dung-chung'

/** The front page of a shared machine: the address keeps the switch where the browser keeps nothing. */
export const onAddress = `${place.basename}/?${PARAMETER}=1`

/** Read once, when the page is loaded. */
export const isSharedDevice: boolean = !place.isInsideZalo && readSwitch()

function readSwitch(): boolean {
  const asked = new URLSearchParams(window.location.search).get(PARAMETER)
  if (asked !== null) keepSwitch(asked === '1')
  return asked === null ? publicStorage.get(NAME) === '1' : asked === '1'
}

export function keepSwitch(isOn: boolean): void {
  if (isOn) publicStorage.set(NAME, '1')
  else publicStorage.remove(NAME)
}
