import type { Fields } from '../http/body.ts'
import { invalid, type Refusal } from './refusal.ts'

export interface Page {
  offset: number
  count: number
}

/** Reads offset and count of a list, both required, within the limits of the endpoint. */
export function readPage(data: Fields | undefined, lastOffset: number, mostPerPage: number): Page | Refusal {
  if (!data) return invalid('data')
  const { offset, count } = data
  if (!isWithin(offset, 0, lastOffset)) return invalid('offset')
  return isWithin(count, 1, mostPerPage) ? { offset, count } : invalid('count')
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}
