/** The ways to many people that only a person can open, driven through the emulated Zalo to the phones of residents. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import pino from 'pino'
import sharp from 'sharp'
import { createCarryActs } from '../server/commands/carry/index.ts'
import { readPolicy } from '../server/platform/deliveries/index.ts'
import { createZalo, diagnose, type Zalo } from '../server/platform/zalo/index.ts'
import type { CarryingSetting, OaGroup, OaTemplate } from '../shared/carrying/index.ts'
import type { NoticeFile, NoticePlan } from '../shared/notices/index.ts'
import { HOOD, NOW, type NoticeWard, openNoticeWard, WARD } from './setup/notices.ts'

const ASSET = { id: 'asset-1', product: 'gmf100', validUntil: null } as const
const SMALL = { id: 'asset-2', product: 'gmf10', validUntil: '2026-12-20T00:00:00Z' } as const
const params = [
  { name: 'viec', require: true, maxLength: 30 },
  { name: 'luc', require: true, maxLength: 20 },
  { name: 'ma_tin', require: true, maxLength: 30 },
]
const TEMPLATES = [
  { id: '100001', name: 'Tin của phường', status: 'ENABLE', params },
  { id: '100002', name: 'Chưa duyệt', status: 'PENDING_REVIEW', params },
  { id: '100003', name: 'Của nơi khác', status: 'ENABLE', isForeign: true, params },
  {
    ...{ id: '100004', name: 'Mời họp', status: 'ENABLE' },
    params: [
      { name: 'viec', require: true, maxLength: 40 },
      { name: 'so', require: false, maxLength: 10, type: 'NUMBER' },
      { name: 'trang', require: false, maxLength: 20 },
    ],
  },
] as const

let ward: NoticeWard
let zalo: Zalo
let carry: (...args: string[]) => Promise<string[]>
const clock = { now: () => new Date(ward.emulator.control.clock.read().now) }
const control = () => ward.emulator.control

beforeAll(async () => {
  ward = await openNoticeWard({
    emulator: {
      settings: {
        oa: { plan: 'none' },
        articles: { processingMs: 0 },
        groups: { assets: [ASSET, SMALL] },
        templates: { known: TEMPLATES as never },
      },
    },
    config: {
      publicUrl: 'https://phuong-mau.example',
      // An attempt lasts as long as a busy machine needs; what is lost here is lost at once.
      deliveryTiming: { attemptMs: 10_000, leaseMs: 30_000, secondLookMs: 300, echoMs: 60_000 },
    },
  })
  zalo = createZalo({
    config: ward.config,
    db: ward.db,
    clock,
    log: pino({ level: 'silent' }),
    count: () => undefined,
    readCounts: async () => [],
    accept: async () => {},
    mayStartConsent: async () => false,
  })
  const run = createCarryActs({
    db: ward.db,
    oaId: ward.config.zalo.oaId,
    publicUrl: ward.config.publicUrl,
    zalo,
    clock,
  })
  carry = (...args) => run(args)
  await carry('articles', 'on')
  await carry(...templatesOn('100001'))
})
afterAll(() => ward.close())
beforeEach(() => ward.setClock(NOW))
afterEach(async () => {
  control().chaos.clear()
  await ward.db.deleteFrom('memberships').execute()
})

function templatesOn(id: string, ...more: string[]): string[] {
  const filled = ['viec=title', 'luc=when', 'ma_tin=code'].flatMap(words => ['--param', words])
  return ['templates', 'on', '--id', id, '--per-month', '500', '--price', '560', ...filled, ...more]
}

/** People of the neighbourhood who wrote to the ward so long ago. @returns their keys */
async function settle(count: number, hoursAgo: number): Promise<string[]> {
  const crowd = control().people.createMany(count, { followed: true, interactedHoursAgo: hoursAgo })
  const at = new Date(clock.now().getTime() - hoursAgo * 3600_000)
  for (const { userId } of crowd)
    await sql`
      with person as (insert into persons (id) values (gen_random_uuid()) returning id),
      joined as (insert into memberships (person_id, area_id) select person.id, areas.id from person, areas where areas.code = ${HOOD})
      insert into identities (person_id, kind, issuer, external_id, following, last_interaction_at)
      select id, 'oa', ${ward.config.zalo.oaId}, ${userId}, true, ${at} from person
    `.execute(ward.db)
  return crowd.map(({ key }) => key)
}

const newest = (key: string) => control().people.messages(key).at(-1)
const calls = (path: string) =>
  control()
    .calls(500)
    .filter(call => call.path.endsWith(path)).length

async function sendAway(changes: Parameters<NoticeWard['compose']>[0] = {}) {
  const by = changes.audience ? ward.administrator : ward.leader
  const notice = await ward.compose(changes, by)
  expect((await ward.submit(notice, { isConfirmed: true }, by)).status).toBe(200)
  expect((await ward.approve(notice)).status).toBe(200)
  return notice
}

describe('a paid template', () => {
  it('reaches whom nothing else reaches any more, filled with what the notice says', async () => {
    const keys = await settle(3, 100 * 24)
    const notice = await sendAway()
    await ward.untilSent(notice.id)
    expect(await ward.counts(notice.id)).toMatchObject({ sent: 3, failed: 0 })
    const shown = newest(keys[0] ?? '')
    expect(shown).toMatchObject({ kind: 'template', paidBy: 'charged' })
    const said = shown?.text.split('\n')
    expect(said).toHaveLength(3)
    expect(said).toEqual(expect.arrayContaining([notice.draft.fields.title, 'thứ Bảy 05/12/2026', notice.code]))
  })

  it('that Zalo refuses sends its people by the next way', async () => {
    const keys = await settle(2, 1)
    await carry('policy', '--channels', 'template,oa_message')
    control().settings.change({ templates: { isPaid: false } })
    const notice = await sendAway()
    await ward.untilSent(notice.id)
    control().settings.change({ templates: { isPaid: true } })
    expect(await ward.counts(notice.id)).toMatchObject({ sent: 2, failed: 0 })
    expect(newest(keys[0] ?? '')?.kind).toBe('text')
  })

  it('of which the day takes no more waits for the morning, and Zalo is not asked again for everybody', async () => {
    await settle(40, 100 * 24)
    await carry('policy', '--channels', 'template')
    control().settings.change({ templates: { perDay: 0 } })
    const before = calls('/oa/message/template')
    const notice = await sendAway()
    const postponed = () =>
      sql<{
        n: number
      }>`select count(*)::int as n from broadcast_recipients where state = 'pending' and not_before > ${clock.now()}`
        .execute(ward.db)
        .then(({ rows }) => rows[0]?.n)
    await ward.until('everybody put off', async () => (await postponed()) === 40)
    expect(calls('/oa/message/template') - before).toBeLessThanOrEqual(40)
    control().settings.change({ templates: { perDay: 500 } })
    ward.setClock('2026-11-26T08:00:00+07:00')
    await ward.untilSent(notice.id)
    expect(await ward.counts(notice.id)).toMatchObject({ sent: 40 })
  })

  it('is not switched on before it is approved, ours, and filled', async () => {
    await expect(carry(...templatesOn('100002'))).rejects.toThrow('chưa duyệt')
    await expect(carry(...templatesOn('100003'))).rejects.toThrow('-117')
    await expect(carry(...templatesOn('100009'))).rejects.toThrow('-109')
    await expect(carry(...templatesOn('100001', '--param', 'la=title'))).rejects.toThrow('không có chỗ điền: la')
    await expect(carry('templates', 'on', '--id', '100001', '--per-month', '5')).rejects.toThrow('còn chỗ phải điền')
  })
})

describe('an article', () => {
  async function picture(): Promise<NoticeFile> {
    const image = sharp({ create: { width: 800, height: 500, channels: 3, background: '#446688' } })
    const form = new FormData()
    form.append('file', new File([new Uint8Array(await image.jpeg().toBuffer())], 'anh.jpg'))
    form.append('name', 'anh.jpg')
    form.append('alt', 'Giấy mời')
    return (await ward.upload<NoticeFile>('/api/notice-files', form)).body
  }

  it('reaches every follower when the notice is for the whole ward', async () => {
    const keys = await settle(4, 30 * 24)
    await carry('policy', '--channels', 'article,oa_message')
    const notice = await sendAway({ audience: { areas: [WARD] }, files: [await picture()] })
    await ward.until('a made article', async () => calls('/article/create') > 0)
    await ward.until('an article on its way', async () => {
      control().clock.advance('6s')
      return (await ward.counts(notice.id)).sent === 4
    })
    control().clock.advance('31m')
    await ward.until('a read article', async () => newest(keys[0] ?? '')?.cards[0]?.title === notice.draft.fields.title)
  })

  it('that the OA may not broadcast sends its people by the next way', async () => {
    const keys = await settle(4, 1)
    await carry('policy', '--channels', 'article,oa_message')
    control().settings.change({ articles: { broadcastsPerMonth: 0 } })
    const notice = await sendAway({ audience: { areas: [WARD] }, files: [await picture()] })
    await ward.until('everybody', async () => {
      control().clock.advance('6s')
      return (await ward.counts(notice.id)).sent === 4
    })
    control().settings.change({ articles: { broadcastsPerMonth: 4 } })
    expect(newest(keys[0] ?? '')?.text).toContain(notice.code)
  })
})

describe('a notification of the Mini App', () => {
  it('rings the phones of those who allow it; whoever does not is reached by the next way', async () => {
    for (const key of ['chu-minh-tb', 'co-lan-tb']) await ward.member(key)
    control().people.change('chu-minh-tb', { miniApp: { acceptsNotifications: true } })
    await sql`
      insert into broadcast_preferences (person_id, notifications_since, updated_at) select person_id, ${clock.now()}, now() from memberships
      on conflict (person_id) do update set notifications_since = excluded.notifications_since
    `.execute(ward.db)
    await carry('policy', '--channels', 'mini_app,oa_message')
    const notice = await sendAway()
    await ward.untilSent(notice.id)
    expect(await ward.counts(notice.id)).toMatchObject({ sent: 2, failed: 0 })
    expect(control().people.notices('chu-minh-tb')[0]?.data).toMatchObject({ contentTitle: notice.draft.fields.title })
    expect(newest('chu-minh-tb')?.text).not.toContain(notice.code)
    expect(newest('co-lan-tb')?.text).toContain(notice.code)
  })
})

describe('a group of the OA', () => {
  let groupId: string
  let keys: string[]
  beforeAll(async () => {
    control().act.text('ong-tu', 'xin chào')
    const token = await zalo.tokens.accessToken(ward.config.zalo.oaId)
    const response = await fetch(`${ward.emulator.openapiUrl}/v3.0/oa/group/creategroupwithoa`, {
      method: 'POST',
      headers: {
        access_token: token.kind === 'token' ? token.token : '',
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        group_name: 'Nhóm Tổ 12',
        asset_id: ASSET.id,
        member_user_ids: [control().people.find('ong-tu').userId],
      }),
    })
    groupId = ((await response.json()) as { data: { group_id: string } }).data.group_id
  })
  beforeEach(async () => {
    keys = await settle(3, 1)
    for (const key of keys) control().groups.join(groupId, key)
    await carry('group', groupId, '--area', HOOD)
    await carry('policy', '--channels', 'group,oa_message')
  })
  afterEach(() => {
    for (const key of keys) control().groups.leave(groupId, key)
  })
  const posts = (code: string) =>
    control()
      .groups.list()[0]
      ?.messages.filter(({ text }) => text.includes(code)).length

  it('is linked to a neighbourhood by the operator, and is the way of its notices', async () => {
    expect(await carry('groups')).toEqual([`${groupId}\tNhóm Tổ 12\t${HOOD}\t4 người`])
    const notice = await sendAway()
    await ward.untilSent(notice.id)
    expect([posts(notice.code), (await ward.counts(notice.id)).sent]).toEqual([1, 3])
    expect(newest(keys[0] ?? '')?.text ?? '').not.toContain(notice.code)
    await expect(carry('group', '9999', '--area', HOOD)).rejects.toThrow('không có nhóm này')
  })

  it('shows by its echo that a post whose answer was lost is there', async () => {
    control().chaos.add({ target: 'group', effect: 'drop_after', count: 1 })
    const notice = await sendAway()
    await ward.untilSent(notice.id)
    expect([posts(notice.code), (await ward.counts(notice.id)).sent]).toEqual([1, 3])
  })

  it('shows by its history what no echo told, once the doctor has seen that it holds what we post', async () => {
    const { oaId } = ward.config.zalo
    const sent = await sql<{ groupId: string; textHash: string; sentAt: Date }>`
      select r.oa_user_id as "groupId", b.group_text_hash as "textHash", r.sending_at as "sentAt"
      from broadcast_recipients r join broadcasts b on b.id = r.broadcast_id where r.is_post and r.channel = 'group'
    `.execute(ward.db)
    const parts = { oaId, client: zalo.client, capabilities: zalo.capabilities, findPosts: async () => sent.rows }
    await diagnose({ ...parts, findSent: async () => [], findPerson: async () => null }, {})
    expect(await zalo.capabilities.read(oaId)).toMatchObject({
      groupHistory: true,
      canPostToGroups: true,
      canBroadcastArticles: true,
      canSendTemplates: true,
    })
    control().settings.change({ messages: { echoes: false } })
    control().chaos.add({ target: 'group', effect: 'drop_after', count: 1 })
    const notice = await sendAway()
    await ward.untilSent(notice.id)
    control().settings.change({ messages: { echoes: true } })
    expect([posts(notice.code), (await ward.counts(notice.id)).sent]).toEqual([1, 3])
  })

  it('that is unlinked gets nothing more, and its people are reached one by one', async () => {
    await carry('ungroup', groupId)
    const notice = await sendAway()
    await ward.untilSent(notice.id)
    expect([posts(notice.code), (await ward.counts(notice.id)).sent]).toEqual([0, 3])
  })
})

describe('a group at the desk', () => {
  type Shown = { groups: OaGroup[]; trouble: string | null }
  let id: string
  beforeAll(async () => {
    id = control().groups.create({ name: 'Nhóm Tổ 5', asset: SMALL.id, people: ['ong-tu'] }).id
    await carry('policy', '--channels', 'group,oa_message')
  })
  beforeEach(() => void control().settings.change({ groups: { assets: [ASSET, SMALL] } }))

  const look = async () => (await ward.administrator.get<Shown>('/api/oa-groups')).body
  const shown = async () => (await look()).groups.find(group => group.id === id)
  const link = (area: string) => ward.administrator.put(`/api/oa-groups/${id}`, { area })

  it('is shown with what it rests on, linked, moved and unlinked; the audit says who did it', async () => {
    expect(await shown()).toMatchObject({
      ...{ name: 'Nhóm Tổ 5', members: 1, mostMembers: 10, product: 'gmf10', validThrough: SMALL.validUntil },
      ...{ onlyOaWrites: true, area: null, obstacles: [], lastPost: null },
    })
    expect(await link(HOOD)).toMatchObject({ status: 200, body: { group: id, area: HOOD, members: 1 } })
    expect(await shown()).toMatchObject({ area: { code: HOOD }, obstacles: [] })
    expect((await link('phuong-mau-to-5')).status).toBe(200)
    expect(await shown()).toMatchObject({ area: { code: 'phuong-mau-to-5' } })
    const { body: bought } = await ward.administrator.get<{ assets: unknown[] }>('/api/oa-group-assets')
    expect(bought.assets).toContainEqual(expect.objectContaining({ product: 'gmf10', usedBy: 'Nhóm Tổ 5' }))
    expect((await ward.administrator.post(`/api/oa-groups/${id}/unlink`)).status).toBe(200)
    expect((await ward.administrator.post(`/api/oa-groups/${id}/unlink`)).status).toBe(404)
    expect((await shown())?.area).toBeNull()
    const { rows } = await sql<{ actor: string; action: string }>`
      select actor, action from audit where action like 'carrying: group%' and detail ->> 'groupId' = ${id} order by id
    `.execute(ward.db)
    expect(rows.map(({ action }) => action.slice(16))).toEqual(['linked', 'linked', 'unlinked'])
    expect(rows.every(({ actor }) => actor !== 'operator')).toBe(true)
  })

  it('says in time what keeps it from being posted in', async () => {
    await link(HOOD)
    await carry('policy', '--channels', 'oa_message', '--area', HOOD)
    expect((await shown())?.obstacles).toEqual(['not_used'])
    await carry('policy', '--channels', 'group,oa_message', '--area', HOOD)
    control().settings.change({ groups: { assets: [ASSET, { ...SMALL, validUntil: '2026-11-20T00:00:00Z' }] } })
    expect(await shown()).toMatchObject({ obstacles: ['over'], dissolvesOn: expect.stringContaining('2027-01') })
    await zalo.capabilities.remember(ward.config.zalo.oaId, { canPostToGroups: false })
    await ward.until(
      'the other process to see it',
      async () => (await shown())?.obstacles.includes('not_allowed') ?? false,
    )
    await zalo.capabilities.remember(ward.config.zalo.oaId, { canPostToGroups: true })
    await ward.until('it to be seen', async () => !(await shown())?.obstacles.includes('not_allowed'))
    await sql`update areas set retired_at = now() where code = ${HOOD}`.execute(ward.db)
    expect((await shown())?.obstacles).toContain('no_area')
    await sql`update areas set retired_at = null where code = ${HOOD}`.execute(ward.db)
    await ward.administrator.post(`/api/oa-groups/${id}/unlink`)
  })

  it('tells what became of the last notice posted there', async () => {
    await link(HOOD)
    const keys = await settle(1, 1)
    for (const key of keys) control().groups.join(id, key)
    await link(HOOD)
    const notice = await sendAway()
    await ward.untilSent(notice.id)
    expect((await shown())?.lastPost).toMatchObject({ state: 'sent' })
    await ward.administrator.post(`/api/oa-groups/${id}/unlink`)
  })

  it('stays linked and in sight while Zalo cannot be asked, and is not linked blindly', async () => {
    await link(HOOD)
    for (const [effect, trouble] of [
      [{ effect: 'bad_gateway' } as const, 'unreachable'],
      [{ effect: 'error', code: -224 } as const, 'plan'],
      [{ effect: 'error', code: -223 } as const, 'permission'],
      [{ effect: 'error', code: -9999 } as const, 'refused'],
    ] as const) {
      control().chaos.add({ target: 'group', ...effect })
      const { groups, trouble: told } = await look()
      expect([told, groups.map(group => group.area?.code)]).toEqual([trouble, expect.arrayContaining([HOOD])])
      expect(groups.flatMap(({ obstacles }) => obstacles)).not.toContain('gone')
      expect(await link('phuong-mau-to-5')).toMatchObject({
        status: 503,
        body: { data: { reason: `zalo_${trouble}` } },
      })
      control().chaos.clear()
    }
    expect((await shown())?.area?.code).toBe(HOOD)
  })

  it('that threw the ward out is not shown as one that can be posted in', async () => {
    control().groups.removeOa(id)
    expect((await shown())?.obstacles).toContain('gone')
    expect((await link('phuong-mau-to-5')).status).toBe(404)
    expect((await ward.administrator.post(`/api/oa-groups/${id}/unlink`)).status).toBe(200)
    expect(await shown()).toBeUndefined()
  })
})

describe('the ward’s policy', () => {
  it('is shown, and changed only as far as it was told to be', async () => {
    await carry('policy', '--channels', 'group,oa_message', '--quiet', '20:30-07:00')
    const policy = await readPolicy(
      ward.db,
      (await ward.db.selectFrom('official_accounts').select('area_id').executeTakeFirstOrThrow()).area_id,
    )
    expect(policy).toMatchObject({
      channels: ['group', 'oa_message'],
      quiet: { from: 1230, until: 420 },
      templatesPerMonth: 500,
    })
    expect((await carry('policy')).join('\n')).toMatch(/1\. group[\s\S]*2\. oa_message[\s\S]*20:30–07:00/)
    await expect(carry('policy', '--channels', 'pigeon')).rejects.toThrow('Không có cách gửi "pigeon"')
    await expect(carry('policy', '--quiet', 'late')).rejects.toThrow('21:00-06:30')
    const { rows } = await sql`select 1 from audit where actor = 'operator' and action like 'carrying:%'`.execute(
      ward.db,
    )
    expect(rows.length).toBeGreaterThan(3)
  })
})

describe('a paid template at the desk', () => {
  const use = (template: string, asked: object) =>
    ward.administrator.put<CarryingSetting>(`/api/areas/${WARD}/oa-templates/${template}`, {
      ...{ kinds: [], perMonth: 300, params: { viec: 'title', luc: 'when', ma_tin: 'code' } },
      ...asked,
    })
  const rulesAt = async (area: string) =>
    (await ward.administrator.get<CarryingSetting>(`/api/areas/${area}/carrying`)).body

  it('is listed with its state and what it asks for; those of others are not', async () => {
    const { body } = await ward.administrator.get<{ templates: OaTemplate[] }>('/api/oa-templates')
    expect(body.templates.map(({ id, status }) => [id, status])).toEqual([
      ['100001', 'approved'],
      ['100004', 'approved'],
      ['100002', 'pending'],
    ])
    expect(body.templates[1]).toMatchObject({ dong: 200, params: [{ name: 'viec' }, { takesText: false }, {}] })
    expect(body.templates[2]?.params).toBeNull()
  })

  it.each([
    ['a place that it has not', '100004', { viec: 'title', la: 'place' }],
    ['nothing where something must stand', '100004', { trang: 'sender' }],
    ['words where a number is wanted', '100004', { viec: 'title', so: 'code' }],
    ['a link that would be cut', '100004', { viec: 'title', trang: 'link' }],
  ])('is not used with %s', async (_, template, params) => {
    expect(await use(template, { params })).toMatchObject({ status: 400, body: { data: { reason: 'template_unfit' } } })
  })

  it('is not used before Zalo has approved it, nor when it is another’s', async () => {
    expect((await use('100002', {})).status).toBe(409)
    expect((await use('100003', {})).status).toBe(404)
    control().chaos.add({ target: 'template', effect: 'bad_gateway', count: 1 })
    expect((await use('100001', {})).status).toBe(503)
  })

  it('carries the kinds it was chosen for at its own price, and another carries the rest', async () => {
    await ward.administrator.remove(`/api/areas/${HOOD}/carrying`)
    expect((await rulesAt(HOOD)).setAt?.code).toBe(WARD)
    await use('100001', {})
    const { body } = await use('100004', { kinds: ['meeting'], params: { viec: 'title' } })
    expect(body.uses).toMatchObject([
      { template: '100001', kinds: [] },
      { template: '100004', kinds: ['meeting'], dong: 200 },
    ])
    expect(body).toMatchObject({ templatesPerMonth: 300, channels: expect.arrayContaining(['template']) })
    const keys = await settle(1, 100 * 24)
    const draft = await ward.compose()
    const { body: plan } = await ward.leader.get<NoticePlan>(`/api/notices/${draft.id}/plan`)
    expect(plan.channels).toMatchObject([{ channel: 'template', people: 1, dong: 200 }])
    const meeting = await sendAway()
    await ward.untilSent(meeting.id)
    expect(newest(keys[0] ?? '')?.text).toBe(meeting.draft.fields.title)
    const works = await sendAway({ kind: 'works' })
    await ward.untilSent(works.id)
    expect(newest(keys[0] ?? '')?.text).toContain(works.code)
    expect((await rulesAt(WARD)).templatesUsed).toBeGreaterThanOrEqual(2)
  })

  it('is given up, and with the last one the way itself', async () => {
    for (const template of ['100001', '100004'])
      await ward.administrator.post(`/api/areas/${WARD}/oa-templates/${template}/unlink`)
    const left = await rulesAt(WARD)
    expect(left).toMatchObject({ uses: [] })
    expect(left.channels).not.toContain('template')
    const rules = { channels: ['template'], quiet: null, paidPerMonth: 0, templatesPerMonth: 5, articlesPerMonth: 0 }
    const refused = await ward.administrator.put(`/api/areas/${WARD}/carrying`, { rules })
    expect(refused).toMatchObject({ status: 400, body: { data: { reason: 'no_template' } } })
    const written = { ...rules, channels: ['oa_message', 'mini_app'] }
    expect((await ward.administrator.put(`/api/areas/${WARD}/carrying`, { rules: written })).body).toMatchObject(
      written,
    )
    const twice = { ...rules, channels: ['oa_message', 'oa_message'] }
    expect((await ward.administrator.put(`/api/areas/${WARD}/carrying`, { rules: twice })).status).toBe(400)
  })
})
