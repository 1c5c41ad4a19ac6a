import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { StorageError } from '../storage-error.ts'
import type { Account } from './account.ts'
import { installBundle } from './bundle.ts'
import { runCommand } from './command.ts'

/** One PostgreSQL that is ready to run. */
export interface Binaries {
  /** The folder that holds `initdb` and `postgres`. */
  bin: string
  initdb: string
  postgres: string
  /** 17 of "17.10": data of another major version cannot be opened. */
  major: number
}

const OLDEST_MAJOR = 15

/**
 * The PostgreSQL to run: the machine's own when `bin` names it, else the one that npm brought along.
 * @throws StorageError when it is missing, too old, or closed to the database's user
 */
export async function prepareBinaries(home: string, account: Account, bin?: string): Promise<Binaries> {
  const folder = bin ? requireFolder(bin) : await installBundle(home)
  const postgres = join(folder, 'postgres')
  const major = await readMajor(postgres, account)
  if (major < OLDEST_MAJOR) {
    throw new StorageError(
      `PostgreSQL ${major} trong ${folder} quá cũ; POSTGRES_BIN cần PostgreSQL ${OLDEST_MAJOR} trở lên.`,
    )
  }
  return { bin: folder, initdb: join(folder, 'initdb'), postgres, major }
}

function requireFolder(bin: string): string {
  for (const name of ['initdb', 'postgres']) {
    try {
      accessSync(join(bin, name), constants.X_OK)
    } catch {
      throw new StorageError(
        `Không chạy được ${join(bin, name)}; sửa POSTGRES_BIN thành thư mục chứa initdb và postgres, ví dụ /usr/lib/postgresql/17/bin, hoặc bỏ POSTGRES_BIN để dùng bản đi kèm.`,
      )
    }
  }
  return bin
}

/** Asking for the version also proves that the database's user can reach and run the program. */
async function readMajor(postgres: string, account: Account): Promise<number> {
  const answer = await runCommand(postgres, ['--version'], account).catch((error: NodeJS.ErrnoException) => {
    throw new StorageError(explain(error, postgres, account), { cause: error })
  })
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(answer)?.[1])
  if (!major) throw new StorageError(`Không đọc được phiên bản của ${postgres}: ${answer.trim()}`)
  return major
}

function explain(error: NodeJS.ErrnoException, postgres: string, account: Account): string {
  if (error.code === 'EACCES') {
    return (
      `Người dùng hệ thống số ${account.uid} (PostgreSQL không chạy bằng root) không mở được ${postgres}. ` +
      'Đặt DATA_DIR ở nơi mọi người dùng đi qua được, ví dụ /var/lib/mot-cua, và trên ổ đĩa cho phép chạy chương trình.'
    )
  }
  return `PostgreSQL (${postgres}) không chạy được trên máy này. Đặt DATABASE_URL hoặc POSTGRES_BIN để dùng PostgreSQL khác.`
}
