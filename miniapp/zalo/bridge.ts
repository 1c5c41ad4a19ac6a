/**
 * The SDK as far as we use it. A test or an emulated Zalo puts a stand-in at `window.motCuaBridge` before the app starts;
 * the app then believes that it is inside Zalo. Every function takes and gives what the SDK's own does.
 */
export interface Bridge {
  getAccessToken(): Promise<string>
  getUserInfo(args: {
    autoRequestPermission?: boolean
  }): Promise<{ userInfo: { id: string; name: string; avatar: string } }>
  followOA(args: { id: string }): Promise<void>
  interactOA(args: { oaId: string }): Promise<void>
  requestSendNotification(): Promise<void>
  openChat(args: { type: 'oa'; id: string; message?: string }): Promise<void>
  openPhone(args: { phoneNumber: string }): Promise<void>
  openSMS(args: { phoneNumber: string; content: string }): Promise<void>
  openShareSheet(
    args:
      | { type: 'text'; data: { text: string; autoParseLink?: boolean } }
      | { type: 'image'; data: { imageUrls: string[] } }
      | { type: 'link'; data: { link: string; chatOnly: boolean } },
  ): Promise<unknown>
  openOutApp(args: { url: string }): Promise<void>
  scanQRCode(): Promise<{ content: string }>
  saveImageToGallery(args: { imageBase64Data: string }): Promise<void>
  createShortcut(): Promise<unknown>
  nativeStorage: NativeStorage
}

/** Synchronous; every call may throw. */
export interface NativeStorage {
  getItem(name: string): string
  setItem(name: string, value: string): void
  removeItem(name: string): void
}

declare global {
  interface Window {
    motCuaBridge?: Bridge
  }
}

/** Loads the SDK once. In the web build there is none, only a stand-in. */
export function loadBridge(): Promise<Bridge> {
  loading ??= window.motCuaBridge
    ? Promise.resolve(window.motCuaBridge)
    : import.meta.env.MODE === 'zalo'
      ? import('./sdk.ts')
      : Promise.reject(new Error('no Zalo here'))
  return loading
}

let loading: Promise<Bridge> | undefined
