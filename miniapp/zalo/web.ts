/** The phone as any browser offers it. Nothing of Zalo's SDK is loaded or called here. */
import type { Phone } from './phone.ts'
import { done, failure, type Result } from './result.ts'

const OUTSIDE = failure('outside-zalo')
const refuse = (): Promise<{ ok: false; reason: 'outside-zalo' }> =>
  Promise.resolve({ ...OUTSIDE, reason: 'outside-zalo' })

export function createWebPhone(): Phone {
  return {
    isInsideZalo: false,
    can: {
      signIn: false,
      follow: true,
      allowMessages: false,
      allowNotifications: false,
      openChat: true,
      share: typeof navigator.share === 'function',
      copy: true,
      print: typeof window.print === 'function',
      scanQr: false,
      saveImage: true,
      addShortcut: false,
    },
    accessToken: refuse,
    person: refuse,
    follow: oaId => openTab(chatUrl(oaId)),
    allowMessages: refuse,
    allowNotifications: refuse,
    openChat: oaId => openTab(chatUrl(oaId)),
    call: number => go(`tel:${number}`),
    sms: (number, text) => go(`sms:${number}?body=${encodeURIComponent(text)}`),
    share,
    sharePicture: url => share({ title: '', text: '', url }),
    copy,
    openLink: openTab,
    scanQr: refuse,
    saveImage,
    addShortcut: refuse,
  }
}

function chatUrl(oaId: string): string {
  return `https://zalo.me/${oaId}`
}

async function go(address: string): Promise<Result> {
  window.location.href = address
  return done
}

/** A blocked new tab is no reason to leave somebody standing. */
async function openTab(url: string): Promise<Result> {
  if (!window.open(url, '_blank', 'noopener')) window.location.href = url
  return done
}

async function share({ title, text, url }: Parameters<Phone['share']>[0]): Promise<Result> {
  try {
    await navigator.share({ title, text, ...(url ? { url } : {}) })
    return done
  } catch (error) {
    return failure(error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'failed')
  }
}

/** The clipboard is closed to pages without https: a selected text box still works there. */
async function copy(text: string): Promise<Result> {
  try {
    await navigator.clipboard.writeText(text)
    return done
  } catch {
    return copySelected(text) ? done : failure('failed')
  }
}

function copySelected(text: string): boolean {
  const box = document.createElement('textarea')
  box.value = text
  box.setAttribute('aria-hidden', 'true')
  box.className = 'visually-hidden'
  document.body.append(box)
  box.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    box.remove()
  }
}

async function saveImage(dataUrl: string, fileName: string): Promise<Result> {
  const link = document.createElement('a')
  link.href = dataUrl
  link.download = fileName
  link.click()
  return done
}
