import { describe, expect, it } from '@jest/globals'
import { WardProfile } from '../shared/areas.ts'
import { categories, sampleWard, starterTopics } from '../shared/content/index.ts'
import { isKnownFee, Topic } from '../shared/procedures.ts'
import { figuresIn, figuresOfFields, proseOf } from './setup/figures.ts'

const forbiddenWords = /(?<!\p{L})(bạn|quý khách|người chết|không thuộc thẩm quyền|cần cán bộ xác nhận)(?!\p{L})/iu

function complaints(check: (topic: Topic) => string[]): string[] {
  return starterTopics.flatMap(topic => check(topic).map(complaint => `${topic.key}: ${complaint}`))
}

describe('a starter topic', () => {
  it('is a complete record', () => {
    expect(
      complaints(topic => Topic.safeParse(topic).error?.issues.map(issue => `${issue.path} ${issue.message}`) ?? []),
    ).toEqual([])
    expect(starterTopics.length).toBeGreaterThanOrEqual(12)
  })

  it('states no figure, date, code or law number that none of its fields or facts holds', () => {
    expect(
      complaints(topic => {
        const held = figuresOfFields(topic)
        return proseOf(topic).flatMap(([place, text]) =>
          figuresIn(text)
            .filter(figure => !held.has(figure))
            .map(figure => `${figure} in ${place}: ${text}`),
        )
      }),
    ).toEqual([])
  })

  it('says where each fact was read, from a source it lists', () => {
    expect(
      complaints(topic => {
        const sources = topic.sources.map(source => source.id)
        const named = [
          ...topic.facts,
          ...topic.procedures,
          ...topic.channels.flatMap(one => one.fees.flatMap(fee => fee.reliefs)),
        ]
        return named.filter(one => !sources.includes(one.source)).map(one => `source ${one.source} is not listed`)
      }),
    ).toEqual([])
  })

  it('speaks as a kind clerk does', () => {
    expect(
      complaints(topic =>
        proseOf(topic).flatMap(([place, text]) => (forbiddenWords.test(text) ? [`${place}: ${text}`] : [])),
      ),
    ).toEqual([])
  })

  it('is known by at least six names and five questions, none of them shared', () => {
    const owners = new Map<string, string[]>()
    for (const topic of starterTopics) {
      for (const phrase of [...topic.aliases, ...topic.exampleQuestions]) {
        const key = phrase.normalize('NFC').toLowerCase()
        owners.set(key, [...(owners.get(key) ?? []), topic.key])
      }
    }
    expect(
      complaints(topic => (topic.aliases.length < 6 || topic.exampleQuestions.length < 5 ? ['too few phrases'] : [])),
    ).toEqual([])
    expect(complaints(topic => topic.aliases.filter(alias => /^thủ tục/i.test(alias)))).toEqual([])
    expect([...owners].filter(([, keys]) => keys.length > 1)).toEqual([])
  })

  it('is told apart from its neighbours in one sentence, and has none by its own name', () => {
    expect(
      complaints(topic =>
        topic.confusableWith
          .filter(one => one.topic === topic.key || one.difference.split(/[.!?](?=\s)/).length > 1)
          .map(one => one.topic),
      ),
    ).toEqual([])
    expect(complaints(topic => (topic.confusableWith.length === 0 ? ['no neighbour'] : []))).toEqual([])
  })

  it('begins with the common case, names cases apart, and uses each id once', () => {
    expect(
      complaints(topic => [
        ...((topic.cases[0]?.words ?? []).length === 0 ? [] : ['the common case needs no words']),
        ...topic.cases.slice(1).flatMap(one => (one.words.length > 0 ? [] : [`no words for ${one.id}`])),
        ...repeated(topic.cases.map(one => one.id)),
        ...topic.cases.flatMap(one => repeated(one.documents.map(paper => paper.id))),
      ]),
    ).toEqual([])
  })

  it('charges a fee for cases it has, through procedures it has', () => {
    expect(
      complaints(topic => {
        const codes = topic.procedures.map(one => one.code)
        const ids = topic.cases.map(one => one.id)
        return [
          ...topic.channels.flatMap(one =>
            one.procedure === null || codes.includes(one.procedure) ? [] : [one.procedure],
          ),
          ...topic.cases.flatMap(one =>
            one.procedure === null || codes.includes(one.procedure) ? [] : [one.procedure],
          ),
          ...topic.channels.flatMap(one => one.fees.flatMap(fee => (fee.cases ?? []).filter(id => !ids.includes(id)))),
        ]
      }),
    ).toEqual([])
  })

  it('names no amount for a fee nobody stated', () => {
    expect(
      complaints(topic =>
        topic.channels.flatMap(channel =>
          channel.fees
            .filter(fee => !isKnownFee(fee) && figuresIn(fee.text ?? '').some(figure => figure.endsWith('đồng')))
            .map(fee => fee.name),
        ),
      ),
    ).toEqual([])
  })

  it('sends a replaced code to one that is in force', () => {
    expect(
      complaints(topic =>
        topic.procedures
          .filter(one => one.status === 'superseded')
          .filter(
            one =>
              !one.supersededBy.some(code =>
                topic.procedures.some(other => other.code === code && other.status === 'active'),
              ),
          )
          .map(one => one.code),
      ),
    ).toEqual([])
  })

  it('about the ward itself or its counter carries no procedure code, and every other one does', () => {
    expect(
      complaints(topic => {
        if (topic.kind === 'information') return [...topic.procedures, ...topic.relatedProcedures].map(one => one.code)
        return topic.kind === 'procedure' && topic.procedures.length === 0 ? ['no procedure'] : []
      }),
    ).toEqual([])
  })

  it('that leaves out a case of the national record says so to whoever needs it', () => {
    expect(
      complaints(topic =>
        topic.procedures
          .filter(one => one.casesLeftOut?.length && topic.advice.length === 0)
          .map(one => `${one.code} leaves out ${one.casesLeftOut}`),
      ),
    ).toEqual([])
  })

  it('is unconfirmed until a named officer of the ward confirms it', () => {
    expect(complaints(topic => (topic.verifiedOn === null ? [] : [topic.verifiedOn]))).toEqual([])
  })

  it('stands on a shelf that exists', () => {
    expect(complaints(topic => (categories.some(one => one.key === topic.category) ? [] : [topic.category]))).toEqual(
      [],
    )
  })
})

describe('the sample ward', () => {
  it('has a profile, twelve neighbourhoods with codes of their own, and numbers no subscriber can have', () => {
    expect(WardProfile.parse(sampleWard.profile)).toEqual(sampleWard.profile)
    expect(new Set(sampleWard.neighbourhoods.map(one => one.code)).size).toBe(12)
    expect(
      [sampleWard.profile.phone, sampleWard.profile.police?.phone].every(phone => phone?.startsWith('0200 000 0')),
    ).toBe(true)
  })
})

function repeated(ids: string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}
