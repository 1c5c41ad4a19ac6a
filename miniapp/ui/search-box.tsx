import { useId } from 'react'
import { Icon } from './icon.tsx'

interface SearchBoxProps {
  label: string
  hint: string
  value: string
  onChange(text: string): void
  onSubmit(): void
  hasFocus?: boolean
}

/** The label is read aloud; what is seen is the heading above and the hint inside. */
export function SearchBox({ label, hint, value, onChange, onSubmit, hasFocus }: SearchBoxProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the phones this is for
    <form
      role="search"
      className="search-box"
      onSubmit={event => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <Icon name="search" />
      <input
        id={id}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
        placeholder={hint}
        value={value}
        // biome-ignore lint/a11y/noAutofocus: only on the page that is nothing but a search
        autoFocus={hasFocus}
        onChange={event => onChange(event.target.value)}
      />
      {value !== '' && (
        <button type="button" className="search-clear" onClick={() => onChange('')}>
          <Icon name="close" />
          <span className="visually-hidden">Xóa chữ đã gõ</span>
        </button>
      )}
    </form>
  )
}
