/** Keeps web pages of other sites away from a server that listens on this machine. */
import type { RequestHandler } from 'express'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Refuses names that are not this machine's (DNS rebinding), unless they were allowed by name. */
export function createHostGuard(allowedHosts: string[]): RequestHandler {
  const allowed = new Set(allowedHosts)
  return (req, res, next) => {
    const name = (req.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
    if (LOOPBACK.test(name) || allowed.has(name)) return next()
    res.status(403).json({ error: 'forbidden', message: 'This address is not one of the emulator’s own' })
  }
}

/** Refuses to act for a page of another origin. */
export const refuseOtherOrigins: RequestHandler = (req, res, next) => {
  const origin = req.headers.origin
  const foreign = origin !== undefined && origin !== `http://${req.headers.host}`
  const site = req.headers['sec-fetch-site']
  if (!foreign && (site === undefined || site === 'same-origin' || site === 'none')) return next()
  res.status(403).json({ error: 'forbidden', message: 'Only the emulator’s own page may do this' })
}
