/** The procedures of a topic as public services, with the rules and laws they follow. */
import type { LegalBasis, NationalProcedure, Topic } from '../procedures.ts'
import { areaId, authorityId, contactId, hasContact } from './authority.ts'
import { channelId, channelsOf, costId } from './channels.ts'
import { categoryId, statusId, VIETNAMESE } from './concepts.ts'
import { type Addresses, type JsonLdNode, node } from './node.ts'
import { casesOf, evidenceIds, evidenceTypeIds, requirementIds } from './papers.ts'

/** What is published as one service: a national procedure in force, or a topic that has none. */
export interface Service {
  /** National code, or the key of the topic. */
  identifier: string
  name: string
  procedure: NationalProcedure | null
}

export function servicesOf(topic: Topic): Service[] {
  const inForce = topic.procedures.filter(({ status }) => status !== 'superseded')
  if (inForce.length === 0) return [{ identifier: topic.key, name: topic.title, procedure: null }]
  return inForce.map(procedure => ({ identifier: procedure.code, name: procedure.name, procedure }))
}

const outputId = (at: Addresses, index: number) => at.part(`output-${index + 1}`)
const ruleId = (at: Addresses, { identifier }: Service) => at.part(`rule-${identifier}`)
const periodId = (at: Addresses) => at.part('period')

/** A rule needs words: the steps, or at least the decision that publishes them. */
function hasRule(topic: Topic, { procedure }: Service): boolean {
  return topic.steps.length > 0 || (procedure?.decision ?? null) !== null
}

export function ruleIds(at: Addresses, topic: Topic): string[] {
  return servicesOf(topic)
    .filter(service => hasRule(topic, service))
    .map(service => ruleId(at, service))
}

export function listServices(at: Addresses, topic: Topic, category: string): JsonLdNode[] {
  return servicesOf(topic).map(service => {
    const channels = channelsOf(topic, service.identifier)
    const cases = casesOf(topic, service.identifier)
    const costs = channels.flatMap(({ channel, index }) =>
      channel.fees.map((fee, feeIndex) => ({ id: costId(at, index, feeIndex), isKnown: fee.amount !== null })),
    )
    const channelIds = channels.map(({ index }) => channelId(at, index))
    const outputs = topic.results.map((_, index) => outputId(at, index))
    return node(at.service(service.identifier), ['cpsv:PublicService', 'schema:GovernmentService'], {
      ...identity(at, topic, service),
      'dcat:keyword': [...new Set([topic.title, ...topic.aliases])],
      'cv:thematicArea': categoryId(at, topic.category),
      'dct:language': VIETNAMESE,
      'dct:spatial': areaId(at),
      'cv:contactPoint': hasContact(topic) ? contactId(at) : null,
      'cv:relatedService': topic.relatedProcedures.map(({ code }) => at.service(code)),
      'cpsv:follows': hasRule(topic, service) ? ruleId(at, service) : null,
      'cv:hasLegalResource': topic.legalBases.map(({ number }) => at.law(number)),
      'cv:holdsRequirement': requirementIds(at, topic, cases),
      'cpsv:hasInput': evidenceIds(at, cases),
      'cv:hasInputType': evidenceTypeIds(at, cases),
      'cpsv:produces': outputs,
      'cv:hasChannel': channelIds,
      'cv:hasCost': costs.map(({ id }) => id),
      'dct:source': service.procedure?.sourceUrl,
      'dct:modified': service.procedure?.updatedOn,
      'dct:temporal': hasPeriod(topic) ? periodId(at) : null,
      'schema:name': service.name,
      'schema:description': topic.summary,
      'schema:identifier': service.identifier,
      'schema:url': at.guide,
      'schema:category': category,
      'schema:provider': authorityId(at, topic),
      'schema:areaServed': areaId(at),
      'schema:availableChannel': channelIds,
      'schema:serviceOutput': outputs,
      'schema:offers': costs.filter(({ isKnown }) => isKnown).map(({ id }) => id),
    })
  })
}

/** Codes that were replaced lead to their successors. */
export function listSuperseded(at: Addresses, topic: Topic): JsonLdNode[] {
  return topic.procedures
    .filter(({ status }) => status === 'superseded')
    .map(procedure =>
      node(at.service(procedure.code), 'cpsv:PublicService', {
        ...identity(at, topic, { identifier: procedure.code, name: procedure.name, procedure }),
        'dct:isReplacedBy': procedure.supersededBy.map(at.service),
      }),
    )
}

/** What every service of the profile must have, and where it belongs. */
function identity(at: Addresses, topic: Topic, { identifier, name, procedure }: Service) {
  return {
    'dct:identifier': identifier,
    'dct:title': name,
    'dct:description': topic.summary,
    'cv:hasCompetentAuthority': authorityId(at, topic),
    'adms:status': procedure && statusId(at, procedure.status),
    'cv:isGroupedBy': at.topic(topic.key),
    'dct:isPartOf': at.catalogue,
  }
}

/** Neighbours are only named: their own records say the rest, where the ward has published them. */
export function listRelated(at: Addresses, { relatedProcedures }: Topic): JsonLdNode[] {
  return relatedProcedures.map(({ code, name, when }) =>
    node(at.service(code), null, { 'dct:identifier': code, 'dct:title': name, 'dct:description': `Khi ${when}` }),
  )
}

export function listTopic(at: Addresses, topic: Topic): JsonLdNode[] {
  const event = node(at.topic(topic.key), 'cv:Event', {
    'dct:identifier': topic.key,
    'dct:title': topic.title,
    'dct:description': topic.summary,
    'cv:hasRelatedService': servicesOf(topic).map(({ identifier }) => at.service(identifier)),
  })
  const outputs = topic.results.map((result, index) =>
    node(outputId(at, index), 'cv:Output', {
      'dct:identifier': `${topic.key}/output-${index + 1}`,
      'dct:title': result,
      'dct:language': VIETNAMESE,
    }),
  )
  const period = node(periodId(at), 'dct:PeriodOfTime', {
    'dcat:startDate': topic.effectiveFrom,
    'dcat:endDate': topic.effectiveUntil,
  })
  return [event, ...outputs, ...(hasPeriod(topic) ? [period] : [])]
}

function hasPeriod({ effectiveFrom, effectiveUntil }: Topic): boolean {
  return effectiveFrom !== null || effectiveUntil !== null
}

export function listRules(at: Addresses, topic: Topic): JsonLdNode[] {
  const steps = topic.steps.map(({ title, text }, index) => `${index + 1}. ${title}: ${text}`).join('\n')
  return servicesOf(topic)
    .filter(service => hasRule(topic, service))
    .map(service => {
      const decision = service.procedure?.decision
      return node(ruleId(at, service), 'cpsv:Rule', {
        'dct:identifier': decision?.number ?? `${topic.key}/rule-${service.identifier}`,
        'dct:title': decision ? `Quyết định ${decision.number}` : `Các bước: ${service.name}`,
        'dct:description': steps === '' ? topic.summary : steps,
        'dct:issued': decision?.date,
        'dct:language': VIETNAMESE,
        'cpsv:implements': topic.legalBases.map(({ number }) => at.law(number)),
      })
    })
}

export function listLaws(at: Addresses, { legalBases }: Topic): JsonLdNode[] {
  return legalBases.map(({ number, title, url, effectiveUntil }) =>
    node(at.law(number), 'eli:LegalResource', {
      'eli:id_local': number,
      'dct:title': title,
      'foaf:page': url,
      'eli:date_no_longer_in_force': lastDayOf(effectiveUntil),
    }),
  )
}

/** ELI names the last day in force; the record names the first day after it. */
function lastDayOf(effectiveUntil: LegalBasis['effectiveUntil']): string | null {
  if (effectiveUntil === null) return null
  const day = new Date(`${effectiveUntil}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}
