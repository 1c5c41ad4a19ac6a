/** The settings of a ward whose Zalo is the emulator, or nothing at all. */
import type { ZaloConfig } from '../../server/config.ts'

/** The ids and keys of the reference vectors. */
export const SECRETS = {
  appId: '1234567890123456789',
  appSecret: 'appSecretForTests123',
  oaId: '7777777777777777777',
  oaSecretKey: 'oaSecretKeyForTests1',
  miniAppId: '2222222222222222222',
  miniAppKey: 'openApiKeyForTests',
}

/** Where nobody listens: a test that needs no Zalo must not reach one. */
const NOWHERE = 'http://127.0.0.1:9'

export interface ZaloHosts {
  oauthUrl: string
  openapiUrl: string
  graphUrl: string
  businessUrl: string
  miniAppOpenapiUrl: string
}

export function zaloConfig(hosts: Partial<ZaloHosts> = {}, changes: Partial<ZaloConfig> = {}): ZaloConfig {
  return {
    api: true,
    ...SECRETS,
    miniAppWebhookKey: SECRETS.miniAppKey,
    notificationTemplateId: 'thong-bao',
    oauthUrl: hosts.oauthUrl ?? NOWHERE,
    openapiUrl: hosts.openapiUrl ?? NOWHERE,
    graphUrl: hosts.graphUrl ?? NOWHERE,
    businessUrl: hosts.businessUrl ?? NOWHERE,
    miniAppOpenapiUrl: hosts.miniAppOpenapiUrl ?? NOWHERE,
    webhookStrict: false,
    ratePerMinute: 80,
    ...changes,
  }
}
