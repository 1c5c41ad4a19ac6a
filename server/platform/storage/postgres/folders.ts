import { createHash } from 'node:crypto'
import { chmod, chown, lchown, lstat, mkdir, readdir, realpath, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageError } from '../storage-error.ts'
import { type Account, chooseAccount, isOtherAccount } from './account.ts'

/** Where the bundled PostgreSQL keeps its things. */
export interface Folders {
  /** `postgres` under the app's data folder; everything below lies in it, except a socket that had to move out. */
  home: string
  /** The data themselves (PGDATA). */
  cluster: string
  /** Only the database's user and root may enter: this is what closes the server to others. */
  socket: string
  log: string
}

/** The kernel's `sun_path` holds 107 bytes and a final zero. */
const SOCKET_PATH_BYTES = 107
export const SOCKET_NAME = '.s.PGSQL.5432'

/**
 * Makes the folder that holds all others, and decides who the database runs as. Safe to repeat.
 * @throws StorageError when the data belong to somebody else
 */
export async function prepareFolders(dataDir: string): Promise<{ folders: Folders; account: Account }> {
  await mkdir(dataDir, { recursive: true })
  const home = join(await realpath(dataDir), 'postgres')
  await mkdir(home, { recursive: true, mode: 0o700 })
  await requireOwn(home)
  const cluster = join(home, 'cluster')
  const account = chooseAccount(await stat(cluster).catch(ignoreMissing))
  if (isOtherAccount(account)) {
    // The database's user may pass through, but neither list nor change what root keeps here.
    await chown(home, 0, account.gid)
    await chmod(home, 0o710)
  }
  return { folders: { home, cluster, socket: socketFolder(home, account), log: join(home, 'postgres.log') }, account }
}

/** Gives the data to the database's user: a restored copy may belong to root. */
export async function takeOverCluster(cluster: string, account: Account): Promise<void> {
  const { uid } = await stat(cluster)
  if (uid !== account.uid) {
    if (!isOtherAccount(account)) throw foreign(cluster, uid)
    for (const path of await readdir(cluster, { recursive: true }))
      await lchown(join(cluster, path), account.uid, account.gid)
    await chown(cluster, account.uid, account.gid)
  }
  await chmod(cluster, 0o700)
}

/** Makes the socket's folder, or proves that the one in /tmp, where anybody may have come first, is ours. */
export async function openSocketFolder({ socket }: Folders, account: Account): Promise<void> {
  await mkdir(socket, { mode: 0o700 }).catch(ignoreExisting)
  const made = await lstat(socket)
  if (made.isDirectory() && made.uid === 0 && isOtherAccount(account)) await lchown(socket, account.uid, account.gid)
  const own = await lstat(socket)
  if (!own.isDirectory() || own.uid !== account.uid) throw foreign(socket, own.uid)
  await chmod(socket, 0o700)
}

/** Leaves nothing in /tmp. */
export async function closeSocketFolder({ home, socket }: Folders): Promise<void> {
  if (!socket.startsWith(home)) await rmdir(socket).catch(() => undefined)
}

function socketFolder(home: string, account: Account): string {
  const inside = join(home, 'socket')
  if (Buffer.byteLength(join(inside, SOCKET_NAME)) <= SOCKET_PATH_BYTES) return inside
  const name = createHash('sha256').update(`${account.uid}\0${home}`).digest('hex').slice(0, 16)
  return join('/tmp', `mot-cua-${name}`)
}

async function requireOwn(home: string): Promise<void> {
  const { uid } = await stat(home)
  if (uid !== process.getuid?.()) throw foreign(home, uid)
}

function foreign(folder: string, uid: number): StorageError {
  return new StorageError(
    `Thư mục ${folder} thuộc về người dùng hệ thống số ${uid}; chạy lại bằng người dùng đó, hoặc đổi DATA_DIR sang chỗ khác.`,
  )
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
