/**
 * PCs at which somebody has shown both keys before. To be known opens nothing: such a PC has tries of its own, so that a
 * stranger who locks a name does not lock its owner out, and it says when a code was last shown there.
 */
import { randomBytes } from 'node:crypto'

export interface KnownPc {
  personId: string
  /** Of this PC and person. */
  mark: string
  /** When a code was shown here, in seconds since 1970. */
  provedAt: number
}

/** Of one office PC; who was there longest ago is forgotten. */
const MOST = 8

/** @param cookie signed, so that what it says is what we wrote */
export function readKnownPcs(cookie: string | null | undefined | false): KnownPc[] {
  return (cookie || '').split('~').flatMap(entry => {
    const [personId, mark, provedAt] = entry.split('.')
    return personId && mark ? [{ personId, mark, provedAt: Number(provedAt) || 0 }] : []
  })
}

/** @returns the cookie's value once both keys were shown */
export function rememberPc(known: KnownPc[], personId: string, now: Date): string {
  const before = known.find(one => one.personId === personId)
  const mark = before?.mark ?? randomBytes(12).toString('base64url')
  const provedAt = Math.floor(now.getTime() / 1000)
  const others = known.filter(one => one.personId !== personId)
  return [{ personId, mark, provedAt }, ...others]
    .slice(0, MOST)
    .map(one => `${one.personId}.${one.mark}.${one.provedAt}`)
    .join('~')
}
