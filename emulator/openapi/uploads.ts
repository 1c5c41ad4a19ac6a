/** Pictures and files, multipart field `file`, kept for seven days. */
import type { Answer } from '../http/answer.ts'
import type { UploadKind } from '../world/uploads.ts'
import type { Call, Endpoint, House } from './endpoint.ts'
import { invalid, type Refusal, refuse, success } from './refusal.ts'

interface UploadRule {
  kind: UploadKind
  most: number
  answers: 'attachment_id' | 'token'
  /** The file is of a kind Zalo takes, judged by its first bytes or its name. */
  accepts(bytes: Buffer, name: string): boolean
  refusal: Refusal
}

const MEGABYTE = 2 ** 20
const startsWith = (bytes: Buffer, ...signature: number[]) =>
  bytes.subarray(0, signature.length).equals(Buffer.from(signature))

const RULES: UploadRule[] = [
  {
    kind: 'image',
    most: MEGABYTE,
    answers: 'attachment_id',
    accepts: bytes => startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff),
    refusal: { error: -201, message: 'file is invalid. We only support png and jpeg' },
  },
  {
    kind: 'gif',
    most: 5 * MEGABYTE,
    answers: 'attachment_id',
    accepts: bytes => startsWith(bytes, 0x47, 0x49, 0x46, 0x38),
    refusal: invalid('file'),
  },
  {
    kind: 'file',
    most: 5 * MEGABYTE,
    answers: 'token',
    accepts: (_, name) => /\.(pdf|docx?|csv)$/i.test(name),
    refusal: invalid('file'),
  },
]

export const uploadEndpoints: Endpoint[] = RULES.map(rule => ({
  method: 'POST',
  path: `/v2.0/oa/upload/${rule.kind}`,
  family: 'upload',
  permission: 'upload',
  handle: (call, house) => upload(rule, call, house),
}))

async function upload(rule: UploadRule, call: Call, { world }: House): Promise<Answer | Refusal> {
  const file = await readFile(call)
  if (!file) return invalid('file')
  const bytes = Buffer.from(await file.arrayBuffer())
  if (!rule.accepts(bytes, file.name)) return rule.refusal
  if (bytes.length > rule.most) return refuse(-210)
  const meter = `upload ${rule.kind}`
  if (world.meters.used(meter, 'month') >= world.settings.read().messages.uploadQuota) return refuse(-211)
  world.meters.spend(meter, 'month')
  return success({ [rule.answers]: world.uploads.add(rule.kind, file.name, bytes.length) })
}

async function readFile({ contentType, raw }: Call): Promise<File | undefined> {
  if (!contentType.startsWith('multipart/form-data')) return undefined
  try {
    const body = new Uint8Array(raw)
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData()
    const file = form.get('file')
    return file instanceof File ? file : undefined
  } catch {
    return undefined
  }
}
