/** Read-only questions to Zalo that show what this OA may do. Source: developers.zalo.me, Official Account; ZBS for templates. */
import { z } from 'zod'
import type { ZaloConfig } from '../../config.ts'
import type { OaProfile } from './capabilities.ts'
import type { OpenApi, OpenApiAnswer, OpenApiCall } from './openapi.ts'
import { type ReadResult, toReadResult } from './read-result.ts'
import type { RateHeaders } from './zalo-answer.ts'

export interface Probes {
  profile(oaId: string): Promise<{ result: ReadResult<OaProfile>; rate: RateHeaders | null }>
  /** How many people the OA can see, and one of them to ask about; a state OA is asked the older way. */
  followers(oaId: string): Promise<ReadResult<{ total: number; someUserId: string | null }>>
  /** Succeeds only from a Vietnamese address (−501 otherwise). */
  personalData(oaId: string, userId: string): Promise<ReadResult<true>>
  messageQuota(oaId: string): Promise<ReadResult<QuotaLine[]>>
  groupQuota(oaId: string): Promise<ReadResult<QuotaLine[]>>
  articles(oaId: string): Promise<ReadResult<true>>
  templates(oaId: string): Promise<ReadResult<true>>
  /** The templates of the OA, at most three hundred. */
  listTemplates(oaId: string): Promise<ReadResult<OwnTemplate[]>>
  /** One template and what it asks for; one that is not approved asks for nothing. */
  template(oaId: string, templateId: string): Promise<ReadResult<TemplateInfo>>
}

export interface TemplateInfo {
  name: string
  isApproved: boolean
  params: {
    name: string
    isRequired: boolean
    maxLength: number
    /** False: it wants a number or a day in a form of its own. */
    takesText: boolean
  }[]
  /** What one message to somebody's id costs; null: not said. */
  dong: number | null
}

export type TemplateStatus = 'approved' | 'pending' | 'rejected' | 'off' | 'unknown'

export interface OwnTemplate {
  id: string
  name: string
  status: TemplateStatus
}

export interface QuotaLine {
  product: string
  remain: number | null
  total: number | null
  validThrough: string | null
}

const Text = z.union([z.string(), z.number()]).transform(String).nullish().catch(null)
const Count = z.coerce.number().nullish().catch(null)

const Profile = z
  .looseObject({
    data: z.looseObject({
      name: Text,
      oa_type: Count,
      package_name: Text,
      is_verified: z.boolean().nullish().catch(null),
    }),
  })
  .transform(
    ({ data }): OaProfile => ({
      name: data.name ?? null,
      type: data.oa_type ?? null,
      plan: data.package_name ?? null,
      isVerified: data.is_verified ?? null,
    }),
  )

const Person = z.looseObject({ user_id: z.union([z.string(), z.number()]).transform(String) })
const People = z
  .looseObject({
    data: z.looseObject({
      total: z.coerce.number(),
      users: z.array(Person).nullish().catch(null),
      followers: z.array(Person).nullish().catch(null),
    }),
  })
  .transform(({ data }) => ({ total: data.total, someUserId: (data.users ?? data.followers)?.[0]?.user_id ?? null }))

const Quotas = z
  .looseObject({
    data: z
      .array(z.looseObject({ product_type: Text, remain: Count, total: Count, valid_through: Text }))
      .nullish()
      .catch(null),
  })
  .transform(({ data }): QuotaLine[] =>
    (data ?? []).map(line => ({
      product: line.product_type ?? '',
      remain: line.remain ?? null,
      total: line.total ?? null,
      validThrough: line.valid_through ?? null,
    })),
  )

const Template = z
  .looseObject({
    data: z.looseObject({
      templateName: Text,
      status: Text,
      listParams: z
        .array(
          z.looseObject({
            name: z.string(),
            require: z.boolean(),
            maxLength: z.coerce.number().int().min(1),
            type: Text,
          }),
        )
        .nullish(),
      price_uid: Count,
    }),
  })
  .transform(
    ({ data }): TemplateInfo => ({
      name: data.templateName ?? '',
      isApproved: data.status === 'ENABLE',
      params: (data.listParams ?? []).map(({ name, require, maxLength, type }) => ({
        name,
        isRequired: require,
        maxLength,
        takesText: !/num|date|time|int|amount|money|otp/i.test(type ?? ''),
      })),
      dong: data.price_uid ?? null,
    }),
  )

const STATUSES: Record<string, TemplateStatus> = {
  ENABLE: 'approved',
  PENDING_REVIEW: 'pending',
  REJECT: 'rejected',
  DISABLE: 'off',
  DELETE: 'off',
}

const OwnTemplates = z
  .looseObject({
    data: z
      .array(
        z.looseObject({
          templateId: z.union([z.string(), z.number()]).transform(String),
          templateName: Text,
          status: Text,
        }),
      )
      .nullish(),
  })
  .transform(({ data }): OwnTemplate[] =>
    (data ?? []).map(({ templateId: id, templateName: name, status }) => ({
      id,
      name: name ?? id,
      status: STATUSES[status ?? ''] ?? 'unknown',
    })),
  )

const TEMPLATES_AT_ONCE = 100
const MOST_TEMPLATES = 300

const Anything = z.unknown().transform(() => true as const)

export function createProbes({
  openapi,
  config,
}: {
  openapi: OpenApi
  config: Pick<ZaloConfig, 'openapiUrl' | 'businessUrl'>
}): Probes {
  const get = (path: string, params: Record<string, string>, host = config.openapiUrl): OpenApiCall => ({
    method: 'GET',
    url: host + path,
    params,
  })
  const post = (path: string, body: Record<string, string>): OpenApiCall => ({
    method: 'POST',
    url: config.openapiUrl + path,
    body,
  })
  const page = { data: JSON.stringify({ offset: 0, count: 1 }) }

  return {
    async profile(oaId) {
      const answer = await openapi(oaId, get('/v2.0/oa/getoa', {}))
      return { result: toReadResult(answer, Profile), rate: 'rate' in answer ? answer.rate : null }
    },
    async followers(oaId) {
      const answer = await openapi(oaId, get('/v3.0/oa/user/getlist', page))
      return toReadResult(
        isOtherVersion(answer) ? await openapi(oaId, get('/v2.0/oa/getfollowers', page)) : answer,
        People,
      )
    },
    async personalData(oaId, userId) {
      return toReadResult(
        await openapi(oaId, get('/v3.0/oa/user/detail', { data: JSON.stringify({ user_id: userId }) })),
        Anything,
      )
    },
    async messageQuota(oaId) {
      const body = { quota_owner: 'OA', product_type: 'cs', quota_type: 'sub_quota' }
      return toReadResult(await openapi(oaId, post('/v3.0/oa/quota/message', body)), Quotas)
    },
    async groupQuota(oaId) {
      const body = { quota_owner: 'OA', product_type: 'gmf100', quota_type: 'sub_quota' }
      return toReadResult(await openapi(oaId, post('/v3.0/oa/quota/group', body)), Quotas)
    },
    async articles(oaId) {
      return toReadResult(
        await openapi(oaId, get('/v2.0/article/getslice', { offset: '0', limit: '1', type: 'normal' })),
        Anything,
      )
    },
    async template(oaId, templateId) {
      const call = get('/template/info/v2', { template_id: templateId }, config.businessUrl)
      return toReadResult(await openapi(oaId, call), Template)
    },
    async listTemplates(oaId) {
      const all: OwnTemplate[] = []
      while (all.length < MOST_TEMPLATES) {
        const params = { offset: String(all.length), limit: String(TEMPLATES_AT_ONCE) }
        const page = toReadResult(await openapi(oaId, get('/template/all', params, config.businessUrl)), OwnTemplates)
        if (page.kind !== 'ok') return page
        all.push(...page.value)
        if (page.value.length < TEMPLATES_AT_ONCE) break
      }
      return { kind: 'ok', value: all }
    },
    async templates(oaId) {
      return toReadResult(
        await openapi(oaId, get('/template/all', { offset: '0', limit: '1' }, config.businessUrl)),
        Anything,
      )
    },
  }
}

const OTHER_VERSION = new Set([-235, -240])

function isOtherVersion(answer: OpenApiAnswer): boolean {
  return answer.kind === 'error' && OTHER_VERSION.has(answer.code)
}
