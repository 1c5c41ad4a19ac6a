/** Everything the app asks of the phone it runs on. One interface, two makers: inside Zalo, and any browser. */
import type { Result } from './result.ts'

export interface Shared {
  /** For those that show one apart. */
  title: string
  /** Whole without the title. */
  text: string
  /** A public address of the ward; null: only the words. */
  url: string | null
}

export interface Phone {
  isInsideZalo: boolean
  /** What is false has no equivalent here: hide it. */
  can: Capabilities
  /** Zalo's token of this person, to be exchanged at our server; never kept. */
  accessToken(): Promise<Result<{ token: string }>>
  /** Name and picture; Zalo asks the person the first time. */
  person(): Promise<Result<{ id: string; name: string; picture: string }>>
  /** Zalo asks the person whether they want to follow the ward. */
  follow(oaId: string): Promise<Result>
  /** Zalo asks the person whether the ward may write to them. */
  allowMessages(oaId: string): Promise<Result>
  /** Zalo asks the person whether this app may notify them. */
  allowNotifications(): Promise<Result>
  /** Opens the chat with the ward. `text`: what the box is filled with, where Zalo lets us. */
  openChat(oaId: string, text?: string): Promise<Result>
  call(number: string): Promise<Result>
  sms(number: string, text: string): Promise<Result>
  share(what: Shared): Promise<Result>
  /** @param url of a picture that everybody may fetch; Zalo sends pictures apart from words */
  sharePicture(url: string): Promise<Result>
  copy(text: string): Promise<Result>
  openLink(url: string): Promise<Result>
  scanQr(): Promise<Result<{ content: string }>>
  /** @param dataUrl a PNG */
  saveImage(dataUrl: string, fileName: string): Promise<Result>
  /** Puts the app on the phone's first screen. */
  addShortcut(): Promise<Result>
}

export interface Capabilities {
  signIn: boolean
  follow: boolean
  allowMessages: boolean
  allowNotifications: boolean
  openChat: boolean
  share: boolean
  copy: boolean
  print: boolean
  scanQr: boolean
  saveImage: boolean
  addShortcut: boolean
}
