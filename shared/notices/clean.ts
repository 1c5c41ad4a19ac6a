/** What is taken out of words before anybody else sees them: mentions, invisible signs; and links of strangers, which are refused. */

/** Zalo reads `[@id]` as a mention of somebody. */
const MENTION = /\[@[^\]]*\]?/g
/** Zero width, direction overrides, control signs; line breaks stay. */
const INVISIBLE = /[^\P{C}\n]|[\u115f\u1160\u3164\uffa0]/gu
/** With or without `https://`. What follows a dot must look like an ending, so that "gặp.Tôi" is no link. */
const LINK =
  /(?<![\p{L}\d@])(?:https?:\/\/|www\.)[^\s<>"']+|(?<![\p{L}\d@.])(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:vn|com|net|org|info|me|ly|gl|io|app|link|top|xyz|club|site|online|shop|vip|win|cc|gg|co|asia|biz|tk|to|gd|page|web|live|store|work|fun)(?![\p{L}\d])(?:[/?#][^\s<>"']*)?/giu

/** NFC, without mentions and what cannot be seen; at most one empty line in a row. */
export function cleanWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(MENTION, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export function hasMention(text: string): boolean {
  return new RegExp(MENTION.source).test(text)
}

/**
 * Links that do not lead to the ward itself or to an office of the state.
 * @param ownHosts hosts of this installation, without port
 */
export function findStrangersLinks(text: string, ownHosts: readonly string[]): string[] {
  const links = [...cleanWords(text).normalize('NFKC').matchAll(LINK)].map(([link]) =>
    link.replace(/[.,;:!?)\]]+$/, ''),
  )
  return [...new Set(links.filter(link => !isTrusted(link, ownHosts)))]
}

function isTrusted(link: string, ownHosts: readonly string[]): boolean {
  const host = hostOf(link)
  return host !== null && (ownHosts.includes(host) || host === 'gov.vn' || host.endsWith('.gov.vn'))
}

function hostOf(link: string): string | null {
  try {
    const url = new URL(/^https?:\/\//i.test(link) ? link : `https://${link}`)
    // "https://phuong.gov.vn@evil.example" leads to evil.example and only looks otherwise.
    return url.username || url.password ? null : url.hostname.toLowerCase()
  } catch {
    return null
  }
}
