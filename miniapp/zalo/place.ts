/** Where the app runs, told by the same rule as the SDK's: host and path, never the name of the browser alone. */

export interface Place {
  isInsideZalo: boolean
  /** What all our paths begin with: `/zapps/<id>` inside Zalo, `/app` in a browser. */
  basename: string
}

export function findPlace({ hostname, pathname }: Pick<Location, 'hostname' | 'pathname'>, hasBridge: boolean): Place {
  const zapp = /^\/zapps\/[^/]+/.exec(pathname)?.[0]
  return {
    isInsideZalo: hasBridge || (hostname.includes('h5.zdn.vn') && zapp !== undefined),
    basename: zapp ?? '/app',
  }
}
