/**
 * One checklist under way: what is asked now, and how to go on and back. Every answer is a step of the browser's history,
 * so that the phone's own way back leads to the question before; the history holds numbers of steps and no answer.
 */
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { answersInFragment, type FindTopic } from '../../../shared/checklists/index.ts'
import type { Guide } from '../../api/index.ts'
import {
  type GivenAnswer,
  noProgress,
  type Progress,
  play,
  readProgress,
  type Standing,
  writeProgress,
} from './progress.ts'

export interface Checklist extends Standing {
  /** Why some answers were known before; null: none was. */
  because: string | null
  /** True when the guide was published anew since the last visit, and the answers were dropped. */
  isRenewed: boolean
  choose(option: string): void
  goBack(): void
  startOver(): void
  /** Asks everything: no answer is known before. */
  forgetPreset(): void
}

interface Step {
  /** How many answers were given when the page looked like this. */
  step: number
  /** With how many this way through the page began. */
  first: number
}

export function useChecklist({ topic, revision }: Guide, findTopic: FindTopic): Checklist {
  const navigate = useNavigate()
  const { pathname, state, key, hash } = useLocation()
  const here = readStep(state)
  // From a sheet of the counter: what it carries holds over what was answered here before.
  const [kept, setKept] = useState(() => carried(hash) ?? readProgress(topic.key) ?? noProgress(revision))
  const [isRenewed, setRenewed] = useState(false)
  // An older copy that the phone shows first is no reason to forget anything.
  const isOutdated = kept.revision < revision
  const progress = isOutdated ? noProgress(revision, kept.preset) : kept
  const standing = play(topic, progress, findTopic)
  const count = standing.given.length

  const keep = (given: GivenAnswer[], preset = progress.preset): void => {
    const next = { ...progress, given, preset }
    writeProgress(topic.key, next)
    setKept(next)
  }
  const mark = (next: Step, replace: boolean): void => navigate(pathname, { state: next, replace })

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each revision
  useEffect(() => {
    if (!isOutdated) return
    setRenewed(kept.given.length > 0)
    keep([])
  }, [isOutdated])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place in the history
  useEffect(() => {
    if (here && here.step < count) keep(standing.given.slice(0, here.step))
    else if (here?.step !== count) mark({ step: count, first: count }, true)
  }, [key])

  const startFrom = (given: GivenAnswer[], preset = progress.preset): void => {
    keep(given, preset)
    mark({ step: given.length, first: given.length }, true)
  }

  return {
    ...standing,
    because: standing.isPreset ? (progress.preset?.because ?? null) : null,
    isRenewed,
    choose(option) {
      const question = standing.next?.question.id
      if (!question) return
      setRenewed(false)
      keep([...standing.given, { question, option }])
      mark({ step: count + 1, first: here?.first ?? count }, false)
    },
    goBack() {
      if (here && here.step > here.first) navigate(-1)
      else startFrom(standing.given.slice(0, -1))
    },
    startOver: () => startFrom([]),
    forgetPreset: () => startFrom([], null),
  }
}

function carried(fragment: string): Progress | null {
  const found = answersInFragment(fragment)
  return found && { ...found, preset: null }
}

function readStep(state: unknown): Step | null {
  if (typeof state !== 'object' || state === null || !('step' in state) || !('first' in state)) return null
  const { step, first } = state
  return typeof step === 'number' && typeof first === 'number' ? { step, first } : null
}
