/** One question on one screen, its answers as large buttons. */
import { useId } from 'react'
import { Icon } from '../../ui/index.ts'

interface BigQuestionProps {
  text: string
  /** "Câu 2/4". */
  count?: string
  /** How much lies behind, from 0 to 1. */
  share?: number
  hint?: string | null
  options: readonly { id: string; label: string }[]
  onChoose(id: string): void
}

export function BigQuestion({ text, count, share, hint, options, onChoose }: BigQuestionProps) {
  const id = useId()
  return (
    <section className="question">
      {count && (
        <p id={`${id}-count`} className="question-count">
          {count}
        </p>
      )}
      {share !== undefined && <progress className="question-share" aria-hidden="true" max={1} value={share} />}
      <h1 id={id} className="page-title" tabIndex={-1} aria-describedby={count && `${id}-count`}>
        {text}
      </h1>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are answers to press */}
      <div className="answers" role="group" aria-labelledby={id} aria-describedby={hint ? `${id}-hint` : undefined}>
        {options.map(option => (
          <button key={option.id} type="button" className="answer" onClick={() => onChoose(option.id)}>
            <span>{option.label}</span>
            <Icon name="forward" size="1.2rem" />
          </button>
        ))}
      </div>
    </section>
  )
}
