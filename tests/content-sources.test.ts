import { describe, expect, it } from '@jest/globals'
import { starterTopics } from '../shared/content/index.ts'
import { isKnownFee, type NationalProcedure, type Topic } from '../shared/procedures.ts'
import { plain } from './setup/figures.ts'
import { readSourceData, type SourceData, type SourceRecord } from './setup/source-data.ts'

const source = readSourceData()
const promise = source ? it : it.skip

/** One line for each place where a topic and its sources differ. */
function differences(compare: (topic: Topic, data: SourceData) => (string | false | null | undefined)[]): string[] {
  if (!source) return []
  return starterTopics.flatMap(topic =>
    compare(topic, source)
      .filter(difference => typeof difference === 'string')
      .map(difference => `${topic.key}: ${difference}`),
  )
}

function recordsOf(topic: Topic, data: SourceData): [NationalProcedure, SourceRecord][] {
  return topic.procedures.flatMap((one): [NationalProcedure, SourceRecord][] => {
    const record = data.procedure(one.code)
    return record ? [[one, record]] : []
  })
}

function componentsOf(record: SourceRecord | undefined, leftOut: string[] = []) {
  return record?.cases.filter(one => !leftOut.includes(one.id)).flatMap(one => one.components) ?? []
}

/** The ways into an information topic are the ward's own: no record holds them. */
function channelsOf({ kind, channels }: Topic) {
  return kind === 'information' ? [] : channels
}

describe('a starter topic and its sources', () => {
  promise('agree on every code, official name, decision, status and day', () => {
    expect(
      differences((topic, data) =>
        topic.procedures.map(one => {
          const record = data.procedure(one.code)
          const same =
            record &&
            record.name === one.name &&
            record.decision.number === one.decision?.number &&
            record.decision.date === one.decision.date &&
            record.status === one.status &&
            record.supersededBy.join() === one.supersededBy.join() &&
            record.source.url === one.sourceUrl &&
            record.source.portalUpdatedAt === one.updatedOn &&
            record.source.retrievedAt === one.retrievedOn
          return !same && one.code
        }),
      ),
    ).toEqual([])
  })

  promise('agree on the code and name of every neighbouring procedure', () => {
    expect(
      differences((topic, data) => topic.relatedProcedures.map(one => data.name(one.code) !== one.name && one.code)),
    ).toEqual([])
  })

  promise('agree on every fact, word for word', () => {
    expect(
      differences((topic, data) =>
        topic.facts.map(
          fact => !data.text(fact.record).includes(plain(fact.value)) && `${fact.value} (${fact.record})`,
        ),
      ),
    ).toEqual([])
  })

  promise('agree on every time limit, and leave open what the source leaves open', () => {
    expect(
      differences((topic, data) =>
        channelsOf(topic).map(channel => {
          const code = channel.procedure ?? topic.procedures[0]?.code ?? ''
          const record = data.procedure(code)
          if (record?.channels.length === 0) return channel.timeLimit !== null && `${code} states no time`
          const theirs = record?.channels.find(one => one.type === channel.type)?.time
          const unit = theirs?.unit === 'calendar_day' ? 'day' : (theirs?.unit ?? null)
          const same =
            theirs &&
            channel.timeLimit?.value === theirs.value &&
            channel.timeLimit.unit === (theirs.value === null ? null : unit)
          return !same && `${code} ${channel.type}`
        }),
      ),
    ).toEqual([])
  })

  promise('agree on every amount in đồng, and on which amounts nobody states', () => {
    expect(
      differences((topic, data) =>
        topic.channels.flatMap(channel => {
          const code = channel.procedure ?? topic.procedures[0]?.code ?? ''
          const theirs = data
            .procedure(code)
            ?.channels.filter(one => one.type === channel.type)
            .flatMap(one => one.fees)
            .filter(fee => fee.currency === 'VND')
          const stated = theirs?.filter(isKnownFee).map(fee => fee.amount) ?? []
          const ours = channel.fees.filter(isKnownFee).map(fee => fee.amount)
          const unknown = channel.fees.filter(fee => !isKnownFee(fee)).map(fee => fee.status)
          const theirUnknown = theirs?.length ? theirs.map(fee => fee.status) : ['not_stated']
          return [
            stated.toSorted().join() !== ours.toSorted().join() &&
              `${code} ${channel.type}: ${ours} but the source says ${stated}`,
            ...unknown.map(status => !theirUnknown.includes(status) && `${code} ${channel.type}: ${status}`),
          ]
        }),
      ),
    ).toEqual([])
  })

  promise('agree on every relief: how much, from when, until when, by which law', () => {
    expect(
      differences((topic, data) => {
        const text = topic.procedures.map(one => data.text(one.code)).join(' ')
        return topic.channels
          .flatMap(channel => channel.fees.flatMap(fee => fee.reliefs))
          .flatMap(relief => [
            relief.law,
            dayText(relief.from),
            dayText(relief.until),
            relief.percent < 100 ? `${relief.percent}%` : 'miễn',
          ])
          .map(part => !text.includes(plain(part)) && part)
      }),
    ).toEqual([])
  })

  promise('agree on every law: none is lost, none is added, none is kept beyond its last day', () => {
    expect(
      differences((topic, data) => {
        const text = topic.procedures.map(one => data.text(one.code)).join(' ')
        const ours = topic.legalBases.map(basis => basis.number)
        const active = recordsOf(topic, data).filter(([one]) => one.status === 'active')
        return [
          ...active.flatMap(([one, record]) =>
            record.legalBases.map(basis => !ours.includes(basis.number) && `${one.code} also names ${basis.number}`),
          ),
          ...ours.map(number => !text.includes(plain(number)) && `no source names ${number}`),
          ...topic.legalBases.map(
            basis => (data.lastDay(basis.number) ?? null) !== basis.effectiveUntil && `last day of ${basis.number}`,
          ),
        ]
      }),
    ).toEqual([])
  })

  promise('agree on form numbers and on how many originals and copies', () => {
    expect(
      differences((topic, data) =>
        topic.cases.flatMap(one =>
          one.documents.map(paper => {
            const [id] = paper.components
            if (!id) return paper.originals !== null && `${paper.id}, counted though no row holds it`
            const theirs = componentsOf(data.procedure(id.slice(0, 8))).find(component => component.id === id)
            const counted =
              paper.originals === null || (paper.originals === theirs?.original && paper.copies === theirs.copy)
            const number = paper.form?.number
            const elsewhere = !theirs?.form?.number && data.text(id.slice(0, 8)).includes(plain(number ?? ''))
            const numbered = !number || number === theirs?.form?.number || elsewhere
            return !(theirs && counted && numbered) && `${id} ${paper.name}`
          }),
        ),
      ),
    ).toEqual([])
  })

  promise('agree on the papers: every paper of a procedure in force has its place', () => {
    expect(
      differences((topic, data) => {
        const placed = topic.cases.flatMap(one => one.documents.flatMap(paper => paper.components))
        return recordsOf(topic, data)
          .filter(([one]) => one.status === 'active')
          .flatMap(([one, record]) => componentsOf(record, one.casesLeftOut))
          .map(component => component.role !== 'heading' && !placed.includes(component.id) && component.id)
      }),
    ).toEqual([])
  })

  promise('agree on which cases a topic leaves out: they exist, and none of their papers is placed', () => {
    expect(
      differences((topic, data) => {
        const placed = topic.cases.flatMap(one => one.documents.flatMap(paper => paper.components))
        return recordsOf(topic, data).flatMap(([one, record]) =>
          (one.casesLeftOut ?? []).map(id => {
            const theirs = record.cases.find(other => other.id === id)
            return (!theirs || theirs.components.some(component => placed.includes(component.id))) && id
          }),
        )
      }),
    ).toEqual([])
  })

  promise('agree on what an officer should look at again', () => {
    expect(
      differences((topic, data) =>
        recordsOf(topic, data).map(([one, record]) => {
          const ours = topic.reviewFlags.filter(flag => flag.procedure === one.code).map(flag => flag.code)
          const theirs = record.reviewReasons.map(reason => reason.code)
          return (
            ours.toSorted().join() !== theirs.toSorted().join() && `${one.code}: ${ours} but the source says ${theirs}`
          )
        }),
      ),
    ).toEqual([])
  })
})

function dayText(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${day}/${month}/${year}`
}
