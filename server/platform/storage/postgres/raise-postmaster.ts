import { readFile, realpath, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { readDiskSpace } from '../disk-space.ts'
import { StorageError } from '../storage-error.ts'
import type { StorageLog } from '../storage-log.ts'
import type { Account } from './account.ts'
import { type Binaries, prepareBinaries } from './binaries.ts'
import { removeOtherRuntimes } from './bundle.ts'
import { prepareCluster } from './cluster.ts'
import { type Folders, openSocketFolder } from './folders.ts'
import { isLivingIn, processesIn, readPostmasterPid, removeStaleLocks } from './locks.ts'
import { adoptPostmaster, type Postmaster, type Settings, spawnPostmaster, stopPostmaster } from './postmaster.ts'
import { type Answer, askServer, prepareDatabase } from './sessions.ts'

export interface RaiseOptions {
  folders: Folders
  account: Account
  bin: string | undefined
  settings: Settings
  log: StorageLog
  signal: AbortSignal
}

/** Recovery after a crash may take a while on a slow disk. */
const START_LIMIT_MS = 300_000
/** The helpers of a killed server leave by themselves within seconds. */
const LEAVE_LIMIT_MS = 60_000
const LOOK_AGAIN_MS = 25
const LITTLE_ROOM = 1024 * 1024 * 1024

/**
 * Brings up a server for this data folder: takes over the one that is there, or starts one. Call it within a turn.
 * @throws StorageError in Vietnamese, with the next step to take
 */
export async function raisePostmaster(options: RaiseOptions): Promise<Postmaster> {
  const { folders, account, bin, log } = options
  await warnOfLittleRoom(folders, log)
  const binaries = await prepareBinaries(folders.home, account, bin)
  await prepareCluster(folders, binaries, account)
  await openSocketFolder(folders, account)
  const postmaster = (await takeOver(options, binaries)) ?? (await startAnew(options, binaries))
  try {
    await prepareDatabase(folders.socket)
  } catch (error) {
    if (!postmaster.adopted) await stopPostmaster(postmaster.pid, folders)
    throw error
  }
  return postmaster
}

/** Waits until a server that is there is ready or gone; undefined when nobody is there any more. */
async function takeOver({ folders, log, signal }: RaiseOptions, binaries: Binaries): Promise<Postmaster | undefined> {
  const begun = performance.now()
  for (;;) {
    const answer = await askServer(folders.socket)
    if (answer.state === 'ready') return adopt(answer, folders, binaries, log)
    const present = processesIn(folders.cluster)
    if (answer.state === 'absent' && present.length === 0) return undefined
    const limitMs = answer.state === 'busy' ? START_LIMIT_MS : LEAVE_LIMIT_MS
    if (performance.now() - begun > limitMs) throw occupied(folders, present)
    await pause(LOOK_AGAIN_MS, undefined, { signal })
  }
}

/** A server is ours when it serves our folder, from a process on this machine, with a version that we know. */
async function adopt(
  answer: Extract<Answer, { state: 'ready' }>,
  folders: Folders,
  binaries: Binaries,
  log: StorageLog,
): Promise<Postmaster> {
  const pid = readPostmasterPid(folders.cluster)
  const isOurs = await isSameFolder(answer.dataDirectory, folders.cluster)
  if (!isOurs || answer.major !== binaries.major || pid === undefined || !isLivingIn(pid, folders.cluster)) {
    throw occupied(folders, processesIn(folders.cluster))
  }
  log.warn({ pid }, 'Dùng tiếp PostgreSQL mà lần chạy trước để lại')
  return adoptPostmaster(pid, folders)
}

async function startAnew(
  { folders, account, settings, log, signal }: RaiseOptions,
  binaries: Binaries,
): Promise<Postmaster> {
  await removeStaleLocks(folders)
  const logged = await sizeOf(folders.log)
  const postmaster = await spawnPostmaster(binaries, folders, account, settings)
  const begun = performance.now()
  try {
    while ((await askServer(folders.socket)).state !== 'ready') {
      if (performance.now() - begun > START_LIMIT_MS) throw await failure(folders, logged, 'timeout')
      const how = await Promise.race([postmaster.exited, pause(LOOK_AGAIN_MS, undefined, { signal })])
      if (how) throw await failure(folders, logged, how)
    }
  } catch (error) {
    await stopPostmaster(postmaster.pid, folders)
    throw error
  }
  await removeOtherRuntimes(folders.home, binaries.bin)
  log.info({ pid: postmaster.pid, major: binaries.major }, 'PostgreSQL đã chạy')
  return postmaster
}

function occupied(folders: Folders, pids: number[]): StorageError {
  const who =
    pids.length > 0 ? `tiến trình ${pids.join(', ')}` : 'một tiến trình ngoài máy này (máy ảo, container khác)'
  return new StorageError(
    `Thư mục dữ liệu ${folders.cluster} đang được ${who} sử dụng; dừng tiến trình đó rồi chạy lại.`,
  )
}

/** Explains with what the server wrote into its log since this start. */
async function failure(folders: Folders, logged: number, how: string): Promise<StorageError> {
  const written = await readFile(folders.log).catch(() => Buffer.alloc(0))
  const said = written.subarray(written.length < logged ? 0 : logged).toString()
  if (said.includes('No space left on device')) {
    return new StorageError(
      `Ổ đĩa chứa ${folders.home} đã đầy nên PostgreSQL không chạy được; dọn bớt ổ đĩa rồi chạy lại.`,
    )
  }
  const reason = said.split('\n').findLast(line => /FATAL|PANIC|error/.test(line)) ?? how
  return new StorageError(`PostgreSQL không khởi động được: ${reason.trim()}. Xem thêm trong ${folders.log}.`)
}

async function warnOfLittleRoom(folders: Folders, log: StorageLog): Promise<void> {
  const { freeBytes } = await readDiskSpace(folders.home)
  if (freeBytes < LITTLE_ROOM) log.warn({ freeBytes }, 'Ổ đĩa dữ liệu sắp đầy; hãy dọn bớt')
}

async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map(path => realpath(path).catch(() => path)))
  return a === b
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    facts => facts.size,
    () => 0,
  )
}
