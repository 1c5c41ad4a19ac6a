/** What the guides to other offices share: who does it and how to get there; the rest only where a source states it. */

import type { CompetentAuthority, Topic } from '../procedures.ts'
import { authorityReading } from './sources.ts'

type Told = 'key' | 'title' | 'task' | 'summary' | 'authority' | 'aliases' | 'exampleQuestions' | 'confusableWith'

/** A topic that another office handles. What is not given is not stated. */
export function referral(topic: Pick<Topic, Told> & Partial<Omit<Topic, Told | 'kind'>>): Topic {
  return {
    category: 'noi-khac',
    procedures: [],
    relatedProcedures: [],
    cases: [],
    steps: [],
    channels: [],
    results: [],
    eligibility: [],
    advice: [],
    legalBases: [],
    scheduledChanges: [],
    disagreements: [],
    sources: [authorityReading],
    facts: [],
    effectiveFrom: null,
    effectiveUntil: null,
    verifiedOn: null,
    reviewFlags: [],
    ...topic,
    kind: 'referral',
  }
}

/** Said where no source tells more about reaching the office. */
export const askTheWay = 'Chưa biết chỗ thì gọi phường hỏi đường; giấy tờ thì hỏi tại nơi làm.'

/** An office that is not the ward's. `name` reads on after "Việc này làm ở". */
export function elsewhere(name: string, howToReach: string, whichOffice: string | null = null): CompetentAuthority {
  return { kind: 'elsewhere', name, whichOffice, howToReach }
}
