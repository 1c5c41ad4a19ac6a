/**
 * What CPSV-AP 3.2.0 asks of a document: the classes and properties of its published context, with the cardinalities and
 * ranges of its published shapes (SEMICeu/CPSV-AP, releases/3.2.0: context, shacl and rdf). Only classes that a catalogue
 * of a ward can need; `m8g` is the namespace of the Core Vocabularies.
 */
const cpsv = 'http://purl.org/vocab/cpsv#'
const m8g = 'http://data.europa.eu/m8g/'
const dct = 'http://purl.org/dc/terms/'
const skos = 'http://www.w3.org/2004/02/skos/core#'
const foaf = 'http://xmlns.com/foaf/0.1/'
const locn = 'http://www.w3.org/ns/locn#'
const dcat = 'http://www.w3.org/ns/dcat#'
const time = 'http://www.w3.org/2006/time#'
const eli = 'http://data.europa.eu/eli/ontology#'
const org = 'http://www.w3.org/ns/org#'
const adms = 'http://www.w3.org/ns/adms#'
const schema = 'https://schema.org/'

/** `text`: with its language; `literal`: any plain value; otherwise the class that the value must belong to. */
type Range = 'text' | 'literal' | 'duration' | 'double' | 'date' | 'link' | (string & {})

export interface PropertyShape {
  range: Range
  min?: 1
  max?: 1
}

export interface ClassShape {
  /** The class above: its properties hold here too. */
  parent?: string
  properties: Record<string, PropertyShape>
}

const many = (range: Range): PropertyShape => ({ range })
const optional = (range: Range): PropertyShape => ({ range, max: 1 })
const some = (range: Range): PropertyShape => ({ range, min: 1 })
const one = (range: Range): PropertyShape => ({ range, min: 1, max: 1 })

const concept = `${skos}Concept`
const language = `${dct}LinguisticSystem`
const service = `${cpsv}PublicService`
const rule = `${cpsv}Rule`
const evidence = `${m8g}Evidence`
const requirement = `${m8g}Requirement`
const channel = `${m8g}Channel`
const law = `${eli}LegalResource`
const document = `${foaf}Document`
const agent = `${foaf}Agent`
const organization = `${org}Organization`
const publicOrganisation = `${m8g}PublicOrganisation`
const temporal = `${time}TemporalEntity`
const territory = 'http://data.europa.eu/88u/dataset/atu-type'
const identifier = { [`${dct}identifier`]: one('literal') }
const name = { [`${dct}title`]: some('text') }
const description = { [`${dct}description`]: many('text') }

export const cpsvAp: Record<string, ClassShape> = {
  [service]: {
    properties: {
      ...identifier,
      ...name,
      [`${dct}description`]: some('text'),
      [`${m8g}hasCompetentAuthority`]: some(publicOrganisation),
      [`${adms}status`]: optional(concept),
      [`${m8g}processingTime`]: optional('duration'),
      [`${dcat}keyword`]: many('text'),
      [`${dct}audience`]: many(concept),
      [`${dct}isPartOf`]: many(`${dcat}Dataset`),
      [`${dct}language`]: many(language),
      [`${dct}requires`]: many(service),
      [`${dct}spatial`]: many(`${dct}Location`),
      [`${dct}type`]: many(concept),
      [`${m8g}contactPoint`]: many(`${m8g}ContactPoint`),
      [`${m8g}hasChannel`]: many(channel),
      [`${m8g}hasCost`]: many(`${m8g}Cost`),
      [`${m8g}hasInputType`]: many(`${m8g}EvidenceType`),
      [`${m8g}hasLegalResource`]: many(law),
      [`${m8g}hasParticipation`]: many(`${m8g}Participation`),
      [`${m8g}holdsRequirement`]: many(requirement),
      [`${m8g}isClassifiedBy`]: many(concept),
      [`${m8g}isGroupedBy`]: many(`${m8g}Event`),
      [`${m8g}relatedService`]: many(service),
      [`${m8g}sector`]: many(concept),
      [`${m8g}thematicArea`]: many(concept),
      [`${cpsv}follows`]: many(rule),
      [`${cpsv}hasInput`]: many(evidence),
      [`${cpsv}produces`]: many(`${m8g}Output`),
    },
  },
  [rule]: {
    properties: {
      ...identifier,
      ...name,
      [`${dct}description`]: some('text'),
      [`${dct}language`]: many(language),
      [`${dct}type`]: optional(concept),
      [`${cpsv}implements`]: many(law),
    },
  },
  [channel]: {
    properties: {
      ...identifier,
      ...description,
      [`${dct}type`]: optional(concept),
      [`${m8g}processingTime`]: optional('duration'),
      [`${m8g}openingHours`]: many(temporal),
      [`${m8g}specialOpeningHoursSpecification`]: many(temporal),
      [`${m8g}ownedBy`]: many(organization),
      [`${cpsv}hasInput`]: many(evidence),
    },
  },
  [`${m8g}Cost`]: {
    properties: {
      ...identifier,
      ...description,
      [`${m8g}hasValue`]: optional('double'),
      [`${m8g}currency`]: optional(concept),
      [`${m8g}ifAccessedThrough`]: optional(channel),
      [`${m8g}isDefinedBy`]: many(organization),
    },
  },
  [evidence]: {
    properties: {
      ...identifier,
      ...name,
      ...description,
      [`${dct}type`]: optional(concept),
      [`${dct}language`]: many(language),
      [`${dct}conformsTo`]: many(`${m8g}EvidenceType`),
      [`${m8g}supportsRequirement`]: many(requirement),
      [`${foaf}page`]: many(document),
    },
  },
  [`${m8g}EvidenceType`]: {
    properties: { ...identifier, [`${m8g}evidenceTypeClassification`]: many(concept) },
  },
  [requirement]: {
    properties: {
      ...identifier,
      ...name,
      [`${dct}type`]: many(concept),
      [`${m8g}fulfils`]: many(rule),
      [`${m8g}hasSupportingEvidence`]: many(evidence),
    },
  },
  [`${m8g}Output`]: {
    properties: {
      ...identifier,
      ...name,
      ...description,
      [`${dct}type`]: many(concept),
      [`${dct}language`]: many(language),
    },
  },
  [`${m8g}Event`]: {
    properties: { ...identifier, ...name, ...description, [`${m8g}hasRelatedService`]: many(service) },
  },
  [`${m8g}ContactPoint`]: {
    properties: {
      [`${m8g}telephone`]: many('literal'),
      [`${m8g}email`]: many('literal'),
      [`${m8g}contactPage`]: many(document),
      [`${m8g}openingHours`]: many(temporal),
      [`${m8g}specialOpeningHoursSpecification`]: many(temporal),
    },
  },
  [publicOrganisation]: {
    parent: organization,
    properties: { [`${skos}prefLabel`]: some('text'), [`${dct}spatial`]: some(territory) },
  },
  [organization]: { parent: agent, properties: {} },
  [agent]: {
    properties: {
      ...identifier,
      ...name,
      [`${locn}address`]: many(`${locn}Address`),
      [`${m8g}participates`]: many(`${m8g}Participation`),
    },
  },
  [`${locn}Address`]: {
    properties: {
      [`${locn}fullAddress`]: many('text'),
      [`${locn}thoroughfare`]: many('text'),
      [`${locn}addressArea`]: many('text'),
      [`${locn}adminUnitL1`]: many('text'),
      [`${locn}adminUnitL2`]: many('text'),
      [`${locn}postName`]: many('text'),
      [`${locn}postCode`]: many('literal'),
      [`${locn}locatorName`]: many('text'),
      [`${locn}locatorDesignator`]: many('literal'),
    },
  },
  [`${dcat}Dataset`]: {
    properties: {
      [`${dct}identifier`]: many('literal'),
      ...name,
      [`${dct}description`]: some('text'),
      [`${dct}publisher`]: one(agent),
      [`${dct}hasPart`]: many(service),
      [`${dcat}landingPage`]: many(document),
    },
  },
  [temporal]: { properties: { ...description, [`${m8g}frequency`]: many(concept) } },
  [law]: { properties: { [`${dct}relation`]: many(law) } },
  [concept]: { properties: {} },
  [language]: { properties: {} },
  [`${dct}Location`]: { properties: {} },
  [territory]: { properties: {} },
  [document]: { properties: {} },
}

/** Terms of the same vocabularies that the profile leaves open, used as docs/decisions/0005-cpsv-ap.md says. */
export const besideTheProfile: Record<string, ClassShape> = {
  [service]: {
    properties: {
      [`${dct}isReplacedBy`]: many(service),
      [`${dct}source`]: optional('link'),
      [`${dct}modified`]: optional('date'),
      [`${dct}temporal`]: optional(`${dct}PeriodOfTime`),
    },
  },
  [`${dct}PeriodOfTime`]: {
    properties: { [`${dcat}startDate`]: optional('date'), [`${dcat}endDate`]: optional('date') },
  },
  [rule]: { properties: { [`${dct}issued`]: optional('date') } },
  [law]: {
    properties: {
      [`${eli}id_local`]: one('literal'),
      [`${eli}date_no_longer_in_force`]: optional('date'),
      [`${dct}title`]: one('text'),
      [`${foaf}page`]: optional('link'),
    },
  },
  [document]: { properties: { [`${dct}title`]: optional('text') } },
  [concept]: { properties: { [`${skos}prefLabel`]: one('text') } },
  [`${dct}Location`]: { properties: { [`${skos}prefLabel`]: one('text') } },
}

/** The part of schema.org that the document uses: properties of each type, those of the types above it included. */
export const schemaOrg: Record<string, ClassShape> = {
  [`${schema}GovernmentService`]: {
    properties: {
      [`${schema}name`]: one('text'),
      [`${schema}description`]: one('text'),
      [`${schema}identifier`]: one('literal'),
      [`${schema}url`]: one('link'),
      [`${schema}category`]: optional('text'),
      [`${schema}provider`]: one(`${schema}GovernmentOrganization`),
      [`${schema}areaServed`]: one(`${schema}AdministrativeArea`),
      [`${schema}availableChannel`]: many(`${schema}ServiceChannel`),
      [`${schema}serviceOutput`]: many(`${m8g}Output`),
      [`${schema}offers`]: many(`${schema}Offer`),
    },
  },
  [`${schema}ServiceChannel`]: {
    properties: {
      [`${schema}name`]: one('text'),
      [`${schema}processingTime`]: optional('literal'),
      [`${schema}availableLanguage`]: one('literal'),
      [`${schema}serviceUrl`]: optional('link'),
    },
  },
  [`${schema}Offer`]: {
    properties: {
      [`${schema}name`]: one('text'),
      [`${schema}price`]: one('literal'),
      [`${schema}priceCurrency`]: one('literal'),
      [`${schema}areaServed`]: optional(`${schema}AdministrativeArea`),
    },
  },
  [`${schema}GovernmentOrganization`]: {
    properties: {
      [`${schema}name`]: one('text'),
      [`${schema}telephone`]: optional('literal'),
      [`${schema}areaServed`]: one(`${schema}AdministrativeArea`),
    },
  },
  [`${schema}AdministrativeArea`]: { properties: { [`${schema}name`]: one('text') } },
}
