/** What Zalo tells the ward of its Mini App, and how it proves that the domain is its own. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import axios from 'axios'
import express from 'express'
import { createDomainVerification } from '../server/platform/zalo/domain-verification.ts'
import { domainVerificationTag } from '../server/platform/zalo/index.ts'
import { signMiniAppBody } from '../server/platform/zalo/signature.ts'
import { HOUR, openWard, SENT_AT, type Ward } from './setup/webhook-ward.ts'
import { SECRETS } from './setup/zalo-settings.ts'

describe('a webhook of the Mini App', () => {
  const PATH = '/webhooks/zalo/miniapp'
  const withdrawal = {
    event: 'user.revoke.consent',
    appId: SECRETS.miniAppId,
    userId: '3333333333333333333',
    timestamp: SENT_AT,
  }
  let ward: Ward
  beforeEach(async () => {
    ward = await openWard()
  })
  afterEach(() => ward.close())

  it('is believed when it carries the signature of the reference vector, and asks for the person to be erased', async () => {
    const body = JSON.stringify(withdrawal)
    const mac = '4ecb7138a8b8c5ad3f5c6d2c510c51851dee668cc7e209c777e0bca96f2f8f52'
    expect((await ward.post(PATH, body, mac)).status).toBe(200)
    expect(ward.stored).toMatchObject([
      {
        oaId: SECRETS.oaId,
        eventName: 'user.revoke.consent',
        subjectId: '3333333333333333333',
        occurredAt: new Date(SENT_AT),
        payload: { kind: 'withdrawn', userIdByApp: '3333333333333333333' },
      },
    ])
    await ward.post(PATH, body, mac)
    expect(new Set(ward.stored.map(event => event.dedupeKey)).size).toBe(1)
  })

  it('is honoured even when it comes days late', async () => {
    const late = { ...withdrawal, timestamp: SENT_AT - 72 * HOUR }
    await ward.post(PATH, JSON.stringify(late), signMiniAppBody(late, SECRETS.miniAppKey))
    expect(ward.stored).toHaveLength(1)
  })

  it('is signed over its values in the order of their names, objects as JSON', () => {
    const body = { b: 1, a: { y: 'x' }, c: null }
    const swapped = { c: null, a: { y: 'x' }, b: 1 }
    expect(signMiniAppBody(body, 'k')).toBe(signMiniAppBody(swapped, 'k'))
  })

  it('is counted, not stored, when it reports a review', async () => {
    const review = {
      event: 'versions.review.done',
      appId: SECRETS.miniAppId,
      versionId: 12,
      status: 0,
      timestamp: SENT_AT,
    }
    await ward.post(PATH, JSON.stringify(review), signMiniAppBody(review, SECRETS.miniAppKey))
    expect(ward.stored).toEqual([])
    expect(ward.counted).toEqual(['webhook_ignored versions.review.done'])
  })

  it.each([
    ['unsigned', withdrawal, undefined],
    ['signed with another key', withdrawal, signMiniAppBody(withdrawal, 'another key')],
    [
      "another app's",
      { ...withdrawal, appId: '9' },
      signMiniAppBody({ ...withdrawal, appId: '9' }, SECRETS.miniAppKey),
    ],
    ['signed for another person', { ...withdrawal, userId: '4' }, signMiniAppBody(withdrawal, SECRETS.miniAppKey)],
  ])('leaves no trace when it is %s', async (_what, body, signature) => {
    expect((await ward.post(PATH, JSON.stringify(body), signature)).status).toBe(200)
    expect(ward.stored).toEqual([])
  })
})

describe('the proof that the domain is ours', () => {
  it('is the file, word for word, and the tag of the root page', async () => {
    const verification = {
      verifierFile: 'zalo_verifierAbC.html',
      verifierContent: '<html>\n<b>AbC</b> ',
      verifierMeta: 'AbC-1',
    }
    const server: Server = await new Promise(resolve => {
      const listening = express()
        .use(createDomainVerification(verification))
        .listen(0, '127.0.0.1', () => resolve(listening))
    })
    const { port } = server.address() as AddressInfo
    const answer = await axios.get(`http://127.0.0.1:${port}/zalo_verifierAbC.html`, { proxy: false })
    await new Promise(resolve => server.close(resolve))
    expect(answer.data).toBe(verification.verifierContent)
    expect(domainVerificationTag(verification)).toBe('<meta name="zalo-platform-site-verification" content="AbC-1" />')
    expect(domainVerificationTag({})).toBe('')
  })
})
