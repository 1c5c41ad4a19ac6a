/** Where a target is, for a browser and inside Zalo. Every address comes from the settings or is a page of our own. */
import { LinkTarget } from '../../shared/links.ts'
import type { Config } from '../config.ts'
import type { ServedWard } from '../platform/areas/index.ts'

/** What this feature needs of the published guides; handed in, so that it knows no other feature. */
export interface Guides {
  list(): readonly { key: string; title: string }[]
}

export interface Destination {
  /** For any browser. */
  url: string
  /** The same place in the ward's Mini App; null: it has none, or there is no Mini App. */
  inZalo: string | null
  /** In words, for officers: "hướng dẫn Khai sinh cho con". */
  words: string
}

export type FindDestination = (target: LinkTarget, ward: ServedWard) => Destination | null

/** @returns a finder whose answer is null where a target leads nowhere any more, such as a guide that was withdrawn */
export function createDestinations({
  config,
  guides,
}: {
  config: Pick<Config, 'mode' | 'zalo' | 'emulatorUrl'>
  guides: Guides
}): FindDestination {
  const { miniAppId, oaId } = config.zalo
  // In practice nothing leaves the machine: the Mini App and the chat of the sample ward do not exist in Zalo.
  const isLive = config.mode === 'live'
  const inApp = (path: string, words: string): Destination => ({
    url: `/app${path}`,
    inZalo: isLive && miniAppId ? `https://zalo.me/s/${miniAppId}${path}` : null,
    words,
  })
  return (target, ward) => {
    if (target.kind === 'page') return inApp(target.path, `trang ${target.path} của ứng dụng`)
    if (target.kind === 'portal')
      return { url: ward.profile.onlinePortalUrl, inZalo: null, words: `cổng ${ward.profile.onlinePortalUrl}` }
    if (target.kind === 'chat') {
      const url = isLive ? `https://zalo.me/${oaId}` : (config.emulatorUrl ?? '/app/hoi')
      return { url, inZalo: null, words: 'Zalo của phường' }
    }
    const guide = guides.list().find(({ key }) => key === target.topic)
    return guide ? inApp(`/thu-tuc/${guide.key}`, `hướng dẫn “${guide.title}”`) : null
  }
}

/** Told from the browser's own name; only what is offered depends on it. */
export function isInsideZalo(userAgent: string | undefined): boolean {
  return /zalo/i.test(userAgent ?? '')
}

/** What was written down, if it is still understood. */
export function readTarget(stored: unknown): LinkTarget | null {
  return LinkTarget.safeParse(stored).data ?? null
}

/** The address that is printed. @param publicUrl without a slash at the end */
export function linkAddress(publicUrl: string, code: string, place: number | null = null): string {
  return `${publicUrl}/q/${code}${place === null ? '' : `/${place}`}`
}
