/** What people ask for most, as it comes with the app: shown until the ward's own list is here. Evaluated at build. */
import { starterTopics } from '../../shared/content/index.ts'
import { toTopicRow } from '../../shared/topic-index.ts'

const MOST_ASKED = 8

export const popularAtBuild = starterTopics.slice(0, MOST_ASKED).map(toTopicRow)
