/**
 * How files lie in a backup: compressed, and sealed where there is a pass phrase. Both are ordinary formats, so that a
 * backup can be opened without Một Cửa: `age -d -i key.txt FILE | gunzip`.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PassThrough, Readable, Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { promisify } from 'node:util'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { BackupError, type Packed } from './manifest.ts'

/** Each backup has a key of its own; only the key is sealed with the pass phrase, which takes a second on purpose. */
const KEY_FILE = 'key.age'

export interface Packer {
  isSealed: boolean
  /** @param name below the folder, with `/` */
  pack(name: string, content: Readable): Promise<Packed>
}

export interface Unpacker {
  /** Hands the content on. @throws BackupError when it is not what was packed */
  unpack(packed: Packed, into: Writable): Promise<void>
}

export async function createPacker(folder: string, passphrase: string | undefined): Promise<Packer> {
  const recipient = passphrase === undefined ? null : await sealNewKey(folder, passphrase)
  return {
    isSealed: recipient !== null,
    async pack(name, content) {
      const path = pathOf(folder, name, recipient !== null)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const { meter, measured } = createMeter()
      const zipped = new PassThrough()
      const packing = pipeline(content, meter, createGzip({ level: 6 }), zipped)
      const out = createWriteStream(path, { mode: 0o600 })
      await Promise.all([packing, pipeline(recipient ? await seal(zipped, recipient) : zipped, out)])
      return { name, ...measured() }
    },
  }
}

export async function openPacking(
  folder: string,
  isSealed: boolean,
  passphrase: string | undefined,
): Promise<Unpacker> {
  const identity = isSealed ? await openKey(folder, passphrase) : null
  return {
    async unpack({ name, bytes, sha256 }, into) {
      const { meter, measured } = createMeter()
      const packed = createReadStream(pathOf(folder, name, isSealed))
      try {
        await pipeline(identity ? await unseal(packed, identity) : packed, createGunzip(), meter, into)
      } catch (error) {
        throw new BackupError(
          `Tệp ${name} của bản sao lưu thiếu hoặc hỏng (${reasonOf(error)}). Dùng bản sao lưu khác.`,
        )
      }
      const found = measured()
      if (found.bytes !== bytes || found.sha256 !== sha256)
        throw new BackupError(`Tệp ${name} không còn như lúc sao lưu. Dùng bản sao lưu khác.`)
    },
  }
}

/** Everything below the folder is on the disk when this resolves: one flush for a thousand files. */
export async function flushFolder(folder: string): Promise<void> {
  await promisify(execFile)('sync', ['-f', folder])
}

function pathOf(folder: string, name: string, isSealed: boolean): string {
  return join(folder, `${name}.gz${isSealed ? '.age' : ''}`)
}

function createMeter(): { meter: Transform; measured: () => { bytes: number; sha256: string } } {
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.byteLength
      done(null, chunk)
    },
  })
  return { meter, measured: () => ({ bytes, sha256: hash.digest('hex') }) }
}

async function sealNewKey(folder: string, passphrase: string): Promise<string> {
  const identity = await generateX25519Identity()
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  await writeFile(join(folder, KEY_FILE), await encrypter.encrypt(identity), { mode: 0o600 })
  return identityToRecipient(identity)
}

async function openKey(folder: string, passphrase: string | undefined): Promise<string> {
  if (passphrase === undefined)
    throw new BackupError('Bản sao lưu này có khóa. Đặt BACKUP_PASSPHRASE đúng như lúc sao lưu rồi chạy lại.')
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decrypt(await readFile(join(folder, KEY_FILE)), 'text')
  } catch {
    throw new BackupError('BACKUP_PASSPHRASE không mở được bản sao lưu này. Kiểm tra lại từng chữ.')
  }
}

async function seal(content: Readable, recipient: string): Promise<Readable> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return fromWeb(await encrypter.encrypt(toWeb(content)))
}

async function unseal(content: Readable, identity: string): Promise<Readable> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return fromWeb(await decrypter.decrypt(toWeb(content)))
}

/** Node's streams and the web's are the same to each other but for their types. */
const toWeb = (stream: Readable) => Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>
const fromWeb = (stream: ReadableStream<Uint8Array>) => Readable.fromWeb(stream as unknown as WebStream<Uint8Array>)

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
