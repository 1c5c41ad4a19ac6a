/** Guides as linked data: other systems read the same facts, in words that CPSV-AP 3.2 and schema.org know. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { categories, sampleWard, starterTopics } from '../shared/content/index.ts'
import { isKnownFee, type Topic } from '../shared/procedures.ts'
import { type JsonLdDocument, toJsonLd } from '../shared/procedures-jsonld/index.ts'
import { besideTheProfile, type ClassShape, cpsvAp, schemaOrg } from './setup/cpsv-ap-terms.ts'
import { complaintsAbout, expand, type Thing } from './setup/linked-data.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const publicUrl = 'https://phuong-mau.example'
const CPSV = 'http://purl.org/vocab/cpsv#'
const CV = 'http://data.europa.eu/m8g/'
const DCT = 'http://purl.org/dc/terms/'
const SCHEMA = 'https://schema.org/'

const documentOf = (topic: Topic, ward = sampleWard.profile) =>
  toJsonLd({ published: { topic }, wardProfile: ward, publicUrl, categories })
const thingsOf = (topic: Topic) => expand(documentOf(topic))
const ofType = (things: Thing[], type: string) => things.filter(({ types }) => types.includes(type))
const valuesOf = (thing: Thing | undefined, property: string) =>
  (thing?.properties.get(property) ?? []).map(({ value }) => value)

/** Known terms: the profile, what stands beside it by decision, schema.org. */
const shapes = new Map<string, ClassShape>()
for (const [type, { parent, properties }] of [cpsvAp, besideTheProfile, schemaOrg].flatMap(
  Object.entries<ClassShape>,
)) {
  const known = shapes.get(type)
  const above = parent ?? known?.parent
  shapes.set(type, { ...(above ? { parent: above } : {}), properties: { ...known?.properties, ...properties } })
}

const withAmounts = starterTopics.filter(topic => topic.channels.some(({ fees }) => fees.some(isKnownFee)))
const example = (test: (topic: Topic) => boolean): Topic => {
  const topic = starterTopics.find(test)
  if (!topic) throw new Error('no topic is an example of this')
  return topic
}

describe('the document of a topic', () => {
  it.each(starterTopics.map(topic => [topic.key, topic] as const))(
    '%s says nothing but what the vocabularies know, and all they demand',
    (_, topic) => {
      expect(complaintsAbout(thingsOf(topic), shapes)).toEqual([])
    },
  )

  it('needs no other host to be read', () => {
    const { '@context': context } = documentOf(example(() => true))
    expect(typeof context).toBe('object')
    expect(JSON.stringify(context)).not.toContain('@import')
  })

  it('gives every procedure in force as one public service, with its national code', () => {
    for (const topic of starterTopics) {
      const inForce = topic.procedures.filter(({ status }) => status !== 'superseded').map(({ code }) => code)
      const services = ofType(thingsOf(topic), `${SCHEMA}GovernmentService`)
      expect(services.flatMap(service => valuesOf(service, `${DCT}identifier`))).toEqual(
        inForce.length > 0 ? inForce : [topic.key],
      )
      expect(services.every(({ types }) => types.includes(`${CPSV}PublicService`))).toBe(true)
    }
  })

  it('leads a replaced code to its successor', () => {
    const topic = example(({ procedures }) => procedures.some(({ status }) => status === 'superseded'))
    const things = thingsOf(topic)
    for (const { code, supersededBy } of topic.procedures.filter(({ status }) => status === 'superseded')) {
      const former = ofType(things, `${CPSV}PublicService`).find(thing =>
        valuesOf(thing, `${DCT}identifier`).includes(code),
      )
      expect(valuesOf(former, `${DCT}isReplacedBy`).map(address => String(address).split('/').at(-1))).toEqual(
        supersededBy,
      )
      expect(former?.types).not.toContain(`${SCHEMA}GovernmentService`)
    }
  })

  it('carries every paper, law and result of the record', () => {
    for (const topic of starterTopics) {
      const things = thingsOf(topic)
      const titles = (type: string, property = `${DCT}title`) =>
        ofType(things, type)
          .flatMap(thing => valuesOf(thing, property))
          .sort()
      expect(titles(`${CV}Evidence`)).toEqual(
        topic.cases.flatMap(({ documents }) => documents.map(({ name }) => name)).sort(),
      )
      expect(titles(`${CV}Output`)).toEqual([...topic.results].sort())
      expect(
        new Set(
          titles('http://data.europa.eu/eli/ontology#LegalResource', 'http://data.europa.eu/eli/ontology#id_local'),
        ),
      ).toEqual(new Set(topic.legalBases.map(({ number }) => number)))
    }
  })

  it('tells the last day of a law, where the record tells the first day without it', () => {
    const topic = example(() => true)
    const law = { number: '1/2000/QH', title: 'Luật', url: null, effectiveUntil: '2027-03-01' }
    const [resource] = ofType(
      thingsOf({ ...topic, legalBases: [law] }),
      'http://data.europa.eu/eli/ontology#LegalResource',
    )
    expect(valuesOf(resource, 'http://data.europa.eu/eli/ontology#date_no_longer_in_force')).toEqual(['2027-02-28'])
  })
})

describe('a fee', () => {
  const costsOf = (topic: Topic) => ofType(thingsOf(topic), `${CV}Cost`)

  it('has the amount of the record, in đồng', () => {
    expect(withAmounts.length).toBeGreaterThan(0)
    for (const topic of starterTopics) {
      const stated = topic.channels.flatMap(({ fees }) => fees.filter(isKnownFee).map(({ amount }) => amount))
      const priced = costsOf(topic).filter(cost => cost.properties.has(`${CV}hasValue`))
      expect(priced.flatMap(cost => valuesOf(cost, `${CV}hasValue`))).toEqual(stated)
      expect(priced.flatMap(cost => valuesOf(cost, `${SCHEMA}price`))).toEqual(stated)
      expect(priced.every(cost => String(valuesOf(cost, `${CV}currency`)[0]).endsWith('/VND'))).toBe(true)
    }
  })

  it('that nobody states has no amount at all, least of all 0', () => {
    for (const topic of starterTopics) {
      const unknown = topic.channels.flatMap(({ fees }) => fees.filter(fee => !isKnownFee(fee)))
      const silent = costsOf(topic).filter(cost => !cost.properties.has(`${CV}hasValue`))
      expect(silent).toHaveLength(unknown.length)
      expect(
        silent.filter(({ types, properties }) => types.includes(`${SCHEMA}Offer`) || properties.has(`${SCHEMA}price`)),
      ).toEqual([])
      expect(silent.every(cost => valuesOf(cost, `${DCT}description`).join('').length > 10)).toBe(true)
    }
  })

  it('set by the province says who sets it', () => {
    const topic = example(({ channels }) =>
      channels.some(({ fees }) => fees.some(({ status }) => status === 'set_by_province')),
    )
    expect(costsOf(topic).some(cost => cost.properties.has(`${CV}isDefinedBy`))).toBe(true)
  })
})

describe('a time limit', () => {
  const limited = (unit: 'day' | 'month' | 'hour' | 'working_day', value: number): Topic => {
    const topic = example(({ channels }) => channels.length > 0)
    const [channel] = topic.channels
    if (!channel) throw new Error('no channel')
    return { ...topic, channels: [{ ...channel, timeLimit: { value, unit, text: `${value} ngày gì đó` } }] }
  }
  const channelOf = (topic: Topic) => ofType(thingsOf(topic), `${CV}Channel`)[0]

  it.each([
    ['day', 7, 'P7D'],
    ['month', 2, 'P2M'],
    ['hour', 4, 'PT4H'],
  ] as const)('in calendar units is a duration: %s', (unit, value, duration) => {
    expect(valuesOf(channelOf(limited(unit, value)), `${CV}processingTime`)).toEqual([duration])
    expect(valuesOf(channelOf(limited(unit, value)), `${SCHEMA}processingTime`)).toEqual([duration])
  })

  it('in working days stays in words: no standard duration means them', () => {
    const channel = channelOf(limited('working_day', 7))
    expect(channel?.properties.has(`${CV}processingTime`)).toBe(false)
    expect(valuesOf(channel, `${DCT}description`).join()).toContain('7 ngày gì đó')
  })

  it('of the record is in the words of its channel, always', () => {
    for (const topic of starterTopics) {
      const channels = ofType(thingsOf(topic), `${CV}Channel`)
      expect(channels).toHaveLength(topic.channels.length)
      topic.channels.forEach(({ timeLimit }, index) => {
        if (timeLimit) expect(valuesOf(channels[index], `${DCT}description`).join()).toContain(timeLimit.text)
      })
    }
  })
})

describe('an office elsewhere', () => {
  it("does not get the ward's telephone, hours or address", () => {
    const text = JSON.stringify(
      documentOf(example(({ authority }) => authority.kind === 'elsewhere'))['@graph'].filter(
        one => one['@id'].includes('authority') && !JSON.stringify(one).includes(sampleWard.profile.officeName),
      ),
    )
    expect(text).not.toContain(sampleWard.profile.phone)
    expect(text).not.toContain(sampleWard.profile.address)
  })
})

describe('the check itself', () => {
  const topic = example(({ steps, channels }) => steps.length > 0 && channels.length > 0)
  const spoiled = (change: (document: JsonLdDocument) => void) => {
    const document = structuredClone(documentOf(topic))
    change(document)
    return complaintsAbout(expand(document), shapes)
  }
  const find = ({ '@graph': graph }: JsonLdDocument, type: string) => {
    const thing = graph.find(one => [one['@type']].flat().includes(type))
    if (!thing) throw new Error(type)
    return thing
  }

  it.each<[string, (document: JsonLdDocument) => void]>([
    ['a term nobody knows', document => void (find(document, 'cpsv:PublicService')['cv:hasFee'] = 'x')],
    ['a known term in the wrong place', document => void (find(document, 'cv:Channel')['cpsv:produces'] = [])],
    ['a service without a name', document => void delete find(document, 'cpsv:PublicService')['dct:title']],
    [
      'a service without an authority',
      document => void delete find(document, 'cpsv:PublicService')['cv:hasCompetentAuthority'],
    ],
    ['two identifiers', document => void (find(document, 'cpsv:Rule')['dct:identifier'] = ['a', 'b'])],
    [
      'a link into nothing',
      document => void (find(document, 'cpsv:PublicService')['cv:hasChannel'] = ['https://nowhere.example/']),
    ],
    [
      'a link to the wrong kind of thing',
      document => void (find(document, 'cpsv:PublicService')['cv:hasChannel'] = [find(document, 'cpsv:Rule')['@id']]),
    ],
    ['a duration that is none', document => void (find(document, 'cv:Channel')['cv:processingTime'] = '7 ngày')],
    ['a class nobody knows', document => void (find(document, 'cpsv:Rule')['@type'] = 'cpsv:Law')],
  ])('notices %s', (_, change) => {
    expect(spoiled(() => undefined)).toEqual([])
    expect(spoiled(change)).not.toEqual([])
  })
})

describe('the address of a document', () => {
  let ward: TestWard
  beforeAll(async () => {
    ward = await openWard()
  })
  afterAll(() => ward.close())
  const get = (path: string) => fetch(`${ward.url}${path}`, { headers: { origin: 'https://another-system.example' } })

  it('serves what the ward has published, to every origin', async () => {
    const response = await get('/api/procedures/khai-sinh.jsonld')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^application\/ld\+json/)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    const topic = example(({ key }) => key === 'khai-sinh')
    const expected = toJsonLd({
      published: { topic },
      wardProfile: sampleWard.profile,
      publicUrl: ward.config.publicUrl,
      categories,
    })
    expect(await response.json()).toEqual(expected)
  })

  it('leaves the plain record where it was', async () => {
    const record = await (await get('/api/procedures/khai-sinh')).json()
    expect(record).toMatchObject({ topic: { key: 'khai-sinh' }, revision: 1 })
  })

  it('of an unknown topic is not found', async () => {
    const response = await get('/api/procedures/khong-co.jsonld')
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ code: 'not_found' })
  })
})
