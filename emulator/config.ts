/** The emulator's settings when it runs as a process of its own; the only reader of process.env in this room. */
import { z } from 'zod'
import type { EmulatorOptions } from './index.ts'

const id = z.string().regex(/^\d{6,25}$/)
const secret = z.string().min(8)

const Environment = z.object({
  EMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  /** Any address but loopback opens the practice Zalo, and everything in it, to the network. */
  EMULATOR_HOST: z.string().default('127.0.0.1'),
  /** Names besides loopback that requests may come to, separated by commas. */
  EMULATOR_ALLOWED_HOSTS: z.string().default(''),
  EMULATOR_STATE_FILE: z.string().optional(),
  EMULATOR_WEBHOOK_URL: z.string().optional(),
  EMULATOR_MINIAPP_WEBHOOK_URL: z.string().optional(),
  EMULATOR_REDIRECT_URI: z.string().optional(),
  ZALO_APP_ID: id,
  ZALO_APP_SECRET: secret,
  ZALO_OA_ID: id,
  ZALO_OA_SECRET_KEY: secret,
  ZALO_MINIAPP_ID: id,
  ZALO_MINIAPP_KEY: secret,
  ZALO_MINIAPP_WEBHOOK_KEY: secret.optional(),
  ZALO_REFRESH_TOKEN: secret.optional(),
})

/** @throws ZodError naming every variable that is missing or wrong */
export function readEmulatorConfig(env: Record<string, string | undefined> = process.env): EmulatorOptions {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const e = Environment.parse(given)
  return {
    port: e.EMULATOR_PORT,
    host: e.EMULATOR_HOST,
    allowedHosts: e.EMULATOR_ALLOWED_HOSTS.split(',').filter(name => name !== ''),
    stateFile: e.EMULATOR_STATE_FILE,
    webhookUrl: e.EMULATOR_WEBHOOK_URL,
    miniAppWebhookUrl: e.EMULATOR_MINIAPP_WEBHOOK_URL,
    redirectUri: e.EMULATOR_REDIRECT_URI,
    firstRefreshToken: e.ZALO_REFRESH_TOKEN,
    secrets: {
      appId: e.ZALO_APP_ID,
      appSecret: e.ZALO_APP_SECRET,
      oaId: e.ZALO_OA_ID,
      oaSecretKey: e.ZALO_OA_SECRET_KEY,
      miniAppId: e.ZALO_MINIAPP_ID,
      miniAppKey: e.ZALO_MINIAPP_KEY,
      miniAppWebhookKey: e.ZALO_MINIAPP_WEBHOOK_KEY,
    },
  }
}
