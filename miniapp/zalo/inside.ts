/** The phone as Zalo offers it. */
import { type Bridge, loadBridge } from './bridge.ts'
import type { Phone } from './phone.ts'
import { type Result, within } from './result.ts'

/** An answer that needs nobody's finger. */
const SOON_MS = 8000
/** A person reads a prompt first. */
const PROMPT_MS = 60_000

export function createZaloPhone(web: Phone): Phone {
  const ask = <T extends object>(ms: number, call: (bridge: Bridge) => Promise<T>): Promise<Result<T>> =>
    within(ms, async () => call(await loadBridge()))
  const tell = (ms: number, call: (bridge: Bridge) => Promise<unknown>): Promise<Result> =>
    ask(ms, async bridge => {
      await call(bridge)
      return {}
    })
  /** What a browser can do too is done its way when Zalo does not answer. */
  const orElse = async (result: Promise<Result>, otherwise: () => Promise<Result>): Promise<Result> => {
    const first = await result
    const isRefused = !first.ok && (first.reason === 'denied' || first.reason === 'cancelled')
    return first.ok || isRefused ? first : otherwise()
  }

  return {
    isInsideZalo: true,
    can: {
      signIn: true,
      follow: true,
      allowMessages: true,
      allowNotifications: true,
      openChat: true,
      share: true,
      copy: web.can.copy,
      print: false,
      scanQr: true,
      saveImage: true,
      addShortcut: true,
    },
    accessToken: () => ask(SOON_MS, async bridge => ({ token: await bridge.getAccessToken() })),
    person: () =>
      ask(PROMPT_MS, async bridge => {
        const { userInfo } = await bridge.getUserInfo({ autoRequestPermission: true })
        return { id: userInfo.id, name: userInfo.name, picture: userInfo.avatar }
      }),
    follow: oaId => tell(PROMPT_MS, bridge => bridge.followOA({ id: oaId })),
    allowMessages: oaId => tell(PROMPT_MS, bridge => bridge.interactOA({ oaId })),
    allowNotifications: () => tell(PROMPT_MS, bridge => bridge.requestSendNotification()),
    openChat: (oaId, message) => tell(SOON_MS, bridge => bridge.openChat({ type: 'oa', id: oaId, message })),
    call: number =>
      orElse(
        tell(SOON_MS, bridge => bridge.openPhone({ phoneNumber: number })),
        () => web.call(number),
      ),
    sms: (number, text) =>
      orElse(
        tell(SOON_MS, bridge => bridge.openSMS({ phoneNumber: number, content: text })),
        () => web.sms(number, text),
      ),
    share: ({ text, url }) =>
      tell(PROMPT_MS, bridge =>
        bridge.openShareSheet(
          url
            ? { type: 'link', data: { link: url, chatOnly: false } }
            : { type: 'text', data: { text, autoParseLink: true } },
        ),
      ),
    sharePicture: url =>
      tell(PROMPT_MS, bridge => bridge.openShareSheet({ type: 'image', data: { imageUrls: [url] } })),
    copy: web.copy,
    openLink: url =>
      orElse(
        tell(SOON_MS, bridge => bridge.openOutApp({ url })),
        () => web.openLink(url),
      ),
    scanQr: () => ask(PROMPT_MS, bridge => bridge.scanQRCode()),
    saveImage: dataUrl => tell(PROMPT_MS, bridge => bridge.saveImageToGallery({ imageBase64Data: dataUrl })),
    addShortcut: () => tell(PROMPT_MS, bridge => bridge.createShortcut()),
  }
}
