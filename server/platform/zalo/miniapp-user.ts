/** Who is holding the Mini App. Source: developers.zalo.me, Social API → Thông tin người dùng; the field list is the Mini App SDK's own. */
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { ZaloConfig } from '../../config.ts'
import type { Http } from './http.ts'
import { type ReadResult, toReadResult } from './read-result.ts'
import { readZaloAnswer } from './zalo-answer.ts'

export interface MiniAppUser {
  /** The person's id for the Zalo app. */
  appUserId: string
  /** Their id for the OA; null while they never met it, or the Mini App is not linked to it. */
  oaUserId: string | null
  /** Null until they allowed it. */
  name: string | null
  pictureUrl: string | null
  /** A protected account: hold as little of it as possible. */
  isSensitive: boolean
}

const Id = z.union([z.string().min(1), z.number()]).transform(String)
const User = z
  .looseObject({
    id: Id,
    name: z.string().min(1).nullish().catch(null),
    user_id_by_oa: Id.nullish().catch(null),
    is_sensitive: z.boolean().nullish().catch(null),
    picture: z
      .looseObject({ data: z.looseObject({ url: z.string() }) })
      .nullish()
      .catch(null),
  })
  .transform(
    (user): MiniAppUser => ({
      appUserId: user.id,
      oaUserId: user.user_id_by_oa ?? null,
      name: user.name ?? null,
      pictureUrl: user.picture?.data.url ?? null,
      isSensitive: user.is_sensitive ?? false,
    }),
  )

/**
 * Asks Zalo whose token this is; nothing the phone itself says about its owner is believed.
 * @param accessToken as the Mini App's `getAccessToken()` gives it
 */
export async function readMiniAppUser(
  { http, config }: { http: Http; config: ZaloConfig },
  accessToken: string,
): Promise<ReadResult<MiniAppUser>> {
  const result = await http({
    method: 'GET',
    url: `${config.graphUrl}/v2.0/me`,
    params: {
      fields: 'id,name,user_id_by_oa,is_sensitive,picture',
      ...(config.miniAppId && { miniapp_id: config.miniAppId }),
    },
    headers: { access_token: accessToken, appsecret_proof: appSecretProof(config.appSecret, accessToken) },
  })
  return toReadResult(readZaloAnswer(result), User)
}

/** Proves to Zalo that the call comes from the app's own server: HMAC-SHA256 of the token, in hex. */
export function appSecretProof(appSecret: string, accessToken: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex')
}
