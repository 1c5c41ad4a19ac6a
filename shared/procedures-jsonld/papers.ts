/** Papers to bring, the cases they are for, and who may ask. */
import type { ProcedureCase, RequiredDocument, Topic } from '../procedures.ts'
import { roleId } from './concepts.ts'
import { type Addresses, type JsonLdNode, join, nameKey, node } from './node.ts'

const caseId = (at: Addresses, variant: ProcedureCase) => at.part(`case-${variant.id}`)
const eligibilityId = (at: Addresses, index: number) => at.part(`eligibility-${index + 1}`)
const evidenceId = (at: Addresses, variant: ProcedureCase, index: number) => at.part(`paper-${variant.id}-${index + 1}`)

/** Cases of one procedure of the topic. */
export function casesOf(topic: Topic, code: string): ProcedureCase[] {
  return topic.cases.filter(({ procedure }) => procedure === null || procedure === code)
}

export function evidenceIds(at: Addresses, cases: readonly ProcedureCase[]): string[] {
  return cases.flatMap(variant => variant.documents.map((_, index) => evidenceId(at, variant, index)))
}

export function evidenceTypeIds(at: Addresses, cases: readonly ProcedureCase[]): string[] {
  return [...new Set(cases.flatMap(({ documents }) => documents.map(({ name }) => at.paper(name))))]
}

export function requirementIds(at: Addresses, topic: Topic, cases: readonly ProcedureCase[]): string[] {
  return [
    ...topic.eligibility.map((_, index) => eligibilityId(at, index)),
    ...cases.map(variant => caseId(at, variant)),
  ]
}

/** @param rules addresses of the rules that say so */
export function listRequirements(at: Addresses, topic: Topic, rules: string[]): JsonLdNode[] {
  const eligibility = topic.eligibility.map((sentence, index) =>
    node(eligibilityId(at, index), 'cv:Requirement', {
      'dct:identifier': `${topic.key}/eligibility-${index + 1}`,
      'dct:title': sentence,
      'cv:fulfils': rules,
    }),
  )
  const cases = topic.cases.map(variant =>
    node(caseId(at, variant), 'cv:Requirement', {
      'dct:identifier': `${topic.key}/case-${variant.id}`,
      'dct:title': variant.label,
      'cv:hasSupportingEvidence': evidenceIds(at, [variant]),
    }),
  )
  return [...eligibility, ...cases]
}

export function listPapers(at: Addresses, topic: Topic): JsonLdNode[] {
  const papers = topic.cases.flatMap(variant =>
    variant.documents.flatMap((document, index) => {
      const id = evidenceId(at, variant, index)
      const form = describeForm(document)
      return [
        node(id, 'cv:Evidence', {
          'dct:identifier': `${topic.key}/paper-${variant.id}-${index + 1}`,
          'dct:title': document.name,
          'dct:type': roleId(at, document.role),
          'dct:description': describe(document),
          'dct:conformsTo': at.paper(document.name),
          'cv:supportsRequirement': caseId(at, variant),
          'foaf:page': form === '' ? null : `${id}-form`,
        }),
        ...(form === '' ? [] : [node(`${id}-form`, 'foaf:Document', { 'dct:title': form })]),
      ]
    }),
  )
  const names = new Set(topic.cases.flatMap(({ documents }) => documents.map(({ name }) => name)))
  const types = [...names].map(name => node(at.paper(name), 'cv:EvidenceType', { 'dct:identifier': nameKey(name) }))
  return [...papers, ...types]
}

/** The profile counts no copies, so that counts are words. */
function describe({ originals, copies, condition, note }: RequiredDocument): string {
  return join(
    originals !== null && originals > 0 && `${originals} bản chính`,
    copies !== null && copies > 0 && `${copies} bản sao`,
    condition && `Khi ${condition}`,
    note,
  )
}

function describeForm({ form }: RequiredDocument): string {
  return [form?.number && `Mẫu ${form.number}`, form?.issuedBy].filter(Boolean).join(', ')
}
