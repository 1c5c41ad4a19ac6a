/** The webhooks against the emulated Zalo and against the collected samples. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { startEmulator } from '../emulator/index.ts'
import { HOUR, OA_PATH, openWard, SENT_AT } from './setup/webhook-ward.ts'
import { SECRETS } from './setup/zalo-settings.ts'

describe('the emulated Zalo', () => {
  it('accepts our address, and its forgeries leave no trace', async () => {
    const ward = await openWard({}, { now: new Date() })
    const zalo = await startEmulator({ port: 0, secrets: SECRETS })
    try {
      expect((await zalo.control.webhook.register(`${ward.url}${OA_PATH}`)).accepted).toBe(true)
      const attacks = await zalo.control.webhook.adversarial()
      expect(attacks.length).toBeGreaterThan(10)
      expect(attacks.filter(attack => attack.status !== 200)).toEqual([])
      const kept = ward.stored.map(({ payload }) => (payload.kind === 'message' ? payload.text : ''))
      expect(kept).toEqual(['tấn công: numbers for strings'])

      expect((await zalo.control.webhook.test()).status).toBe(200)
      expect(ward.stored).toHaveLength(1)
    } finally {
      await zalo.close()
      await ward.close()
    }
  })

  it('is understood however it writes its JSON', async () => {
    const ward = await openWard({}, { now: new Date() })
    const zalo = await startEmulator({ port: 0, secrets: SECRETS, settings: { webhook: { varyBytes: true } } })
    try {
      await zalo.control.webhook.register(`${ward.url}${OA_PATH}`)
      const texts = Array.from({ length: 12 }, (_, i) => `Giấy khai sinh / bản sao ${i} ở đâu?`)
      for (const text of texts) zalo.control.act.text('ba-sau', text)
      expect(await zalo.control.idle()).toBe(true)
      const heard = ward.stored.flatMap(({ payload }) => (payload.kind === 'message' ? [payload.text] : []))
      expect(heard.sort()).toEqual(texts.sort())
    } finally {
      await zalo.close()
      await ward.close()
    }
  })
})

describe('the collected samples', () => {
  const file = fileURLToPath(new URL('../../shared/reference/zalo-webhook-samples.json', import.meta.url))
  interface Sample {
    name: string
    family: string
    headers: Record<string, string>
    body: unknown
    rawBody?: string
  }
  const samples: Sample[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const given = samples.filter(({ family }) => family !== 'bot')
  if (given.length === 0) {
    it.skip('are not beside the project (../shared/reference/zalo-webhook-samples.json), so this contract is not tested here', () => {})
    return
  }

  it.each(given.map(sample => [sample.name, sample] as const))(
    '%s is believed as it should be, and never hurts',
    async (name, sample) => {
      const ward = await openWard({}, { now: new Date(SENT_AT + 2 * HOUR) })
      try {
        const path = sample.family === 'miniapp' ? '/webhooks/zalo/miniapp' : OA_PATH
        const answer = await ward.post(
          path,
          sample.rawBody ?? JSON.stringify(sample.body),
          sample.headers['X-ZEvent-Signature'],
        )
        expect(answer.status).toBe(200)
        const isUnsigned = sample.headers['X-ZEvent-Signature'] === undefined
        const refused = ward.counted.filter(label => label.startsWith('webhook_refused'))
        expect(refused).toEqual(isUnsigned ? ['webhook_refused no_signature'] : [])
        expect(ward.counted).not.toContain('webhook_ignored unknown')
        expect(ward.counted).not.toContain('webhook_ignored malformed')
        const isUsed =
          sample.family === 'oa' &&
          /^(user_send|oa_send_(?!anonymous|consent)|follow|unfollow|user_received|user_seen|user_click_chatnow|user_withdraw|permission_revoked|delivery|vector)/.test(
            name,
          )
        expect(ward.stored).toHaveLength(
          isUsed || name === 'oa_send_group_text' || name === 'miniapp_user_revoke_consent' ? 1 : 0,
        )
      } finally {
        await ward.close()
      }
    },
  )
})
