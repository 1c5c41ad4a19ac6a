/** Several processes that all find the access token stale at the same moment: one of them may spend the refresh token. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Installation, SECRETS } from './installation.ts'

interface TokenReport {
  rotations: number
  spentTwice: number
}

export async function runRefreshers(
  house: Installation,
  { refreshers, rounds }: { refreshers: number; rounds: number },
): Promise<{ refreshes: number; spentTwice: number }> {
  const before = await house.emulate<TokenReport>('GET', '/tokens')
  const children = await Promise.all(Array.from({ length: refreshers }, () => startRefresher(house)))
  for (let round = 0; round < rounds; round++) {
    await house.emulate('POST', '/clock', { advance: '26h' })
    const now = (await house.emulate<{ now: string }>('GET', '/clock')).now
    await Promise.all(
      children.map(child => {
        const answered = once(child, 'message')
        child.send({ now })
        return answered
      }),
    )
  }
  for (const child of children) child.kill('SIGTERM')
  const after = await house.emulate<TokenReport>('GET', '/tokens')
  return { refreshes: after.rotations - before.rotations, spentTwice: after.spentTwice - before.spentTwice }
}

async function startRefresher(house: Installation): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--no-warnings', 'bench/refresher.ts'], {
    env: {
      PATH: process.env.PATH ?? '',
      ...SECRETS,
      MOT_CUA_PRACTICE: '1',
      EMULATOR_URL: house.emulatorUrl,
      DATA_DIR: house.dataDir,
      ZALO_OAUTH_URL: `${house.emulatorUrl}/oauth`,
      ZALO_OPENAPI_URL: `${house.emulatorUrl}/openapi`,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  return child
}
