/** The guides as the phone knows them without asking for each. */
import type { TopicRow } from '../../shared/topic-index.ts'
import { boot } from '../api/index.ts'
import { popularAtBuild } from './starter.ts'

export { useGuide } from './guides.ts'
export { type LifeEvent, lifeEvents } from './life-events.ts'
export { describeHours, describeToday } from './office-hours.ts'
export { useTopicIndex } from './topic-index.ts'
export { type Search, useSearch, useSearcher } from './use-search.ts'

/** What people ask for most, best first; at once, without a network. */
export const popular: TopicRow[] = boot?.popular ?? popularAtBuild
