/** A tablet at the ward's counter, used by one person after the other: nothing of one may be left for the next. */
export { SharedDevice } from './shared-device.tsx'
export { SharedDeviceSwitch } from './shared-device-switch.tsx'
