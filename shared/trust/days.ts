/** What the days on a guide mean today. Pure. */
import type { TopicTrust } from './topic-trust.ts'

interface Trusted {
  trust?: TopicTrust | undefined
}

/** @param today ISO day */
export function isReviewDue({ trust }: Trusted, today: string): boolean {
  return Boolean(trust?.reviewOn && trust.reviewOn <= today)
}

/** @param today ISO day */
export function isWithheld({ trust }: Trusted, today: string): boolean {
  return Boolean(trust?.withholdOn && trust.withholdOn <= today)
}
