/** One's places by chat: each is asked about with numbered choices before it is written down. */
import { z } from 'zod'
import {
  composeHiddenAddress,
  composeLeaveQuestion,
  composeLeft,
  composeNoSuchPlace,
  composePlaceGone,
  composePlaceKept,
  composePlaceNotKept,
  composePlaceStays,
  composePlaces,
  composePlacesFull,
  composeWhichPlace,
  composeWhosePlace,
  mostPlaceFinds,
  placeSayings,
} from '../../shared/answers/index.ts'
import { fold, normalise } from '../../shared/language/index.ts'
import { usualLabels } from '../../shared/places.ts'
import type { House, Reply, Skill, Turn } from '../feature.ts'
import { joinArea, leaveArea, listPlaces } from '../platform/people/index.ts'
import { type PlaceWish, readPlaceWish } from './request.ts'

const BID = 0.88
/** An answer to our own question. */
const ANSWER_BID = 0.96
const ASKED_FOR_MS = 15 * 60_000

const Memory = z.discriminatedUnion('asked', [
  z.object({ asked: z.literal('which'), kind: z.enum(['join', 'move', 'leave']), areas: z.array(z.string()) }),
  z.object({ asked: z.literal('whose'), area: z.string(), name: z.string() }),
  z.object({ asked: z.literal('leave'), area: z.string(), name: z.string() }),
])
type Memory = z.infer<typeof Memory>
type Chosen = { area: string; name: string }

const about = { source: null, outcome: 'places' } as const

export function createPlacesSkill({ count }: Pick<House, 'count'>): Skill {
  return {
    name: 'places',
    bid(turn) {
      const memory = Memory.safeParse(turn.memory).data
      const answer = memory && readAnswer(memory, turn)
      if (answer) return { score: ANSWER_BID, reply: answer }
      const wish = readPlaceWish(turn.text, turn.neighbourhoods)
      return wish && { score: BID, reply: () => begin(wish, turn) }
    },
  }

  function readAnswer(memory: Memory, turn: Turn): (() => Reply) | null {
    const is = (words: string): boolean => bare(turn.text) === bare(words)
    switch (memory.asked) {
      case 'which': {
        if (is(placeSayings.other)) return () => noSuchPlace(turn)
        const chosen = turn.neighbourhoods.find(({ code, name }) => memory.areas.includes(code) && is(name))
        return chosen ? () => ask(memory.kind, { area: chosen.code, name: chosen.name }) : null
      }
      case 'whose': {
        if (is(placeSayings.none) || is('thôi') || is('không')) return () => end(composePlaceNotKept())
        const label = usualLabels.find(is)
        return label ? () => keep(memory, label, turn) : null
      }
      case 'leave':
        if (is(placeSayings.keep) || is('thôi') || is('không')) return () => end(composePlaceStays(memory))
        return is(placeSayings.leave) || is('bỏ') || is('có') || is('đúng') ? () => leave(memory) : null
    }
  }

  function keep({ area, name }: Chosen, label: string, { now }: Turn): Reply {
    return {
      ...end([]),
      async compose(tx, { personId, areaId }) {
        const joining = await joinArea(tx, { personId, wardId: areaId, code: area, label, through: 'oa', at: now })
        count('places', joining)
        if (joining === 'full') return composePlacesFull()
        return joining === 'no_such_area' ? composePlaceGone() : composePlaceKept({ name, label })
      },
    }
  }

  function leave({ area, name }: Chosen): Reply {
    return {
      ...end([]),
      async compose(tx, { personId }) {
        const wasThere = await leaveArea(tx, { personId, code: area })
        if (wasThere) count('places', 'left')
        return composeLeft({ name, wasThere })
      },
    }
  }
}

function begin(wish: PlaceWish, turn: Turn): Reply {
  if (wish.kind === 'list')
    return {
      ...about,
      messages: [],
      compose: async (tx, { personId }) => composePlaces({ places: await listPlaces(tx, personId) }),
    }
  if (wish.kind === 'hidden') return end(composeHiddenAddress())
  const { kind, finds } = wish
  const [first, another] = finds
  if (!first) return noSuchPlace(turn)
  if (!another) return ask(kind, { area: first.neighbourhood.code, name: first.neighbourhood.name })
  const shown = finds.slice(0, mostPlaceFinds)
  const memory: Memory = { asked: 'which', kind, areas: shown.map(({ neighbourhood }) => neighbourhood.code) }
  return { ...about, messages: composeWhichPlace({ finds: shown }), memory: { value: memory, lastsMs: ASKED_FOR_MS } }
}

function ask(kind: 'join' | 'move' | 'leave', chosen: Chosen): Reply {
  const memory: Memory = { asked: kind === 'leave' ? 'leave' : 'whose', ...chosen }
  return {
    ...about,
    messages:
      kind === 'leave' ? composeLeaveQuestion(chosen) : composeWhosePlace({ ...chosen, isMove: kind === 'move' }),
    memory: { value: memory, lastsMs: ASKED_FOR_MS },
  }
}

function noSuchPlace({ neighbourhoods }: Turn): Reply {
  return end(composeNoSuchPlace({ neighbourhoods }))
}

function end(messages: Reply['messages']): Reply {
  return { ...about, messages, memory: null }
}

function bare(text: string): string {
  return fold(normalise(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
