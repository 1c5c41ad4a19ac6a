/**
 * What we use of the SDK, by name: a dynamic import of the whole package would carry twice as much. Importing it signs in
 * and starts a timer, so it happens inside Zalo only.
 */
export {
  createShortcut,
  followOA,
  getAccessToken,
  getUserInfo,
  interactOA,
  nativeStorage,
  openChat,
  openOutApp,
  openPhone,
  openShareSheet,
  openSMS,
  requestSendNotification,
  saveImageToGallery,
  scanQRCode,
} from 'zmp-sdk/apis/index.js'
