/** Words of our own schemes, and the two of the European authority tables that need no translation. */
import type { Channel, NationalProcedure, RequiredDocument } from '../procedures.ts'
import { type Addresses, type JsonLdNode, node } from './node.ts'

/** Authority tables of the EU Publications Office: names, never fetched. */
const AUTHORITY_TABLES = 'http://publications.europa.eu/resource/authority'
export const VIETNAMESE = `${AUTHORITY_TABLES}/language/VIE`
export const DONG = `${AUTHORITY_TABLES}/currency/VND`

const statuses: Record<NationalProcedure['status'], string> = {
  active: 'Đang áp dụng',
  superseded: 'Đã được thay thế',
  expiring: 'Sắp hết hiệu lực',
}
const channelTypes: Record<Channel['type'], string> = {
  in_person: 'Nộp trực tiếp',
  online: 'Nộp qua mạng',
  post: 'Gửi bưu điện',
}
const roles: Record<RequiredDocument['role'], string> = {
  form: 'Điền theo mẫu',
  submit: 'Nộp lại',
  present: 'Mang bản chính để đối chiếu, được mang về',
}

export function channelLabel(type: Channel['type']): string {
  return channelTypes[type]
}

export const statusId = (at: Addresses, status: NationalProcedure['status']) => at.concept('status', status)
export const channelTypeId = (at: Addresses, type: Channel['type']) => at.concept('channel-type', type)
export const roleId = (at: Addresses, role: RequiredDocument['role']) => at.concept('paper-role', role)
export const categoryId = (at: Addresses, category: string) => at.concept('category', category)

/** All concepts a document may refer to; the document keeps those that it does. */
export function listConcepts(at: Addresses, category: { key: string; title: string }): JsonLdNode[] {
  const concept = (id: string, label: string) => node(id, 'skos:Concept', { 'skos:prefLabel': label })
  return [
    concept(categoryId(at, category.key), category.title),
    ...entries(statuses).map(([status, label]) => concept(statusId(at, status), label)),
    ...entries(channelTypes).map(([type, label]) => concept(channelTypeId(at, type), label)),
    ...entries(roles).map(([role, label]) => concept(roleId(at, role), label)),
    concept(DONG, 'Đồng Việt Nam'),
    node(VIETNAMESE, 'dct:LinguisticSystem', {}),
  ]
}

function entries<Key extends string>(labels: Record<Key, string>): [Key, string][] {
  return Object.entries(labels) as [Key, string][]
}
