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

const documentOf = (topic: Topic) =>
  toJsonLd({ published: { topic }, wardProfile: sampleWard.profile, publicUrl, categories })
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

describe('the competent authority', () => {
  const authorityOf = (kind: Topic['authority']['kind']) => {
    const things = thingsOf(example(({ authority }) => authority.kind === kind))
    const [service] = ofType(things, `${CPSV}PublicService`)
    return {
      service,
      authority: things.find(({ id }) => id === valuesOf(service, `${CV}hasCompetentAuthority`)[0]),
    }
  }
  const ADDRESS = 'http://www.w3.org/ns/locn#address'

  it('at the ward is found at the address and telephone of its desk', () => {
    const { service, authority } = authorityOf('ward')
    expect(service?.properties.has(`${CV}contactPoint`)).toBe(true)
    expect(authority?.properties.has(ADDRESS)).toBe(true)
    expect(valuesOf(authority, `${SCHEMA}telephone`)).toEqual([sampleWard.profile.phone])
  })

  it("elsewhere does not get the ward's address, telephone or hours", () => {
    const { service, authority } = authorityOf('elsewhere')
    expect(service?.properties.has(`${CV}contactPoint`)).toBe(false)
    expect(authority?.properties.has(ADDRESS)).toBe(false)
    expect(authority?.properties.has(`${SCHEMA}telephone`)).toBe(false)
  })
})

describe('the check itself', () => {
  const topic = example(({ steps, channels }) => steps.length > 0 && channels.length > 0)
  const rule = documentOf(topic)['@graph'].find(one => one['@type'] === 'cpsv:Rule')?.['@id'] ?? ''
  /** The same document, one term of its first thing of a class changed; nothing: the term is left out. */
  const spoil = (type: string, term: string, value: string | string[] | undefined): JsonLdDocument => {
    const document = documentOf(topic)
    const spoiled = document['@graph'].find(one => [one['@type']].flat().includes(type))
    const graph = document['@graph'].map(one => {
      const { [term]: _, ...rest } = one
      return one === spoiled ? { ...rest, '@id': one['@id'], ...(value === undefined ? {} : { [term]: value }) } : one
    })
    return { ...document, '@graph': graph }
  }

  it('finds nothing in a document as it is', () => {
    expect(complaintsAbout(expand(documentOf(topic)), shapes)).toEqual([])
  })

  it.each([
    ['a term nobody knows', 'cpsv:PublicService', 'cv:hasFee', 'x'],
    ['a known term in the wrong place', 'cv:Channel', 'cpsv:produces', rule],
    ['a service without a name', 'cpsv:PublicService', 'dct:title', undefined],
    ['a service without an authority', 'cpsv:PublicService', 'cv:hasCompetentAuthority', undefined],
    ['two identifiers', 'cpsv:Rule', 'dct:identifier', ['a', 'b']],
    ['a link into nothing', 'cpsv:PublicService', 'cv:hasChannel', 'https://nowhere.example/'],
    ['a link to the wrong kind of thing', 'cpsv:PublicService', 'cv:hasChannel', rule],
    ['a duration that is none', 'cv:Channel', 'cv:processingTime', '7 ngày'],
    ['a class nobody knows', 'cpsv:Rule', '@type', 'cpsv:Law'],
  ])('notices %s', (_, type, term, value) => {
    expect(complaintsAbout(expand(spoil(type, term, value)), shapes)).not.toEqual([])
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
