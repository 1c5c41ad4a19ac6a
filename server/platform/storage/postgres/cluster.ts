import { existsSync } from 'node:fs'
import { chown, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readDiskSpace } from '../disk-space.ts'
import { StorageError } from '../storage-error.ts'
import { type Account, isOtherAccount } from './account.ts'
import type { Binaries } from './binaries.ts'
import { runCommand } from './command.ts'
import { type Folders, takeOverCluster } from './folders.ts'

/**
 * Ours, written last: `PG_VERSION` exists long before a new cluster is usable.
 * It holds the major version that made the data.
 */
const READY = 'mot-cua-ready'
const DRAFT = 'cluster.tmp-'
const ROOM_FOR_A_NEW_CLUSTER = 150 * 1024 * 1024

/**
 * Makes the cluster if there is none. It is built aside and moved into place when it is whole and on the disk, so an
 * interruption at any moment leaves either nothing or a usable cluster.
 * @throws StorageError when the folder is not ours, or its data are of another major version
 */
export async function prepareCluster(folders: Folders, binaries: Binaries, account: Account): Promise<void> {
  await removeDrafts(folders.home)
  if (!existsSync(folders.cluster)) await createCluster(folders, binaries, account)
  const major = await readFile(join(folders.cluster, READY), 'utf8').then(Number, () => undefined)
  if (major === undefined) {
    throw new StorageError(
      `Thư mục ${folders.cluster} không do Một Cửa tạo hoặc chưa chép xong (thiếu tệp ${READY}); hãy chuyển nó đi nơi khác rồi chạy lại, hoặc khôi phục bản sao lưu.`,
    )
  }
  if (major !== binaries.major) {
    throw new StorageError(
      `Dữ liệu trong ${folders.cluster} do PostgreSQL ${major} tạo, còn bản đang dùng là PostgreSQL ${binaries.major}, không mở được. ` +
        `Đặt POSTGRES_BIN là thư mục chứa PostgreSQL ${major} (hoặc chạy lại bản Một Cửa trước đó), xuất dữ liệu ra, rồi nhập vào bản mới.`,
    )
  }
  await takeOverCluster(folders.cluster, account)
}

async function createCluster(folders: Folders, binaries: Binaries, account: Account): Promise<void> {
  await requireRoom(folders.home)
  const draft = await mkdtemp(join(folders.home, DRAFT))
  if (isOtherAccount(account)) await chown(draft, account.uid, account.gid)
  const words = ['--username=postgres', '--encoding=UTF8', '--locale=C', '--auth-local=trust', '--auth-host=reject']
  await runCommand(binaries.initdb, ['--pgdata', draft, ...words], account).catch(error => {
    throw new StorageError(`Không tạo được cơ sở dữ liệu: ${error.message}`, { cause: error })
  })
  await writeDurably(join(draft, READY), `${binaries.major}\n`)
  await rename(draft, folders.cluster)
  await syncFolder(folders.home)
}

async function requireRoom(home: string): Promise<void> {
  const { freeBytes } = await readDiskSpace(home)
  if (freeBytes >= ROOM_FOR_A_NEW_CLUSTER) return
  throw new StorageError(
    `Ổ đĩa chứa ${home} chỉ còn ${Math.floor(freeBytes / 1024 / 1024)} MB trống; cần ít nhất ${ROOM_FOR_A_NEW_CLUSTER / 1024 / 1024} MB. Dọn bớt ổ đĩa hoặc đổi DATA_DIR.`,
  )
}

/** An initdb that outlived its parent may still write into one: what cannot be removed now goes next time. */
async function removeDrafts(home: string): Promise<void> {
  const drafts = (await readdir(home)).filter(name => name.startsWith(DRAFT))
  for (const draft of drafts) await rm(join(home, draft), { recursive: true, force: true }).catch(() => undefined)
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o644)
  await handle.writeFile(text)
  await handle.sync()
  await handle.close()
  await syncFolder(join(file, '..'))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
