/** What can be answered with one press; the numbers are the ones that can be typed. */

export interface Choice {
  title: string
  /** What choosing says. */
  text: string
}

interface ChoicesProps {
  label: string
  choices: readonly Choice[]
  isNumbered?: boolean
  onChoose(text: string): void
}

export function Choices({ label, choices, isNumbered, onChoose }: ChoicesProps) {
  return (
    <ul className="chat-choices" aria-label={label}>
      {choices.map(({ title, text }, index) => (
        <li key={text}>
          <button type="button" className="button" onClick={() => onChoose(text)}>
            {isNumbered && <b>{index + 1}</b>}
            <span>{title}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
