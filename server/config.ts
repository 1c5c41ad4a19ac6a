/**
 * Every setting of the server: its meaning, its check, and where to get it. The only reader of process.env in this room.
 *
 * No ZALO_* setting at all → practice mode (the emulator plays Zalo). Any of them → live mode, and then all the
 * compulsory ones must be right: `readConfig` lists everything that is wrong at once.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export type Mode = 'practice' | 'live'

/** What a live installation may not do without, and what the operator reads when it is missing or wrong. */
const decimalId = z.string().regex(/^\d{6,25}$/)
const url = z
  .string()
  .regex(/^https?:\/\/[^\s]+$/)
  .transform(value => value.replace(/\/+$/, ''))
const flag = z.enum(['true', 'false']).transform(value => value === 'true')

const WHERE = {
  ZALO_APP_ID: 'số ID ứng dụng, ở developers.zalo.me → ứng dụng của phường → Cài đặt',
  ZALO_APP_SECRET: 'khóa bí mật của ứng dụng, ở developers.zalo.me → Cài đặt → Khóa bí mật',
  ZALO_OA_ID: 'số ID của Zalo OA, ở oa.zalo.me → Quản lý → Thông tin tài khoản',
  ZALO_OA_SECRET_KEY:
    'OA Secret Key, ở developers.zalo.me → Official Account → Webhook (khác với khóa bí mật của ứng dụng)',
  ZALO_REFRESH_TOKEN:
    'refresh token đầu tiên (không bắt buộc), ở developers.zalo.me → Công cụ → API Explorer; hoặc để trống rồi mở đường dẫn cấp quyền khi máy chạy',
  ZALO_API: '"on" (mặc định) hoặc "off" khi phường chưa có gói OA được dùng API',
  ZALO_PKCE_VERIFIER:
    'code verifier cố định (không bắt buộc), 43 ký tự chữ và số, chỉ khi trang cài đặt Official Account đã đặt code challenge',
  ZALO_MINIAPP_ID: 'số ID của Mini App (không bắt buộc), ở mini.zalo.me → Mini App của phường',
  ZALO_MINIAPP_KEY: 'Open API key của Mini App (không bắt buộc), ở mini.zalo.me → Open API',
  ZALO_MINIAPP_WEBHOOK_KEY: 'khóa ký webhook của Mini App (không bắt buộc; mặc định bằng ZALO_MINIAPP_KEY)',
  ZALO_MINIAPP_NOTIFICATION_TEMPLATE:
    'mã mẫu thông báo của Mini App (không bắt buộc; mặc định là mẫu chung của Zalo), ở mini.zalo.me → Open API',
  ZALO_OAUTH_URL: 'máy chủ cấp quyền của Zalo (mặc định https://oauth.zaloapp.com)',
  ZALO_OPENAPI_URL: 'máy chủ OpenAPI của Zalo (mặc định https://openapi.zalo.me)',
  ZALO_GRAPH_URL: 'máy chủ Graph của Zalo (mặc định https://graph.zalo.me)',
  ZALO_BUSINESS_URL: 'máy chủ Business của Zalo (mặc định https://business.openapi.zalo.me)',
  ZALO_MINIAPP_OPENAPI_URL: 'máy chủ Open API của Mini App (mặc định https://openapi.mini.zalo.me)',
  ZALO_VERIFIER_FILE:
    'tên tệp xác thực tên miền, dạng zalo_verifier….html (không bắt buộc), tải ở developers.zalo.me → Xác thực tên miền',
  ZALO_VERIFIER_CONTENT: 'nội dung nguyên văn của tệp xác thực tên miền (không bắt buộc)',
  ZALO_VERIFIER_META: 'mã trong thẻ meta zalo-platform-site-verification (không bắt buộc)',
  ZALO_WEBHOOK_STRICT: '"true" để trả 401 cho webhook sai chữ ký (mặc định "false": trả 200 và bỏ qua)',
  ZALO_RATE_PER_MINUTE: 'số lệnh gọi Zalo nhiều nhất mỗi phút (mặc định 80)',
  PORT: 'cổng của máy chủ (mặc định 3000)',
  PUBLIC_URL: 'địa chỉ https của phường trên Internet, ví dụ https://phuong-mau.example.vn',
  DATA_DIR: 'thư mục dữ liệu, đường dẫn tuyệt đối',
  DATABASE_URL: 'địa chỉ PostgreSQL ≥ 15 (không bắt buộc), dạng postgres://tên:mật-khẩu@máy/cơ-sở-dữ-liệu',
  POSTGRES_BIN: 'thư mục chứa initdb và postgres ≥ 15 của máy (không bắt buộc)',
  SECRET_KEY: 'khóa mã hóa của máy chủ, ít nhất 32 ký tự; tạo bằng lệnh: openssl rand -hex 32',
  TRUST_PROXY: 'số lớp proxy đứng trước máy chủ, ví dụ 1 (mặc định 0)',
  ROLE: '"all" (mặc định), "web" (nhận và trả lời), "worker" (chỉ gửi) hoặc "door" (chỉ nhận)',
  WARD_FILE:
    'đường dẫn tuyệt đối tới tệp thông tin phường (tên, địa chỉ, điện thoại, giờ làm việc, tổ dân phố); chép từ ward.example.json rồi sửa',
  FILES_BUCKET: 'tên kho chứa tệp kiểu S3 (không bắt buộc; để trống thì tệp nằm trong DATA_DIR/files)',
  FILES_ENDPOINT: 'địa chỉ https của kho chứa tệp kiểu S3, do nơi cho thuê kho cấp',
  FILES_REGION: 'vùng của kho chứa tệp (mặc định us-east-1)',
  FILES_KEY_ID: 'mã khóa truy cập của kho chứa tệp',
  FILES_SECRET: 'khóa bí mật của kho chứa tệp',
  BACKUP_DIR: 'thư mục chứa các bản sao lưu, đường dẫn tuyệt đối, nên ở ổ đĩa khác (mặc định DATA_DIR/backups)',
  BACKUP_PASSPHRASE:
    'câu khóa các bản sao lưu, ít nhất 12 ký tự; cất một bản ở nơi khác, mất câu này là mất bản sao lưu',
  BACKUP_KEEP: 'giữ lại bao nhiêu bản sao lưu gần nhất, từ 1 đến 1000 (mặc định 14)',
  BACKUP_NIGHTLY: '"on" để tự sao lưu lúc 2 giờ 30 mỗi đêm, "off" để không (mặc định "on" khi chạy thật)',
  GUIDE_REVIEW_DAYS: 'sau bao nhiêu ngày thì phải xem lại một hướng dẫn, từ 1 đến 3650 (mặc định 180)',
  GUIDE_WITHHOLD_DAYS: 'quá ngày xem lại bao nhiêu ngày thì hướng dẫn tạm không hiện, từ 1 đến 3650 (mặc định 90)',
  LINK_CHECK: '"on" để mỗi tuần thử các đường dẫn trong hướng dẫn, "off" để không (mặc định "on" khi chạy thật)',
  KEEP_MESSAGES_DAYS: 'giữ tin nhắn bao nhiêu ngày rồi xóa, từ 1 đến 365 (mặc định 30)',
  LOG_LEVEL: '"silent", "error", "warn", "info" (mặc định) hoặc "debug"',
} as const
type Name = keyof typeof WHERE

const Environment = z.object({
  ZALO_APP_ID: decimalId.optional(),
  ZALO_APP_SECRET: z.string().min(8).optional(),
  ZALO_OA_ID: decimalId.optional(),
  ZALO_OA_SECRET_KEY: z.string().min(8).optional(),
  ZALO_REFRESH_TOKEN: z.string().min(10).optional(),
  ZALO_API: z.enum(['on', 'off']).default('on'),
  ZALO_PKCE_VERIFIER: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/)
    .optional(),
  ZALO_MINIAPP_ID: decimalId.optional(),
  ZALO_MINIAPP_KEY: z.string().min(8).optional(),
  ZALO_MINIAPP_WEBHOOK_KEY: z.string().min(8).optional(),
  ZALO_MINIAPP_NOTIFICATION_TEMPLATE: z
    .string()
    .regex(/^[A-Za-z0-9_-]{4,64}$/)
    .default('00126fd75392bacce383'),
  ZALO_OAUTH_URL: url.default('https://oauth.zaloapp.com'),
  ZALO_OPENAPI_URL: url.default('https://openapi.zalo.me'),
  ZALO_GRAPH_URL: url.default('https://graph.zalo.me'),
  ZALO_BUSINESS_URL: url.default('https://business.openapi.zalo.me'),
  ZALO_MINIAPP_OPENAPI_URL: url.default('https://openapi.mini.zalo.me'),
  ZALO_VERIFIER_FILE: z
    .string()
    .regex(/^zalo_verifier[A-Za-z0-9_-]+\.html$/)
    .optional(),
  ZALO_VERIFIER_CONTENT: z.string().max(4000).optional(),
  ZALO_VERIFIER_META: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional(),
  ZALO_WEBHOOK_STRICT: flag.default(false),
  ZALO_RATE_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(80),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: url.optional(),
  DATA_DIR: z.string().startsWith('/').optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  POSTGRES_BIN: z.string().startsWith('/').optional(),
  SECRET_KEY: z.string().min(32).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  ROLE: z.enum(['all', 'web', 'worker', 'door']).default('all'),
  WARD_FILE: z.string().startsWith('/').optional(),
  FILES_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  FILES_ENDPOINT: url.optional(),
  FILES_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('us-east-1'),
  FILES_KEY_ID: z.string().min(3).optional(),
  FILES_SECRET: z.string().min(8).optional(),
  BACKUP_DIR: z.string().startsWith('/').optional(),
  BACKUP_PASSPHRASE: z.string().min(12).optional(),
  BACKUP_KEEP: z.coerce.number().int().min(1).max(1000).default(14),
  GUIDE_REVIEW_DAYS: z.coerce.number().int().min(1).max(3650).default(180),
  GUIDE_WITHHOLD_DAYS: z.coerce.number().int().min(1).max(3650).default(90),
  LINK_CHECK: z.enum(['on', 'off']).optional(),
  BACKUP_NIGHTLY: z.enum(['on', 'off']).optional(),
  KEEP_MESSAGES_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

const REQUIRED_LIVE: Name[] = [
  'ZALO_APP_ID',
  'ZALO_APP_SECRET',
  'ZALO_OA_ID',
  'ZALO_OA_SECRET_KEY',
  'PUBLIC_URL',
  'WARD_FILE',
]
/** A ward without the API needs only its own address and the OA its leaflets point to. */
const REQUIRED_WITHOUT_API: Name[] = ['ZALO_OA_ID', 'PUBLIC_URL', 'WARD_FILE']

/** A place for files that speaks S3. */
export interface Bucket {
  name: string
  /** Undefined: Amazon's own. */
  endpoint?: string
  region: string
  keyId: string
  secret: string
}

export interface ZaloConfig {
  /** False in "web + QR mode": the ward's OA has no API plan, so nothing is sent and no webhook is expected. */
  api: boolean
  appId: string
  appSecret: string
  oaId: string
  oaSecretKey: string
  firstRefreshToken?: string
  pkceVerifier?: string
  miniAppId?: string
  miniAppKey?: string
  miniAppWebhookKey?: string
  /** Which of the Mini App's notification templates carries a notice. */
  notificationTemplateId: string
  oauthUrl: string
  openapiUrl: string
  graphUrl: string
  businessUrl: string
  miniAppOpenapiUrl: string
  verifierFile?: string
  verifierContent?: string
  verifierMeta?: string
  webhookStrict: boolean
  /** Calls a minute that all replicas together may spend on this OA. */
  ratePerMinute: number
}

export interface Config {
  mode: Mode
  port: number
  publicUrl: string
  dataDir: string
  /** Who the ward is; practice mode has a sample ward instead. */
  wardFile?: string
  databaseUrl?: string
  postgresBin?: string
  secretKey: string
  trustProxy: number
  /** `web` takes in and answers, `worker` sends what was written down, `door` takes in and leaves the rest to others. */
  role: 'all' | 'web' | 'worker' | 'door'
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  backups: {
    folder: string
    /** Undefined: they lie open. */
    passphrase?: string
    /** How many of the latest are kept. */
    keep: number
    nightly: boolean
  }
  /** What people wrote and what was answered goes after so many days; counts stay. */
  keepMessagesDays: number
  /** A guide waits for a second look so many days after it was published or confirmed, and is withheld so many days later. */
  freshness: { reviewDays: number; withholdDays: number }
  /** Whether the links of guides are looked up regularly. */
  linkCheck: boolean
  zalo: ZaloConfig
  /** Undefined: files lie in a folder of the data. */
  bucket?: Bucket
  /** Practice mode only: the emulator's address, whose virtual clock the server follows. */
  emulatorUrl?: string
  /** Practice mode only: shorter leases, for crash tests that must fit minutes. Milliseconds. */
  deliveryTiming?: { attemptMs: number; leaseMs: number; secondLookMs: number; echoMs: number }
}

/** The start was refused; `problems` are Vietnamese sentences, each with the next step to take. */
export class ConfigError extends Error {
  readonly problems: string[]
  constructor(problems: string[]) {
    super(
      `Chưa chạy được, có ${problems.length} thiết lập cần sửa:\n${problems.map(problem => `  • ${problem}`).join('\n')}`,
    )
    this.problems = problems
  }
}

type Variables = Record<string, string | undefined>

/**
 * Reads the settings, and creates the data folder and the secret key when nobody gave one.
 * @throws ConfigError listing every problem at once
 */
export function readConfig(env: Variables = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const mode: Mode =
    Object.keys(given).some(name => name.startsWith('ZALO_')) && !given.MOT_CUA_PRACTICE ? 'live' : 'practice'
  const parsed = Environment.safeParse(given)
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(issue => problem(String(issue.path[0]) as Name, 'không đúng dạng'))
  for (const name of Object.keys(given)) {
    if (name.startsWith('ZALO_') && !(name in WHERE))
      problems.push(`${name} không phải là thiết lập của Một Cửa; kiểm tra lại tên (xem tệp .env.example)`)
  }
  if (mode === 'live') {
    const required = given.ZALO_API === 'off' ? REQUIRED_WITHOUT_API : REQUIRED_LIVE
    for (const name of required) if (!given[name]) problems.push(problem(name, 'còn thiếu'))
    if (given.PUBLIC_URL && !given.PUBLIC_URL.startsWith('https://'))
      problems.push('PUBLIC_URL phải bắt đầu bằng https:// vì Zalo chỉ gọi địa chỉ https')
    if (Boolean(given.ZALO_MINIAPP_ID) !== Boolean(given.ZALO_MINIAPP_KEY))
      problems.push('ZALO_MINIAPP_ID và ZALO_MINIAPP_KEY phải có cả hai hoặc để trống cả hai')
    if (Boolean(given.ZALO_VERIFIER_FILE) !== Boolean(given.ZALO_VERIFIER_CONTENT))
      problems.push('ZALO_VERIFIER_FILE và ZALO_VERIFIER_CONTENT phải có cả hai hoặc để trống cả hai')
  }
  const bucketParts = ['FILES_BUCKET', 'FILES_KEY_ID', 'FILES_SECRET'] as const
  const missing = bucketParts.filter(name => !given[name])
  if (missing.length < bucketParts.length) for (const name of missing) problems.push(problem(name, 'còn thiếu'))
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)

  const e = parsed.data
  const dataDir = e.DATA_DIR ?? defaultDataDir()
  mkdirSync(dataDir, { recursive: true })
  return {
    mode,
    port: e.PORT,
    publicUrl: e.PUBLIC_URL ?? `http://localhost:${e.PORT}`,
    dataDir,
    wardFile: e.WARD_FILE,
    databaseUrl: e.DATABASE_URL,
    postgresBin: e.POSTGRES_BIN,
    secretKey: e.SECRET_KEY ?? secretKeyFile(dataDir),
    trustProxy: e.TRUST_PROXY,
    role: e.ROLE,
    logLevel: e.LOG_LEVEL,
    backups: {
      folder: e.BACKUP_DIR ?? join(dataDir, 'backups'),
      passphrase: e.BACKUP_PASSPHRASE,
      keep: e.BACKUP_KEEP,
      nightly: (e.BACKUP_NIGHTLY ?? (mode === 'live' ? 'on' : 'off')) === 'on',
    },
    keepMessagesDays: e.KEEP_MESSAGES_DAYS,
    freshness: { reviewDays: e.GUIDE_REVIEW_DAYS, withholdDays: e.GUIDE_WITHHOLD_DAYS },
    linkCheck: (e.LINK_CHECK ?? (mode === 'live' ? 'on' : 'off')) === 'on',
    bucket: e.FILES_BUCKET
      ? {
          name: e.FILES_BUCKET,
          endpoint: e.FILES_ENDPOINT,
          region: e.FILES_REGION,
          keyId: e.FILES_KEY_ID ?? '',
          secret: e.FILES_SECRET ?? '',
        }
      : undefined,
    emulatorUrl: mode === 'practice' ? given.EMULATOR_URL : undefined,
    deliveryTiming: mode === 'practice' ? readTiming(given.MOT_CUA_DELIVERY_TIMING) : undefined,
    zalo: {
      api: e.ZALO_API === 'on',
      appId: e.ZALO_APP_ID ?? '',
      appSecret: e.ZALO_APP_SECRET ?? '',
      oaId: e.ZALO_OA_ID ?? '',
      oaSecretKey: e.ZALO_OA_SECRET_KEY ?? '',
      firstRefreshToken: e.ZALO_REFRESH_TOKEN,
      pkceVerifier: e.ZALO_PKCE_VERIFIER,
      miniAppId: e.ZALO_MINIAPP_ID,
      miniAppKey: e.ZALO_MINIAPP_KEY,
      miniAppWebhookKey: e.ZALO_MINIAPP_WEBHOOK_KEY ?? e.ZALO_MINIAPP_KEY,
      notificationTemplateId: e.ZALO_MINIAPP_NOTIFICATION_TEMPLATE,
      oauthUrl: e.ZALO_OAUTH_URL,
      openapiUrl: e.ZALO_OPENAPI_URL,
      graphUrl: e.ZALO_GRAPH_URL,
      businessUrl: e.ZALO_BUSINESS_URL,
      miniAppOpenapiUrl: e.ZALO_MINIAPP_OPENAPI_URL,
      verifierFile: e.ZALO_VERIFIER_FILE,
      verifierContent: e.ZALO_VERIFIER_CONTENT,
      verifierMeta: e.ZALO_VERIFIER_META,
      webhookStrict: e.ZALO_WEBHOOK_STRICT,
      ratePerMinute: e.ZALO_RATE_PER_MINUTE,
    },
  }
}

/** "attempt/lease/second look/echo" in milliseconds. */
function readTiming(text: string | undefined): Config['deliveryTiming'] {
  const [attemptMs, leaseMs, secondLookMs, echoMs] = (text ?? '').split('/').map(Number)
  return attemptMs && leaseMs && secondLookMs && echoMs ? { attemptMs, leaseMs, secondLookMs, echoMs } : undefined
}

function problem(name: Name, what: string): string {
  return `${name} ${what}: ${WHERE[name] ?? 'xem tệp .env.example'}`
}

/** Root cannot keep data under a home folder that the database's own user may not read. */
function defaultDataDir(): string {
  return process.getuid?.() === 0 ? '/var/lib/mot-cua' : join(process.cwd(), 'data')
}

/** The key that encrypts tokens at rest: made once, readable by its owner only, left out of backups. */
function secretKeyFile(dataDir: string): string {
  const file = join(dataDir, 'secret-key')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    try {
      // `wx`: of two processes that start at once, one makes the key and the other reads it.
      writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    return readFileSync(file, 'utf8').trim()
  }
}
