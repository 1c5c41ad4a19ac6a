/** Starts an emulated Zalo, in this process or (through main.ts) as one of its own. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import { type Control, createControl } from './control/control.ts'
import { createTalk } from './talk/talk.ts'
import { createMiniAppWebhook } from './webhook/mini-app.ts'
import { createPoster } from './webhook/post.ts'
import { createWebhookSender } from './webhook/sender.ts'
import type { PersonaInput } from './world/personas.ts'
import type { Secrets } from './world/secrets.ts'
import type { SettingsPatch } from './world/settings.ts'
import { createSnapshotFile } from './world/snapshot.ts'
import { createWorld } from './world/world.ts'

export type { Control } from './control/control.ts'
export type { Secrets } from './world/secrets.ts'

export interface EmulatorOptions {
  /** 0 takes any free port. */
  port: number
  secrets: Secrets
  /** 127.0.0.1 unless told otherwise. */
  host?: string
  /** Names besides loopback under which the emulator may be addressed. */
  allowedHosts?: string[]
  /** Probed until it answers 200, so that the ward may start later than Zalo. */
  webhookUrl?: string
  miniAppWebhookUrl?: string
  /** The callback saved in the console; consent links with another one are refused. */
  redirectUri?: string
  /** A refresh token the ward already holds, as if made in the API Explorer. */
  firstRefreshToken?: string
  settings?: SettingsPatch
  residents?: PersonaInput[]
  /** The Mini App's package (`www`), to be opened under /zapps/<id>/. */
  miniAppFolder?: string
  /** Where people, chats, tokens and clock are kept between two runs. */
  stateFile?: string
}

export interface Emulator {
  url: string
  oauthUrl: string
  openapiUrl: string
  graphUrl: string
  businessUrl: string
  miniAppOpenapiUrl: string
  secrets: Secrets
  control: Control
  close(): Promise<void>
}

const SAVE_EVERY_MS = 1000

export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { settings = {}, redirectUri } = options
  const file = options.stateFile === undefined ? undefined : createSnapshotFile(options.stateFile)
  const world = createWorld({
    secrets: options.secrets,
    residents: options.residents,
    settings: redirectUri === undefined ? settings : { ...settings, oauth: { ...settings.oauth, redirectUri } },
    grantChanged: () => file?.save(world),
  })
  file?.restore(world)
  if (options.firstRefreshToken !== undefined) world.grants.adopt(options.firstRefreshToken)
  const poster = createPoster()
  const webhook = createWebhookSender(world, poster)
  const miniAppWebhook = createMiniAppWebhook(world, poster)
  const house = { world, webhook, talk: createTalk(world, webhook) }
  const control = createControl(house, poster, miniAppWebhook)
  const app = createApp(house, control, options)
  const host = options.host ?? '127.0.0.1'
  const server = await listen(app, options.port, host)
  const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${(server.address() as AddressInfo).port}`
  world.baseUrl = url
  const stopSaving = file && keepSaving(() => file.save(world), world.changes.watch)
  if (options.miniAppWebhookUrl) miniAppWebhook.register(options.miniAppWebhookUrl)
  if (options.webhookUrl) webhook.registration.await(options.webhookUrl)

  return {
    url,
    oauthUrl: `${url}/oauth`,
    openapiUrl: `${url}/openapi`,
    graphUrl: `${url}/graph`,
    businessUrl: `${url}/business`,
    miniAppOpenapiUrl: `${url}/mini`,
    secrets: options.secrets,
    control,
    async close() {
      webhook.close()
      world.clock.close()
      stopSaving?.()
      poster.close()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function listen(app: ReturnType<typeof createApp>, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, (problem?: Error) => (problem ? reject(problem) : resolve(server)))
    server.keepAliveTimeout = 65_000
  })
}

/** Saves at most once a second while things change, and a last time when stopped. */
function keepSaving(save: () => void, watch: (listener: () => void) => () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const stop = watch(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      save()
    }, SAVE_EVERY_MS).unref()
  })
  return () => {
    stop()
    clearTimeout(timer)
    save()
  }
}
