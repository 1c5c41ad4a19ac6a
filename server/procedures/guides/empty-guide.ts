/** A guide of which only the name is known. */
import type { NewGuide } from '../../../shared/guides/index.ts'
import type { Topic } from '../../../shared/procedures.ts'

export function emptyGuide({ key, kind, title, category }: NewGuide): Topic {
  return {
    key,
    kind,
    title,
    task: '',
    summary: '',
    category,
    procedures: [],
    relatedProcedures: [],
    authority: { kind: 'ward', name: 'Ủy ban nhân dân cấp xã', whichOffice: null, howToReach: null },
    cases:
      kind === 'procedure'
        ? [{ id: 'chung', label: 'Trường hợp chung', words: [], procedure: null, documents: [] }]
        : [],
    steps: [],
    channels:
      kind === 'procedure'
        ? [{ type: 'in_person', procedure: null, system: null, timeLimit: null, fees: [], note: null }]
        : [],
    results: [],
    eligibility: [],
    advice: [],
    legalBases: [],
    scheduledChanges: [],
    disagreements: [],
    sources: [{ id: 'phuong', name: 'Phường tự cập nhật', url: null, asOf: null }],
    facts: [],
    effectiveFrom: null,
    effectiveUntil: null,
    verifiedOn: null,
    reviewFlags: [],
    aliases: [],
    exampleQuestions: [],
    confusableWith: [],
  }
}
