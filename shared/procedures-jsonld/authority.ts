/** Who decides, where they are found, and who publishes the catalogue. */
import { officeOf } from '../answers/index.ts'
import type { WardProfile } from '../areas.ts'
import type { Topic } from '../procedures.ts'
import { type Addresses, type JsonLdNode, nameKey, node } from './node.ts'

const ORGANISATION = ['org:Organization', 'foaf:Agent']
const PUBLIC_ORGANISATION = ['cv:PublicOrganisation', ...ORGANISATION, 'schema:GovernmentOrganization']
const PROVINCE_COUNCIL = 'Hội đồng nhân dân tỉnh, thành phố'

export const authorityId = (at: Addresses, { authority }: Topic) => at.authority(authority.name)
export const areaId = (at: Addresses) => at.area('ward')
export const contactId = (at: Addresses) => at.part('contact')
export const hoursId = (at: Addresses) => at.part('opening-hours')
export const provinceCouncilId = (at: Addresses) => at.authority(PROVINCE_COUNCIL)

/** An office elsewhere is named only: its telephone and hours are not in the ward's profile. */
export function hasContact({ authority }: Topic): boolean {
  return authority.kind !== 'elsewhere'
}

export function hasHours(topic: Topic, ward: WardProfile): boolean {
  return officeOf(topic, ward).hours.length > 0
}

/** The competent authority with the desk that receives people, and the area it serves. */
export function listAuthority(at: Addresses, topic: Topic, ward: WardProfile): JsonLdNode[] {
  const { phone, hours, ...desk } = officeOf(topic, ward)
  const contact = node(contactId(at), 'cv:ContactPoint', {
    'cv:telephone': phone,
    'cv:openingHours': hours.length > 0 ? hoursId(at) : null,
  })
  return [
    ...organisation(at, { label: topic.authority.name, ...desk, phone: hasContact(topic) ? phone : null }),
    ...(hasContact(topic) ? [contact] : []),
    ...(hours.length > 0 ? [node(hoursId(at), 'time:TemporalEntity', { 'dct:description': hours.join('; ') })] : []),
    node(areaId(at), ['dct:Location', 'atu:atu-type', 'schema:AdministrativeArea'], {
      'skos:prefLabel': ward.wardName,
      'schema:name': ward.wardName,
    }),
  ]
}

/** The published guides as one data set, and the ward's office that publishes them. */
export function listCatalogue(at: Addresses, ward: WardProfile): JsonLdNode[] {
  const { officeName: name, address, phone } = ward
  return [
    node(at.catalogue, 'dcat:Dataset', {
      'dct:identifier': at.catalogue,
      'dct:title': `Hướng dẫn thủ tục của ${ward.wardName}`,
      'dct:description': `Việc bà con hỏi nhiều ở ${ward.wardName}: giấy tờ, nơi làm, thời hạn, lệ phí, căn cứ.`,
      'dct:publisher': at.authority(name),
      'dcat:landingPage': at.home,
    }),
    node(at.home, 'foaf:Document', {}),
    ...organisation(at, { label: name, name, address, phone }),
  ]
}

/** Who sets the fees that differ from province to province. */
export function provinceCouncil(at: Addresses): JsonLdNode {
  return node(provinceCouncilId(at), ORGANISATION, {
    'dct:identifier': nameKey(PROVINCE_COUNCIL),
    'dct:title': PROVINCE_COUNCIL,
  })
}

interface Organisation {
  /** The authority as the law calls it. */
  label: string
  /** Its desk in this ward. */
  name: string
  address: string | null
  phone: string | null
}

function organisation(at: Addresses, { label, name, address, phone }: Organisation): JsonLdNode[] {
  const id = at.authority(label)
  const addressId = `${id}#address`
  return [
    node(id, PUBLIC_ORGANISATION, {
      'dct:identifier': nameKey(label),
      'skos:prefLabel': label,
      'dct:title': name,
      'dct:spatial': areaId(at),
      'locn:address': address === null ? null : addressId,
      'schema:name': name,
      'schema:telephone': phone,
      'schema:areaServed': areaId(at),
    }),
    ...(address === null ? [] : [node(addressId, 'locn:Address', { 'locn:fullAddress': address })]),
  ]
}
