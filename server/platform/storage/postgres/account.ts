import { readFileSync, type Stats } from 'node:fs'

/** The operating-system user that PostgreSQL runs as. */
export interface Account {
  uid: number
  gid: number
}

/** An operator who wants the database kept apart from every other service creates this user. */
const DEDICATED = 'mot-cua'
const NOBODY: Account = { uid: 65534, gid: 65534 }

/**
 * PostgreSQL refuses to run as root: then it runs as the owner of the existing data, else as the user `mot-cua`,
 * else as `nobody`. Anybody else runs it as themselves.
 * @param owner who owns the existing database folder, if there is one
 */
export function chooseAccount(owner?: Stats): Account {
  const uid = process.getuid?.() ?? 0
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? uid }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return findAccount(DEDICATED) ?? findAccount('nobody') ?? NOBODY
}

/** True when another user than ours must be taken on before PostgreSQL starts. */
export function isOtherAccount(account: Account): boolean {
  return process.getuid?.() !== account.uid
}

function findAccount(name: string): Account | undefined {
  const line = readPasswd().find(entry => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid && Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function readPasswd(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n')
  } catch {
    return []
  }
}
