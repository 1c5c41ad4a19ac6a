/** The made-up Zalo account of practice mode: random secrets, kept beside the practice data, bound to loopback. */
import { randomBytes, randomInt } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** True when somebody filled in a setting of Zalo; the blank lines of a copied `.env.example` say nothing. */
export function hasZaloSettings(env) {
  return Object.entries(env).some(([name, value]) => name.startsWith('ZALO_') && value?.trim())
}

export function createPracticeSettings(root) {
  const port = process.env.PORT || '3000'
  const emulatorPort = process.env.EMULATOR_PORT || '3001'
  const emulatorUrl = `http://localhost:${emulatorPort}`
  const dataDir = process.env.DATA_DIR || (process.getuid?.() === 0 ? '/var/lib/mot-cua' : join(root, 'data'))
  mkdirSync(dataDir, { recursive: true })
  const account = readOrCreate(join(dataDir, 'practice-account.json'))
  const zalo = `http://127.0.0.1:${emulatorPort}`
  return {
    emulatorUrl,
    emulator: {
      EMULATOR_PORT: emulatorPort,
      EMULATOR_STATE_FILE: join(dataDir, 'practice-zalo.json'),
      EMULATOR_WEBHOOK_URL: `http://127.0.0.1:${port}/webhooks/zalo/oa`,
      EMULATOR_MINIAPP_WEBHOOK_URL: `http://127.0.0.1:${port}/webhooks/zalo/miniapp`,
      EMULATOR_REDIRECT_URI: `http://localhost:${port}/zalo/callback`,
      ...account,
    },
    server: {
      MOT_CUA_PRACTICE: '1',
      DATA_DIR: dataDir,
      PORT: port,
      EMULATOR_URL: zalo,
      LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
      ...account,
      ZALO_OAUTH_URL: `${zalo}/oauth`,
      ZALO_OPENAPI_URL: `${zalo}/openapi`,
      ZALO_GRAPH_URL: `${zalo}/graph`,
      ZALO_BUSINESS_URL: `${zalo}/business`,
      ZALO_MINIAPP_OPENAPI_URL: `${zalo}/mini`,
    },
  }
}

function readOrCreate(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    const account = {
      ZALO_APP_ID: longId(),
      ZALO_APP_SECRET: secret(),
      ZALO_OA_ID: longId(),
      ZALO_OA_SECRET_KEY: secret(),
      ZALO_MINIAPP_ID: longId(),
      ZALO_MINIAPP_KEY: secret(),
    }
    writeFileSync(file, `${JSON.stringify(account, null, 2)}\n`, { mode: 0o600 })
    return account
  }
}

/** Nineteen decimal digits beyond 2^53, as Zalo's ids are. */
function longId() {
  return `${randomInt(1, 9)}${Array.from({ length: 18 }, () => randomInt(0, 10)).join('')}`
}

function secret() {
  return randomBytes(24).toString('base64url')
}
