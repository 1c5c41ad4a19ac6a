/** Taking the guide along: to somebody else, onto paper, into the ear. */
import { useEffect } from 'react'
import type { ProcedureCase } from '../../../shared/procedures.ts'
import { type Guide, type Ward, wardNow } from '../../api/index.ts'
import { listFromGuide } from '../checklists/bring-list.ts'
import { listWords, spokenList } from '../checklists/list-sections.ts'
import { TakeAlong } from '../checklists/take-along.tsx'
import { recordingOf } from './recordings.ts'

interface GuideActionsProps {
  guide: Guide
  /** Null: the guide has no papers to list. */
  chosen: ProcedureCase | null
  ward: Ward | undefined
}

export function GuideActions({ guide, chosen, ward }: GuideActionsProps) {
  useOpenOnPaper()
  const list = listFromGuide({ guide, theCase: chosen, ward, now: wardNow() })
  const { title, summary, steps } = guide.topic
  const spoken = [
    `${title}.`,
    summary,
    ...spokenList(list),
    ...(steps.length > 0 ? ['Các bước.'] : []),
    ...steps.map(step => `${step.title}: ${step.text}`),
  ]
  return (
    <TakeAlong
      list={list}
      text={chosen ? listWords(list) : summary}
      spoken={spoken}
      recording={recordingOf(guide, 'whole', chosen)}
    />
  )
}

/** Paper has nothing to press: what is folded on the screen is open on it. */
function useOpenOnPaper(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = []
    const open = (): void => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
      for (const fold of opened) fold.open = true
    }
    const close = (): void => {
      for (const fold of opened) fold.open = false
    }
    window.addEventListener('beforeprint', open)
    window.addEventListener('afterprint', close)
    return () => {
      window.removeEventListener('beforeprint', open)
      window.removeEventListener('afterprint', close)
    }
  }, [])
}
