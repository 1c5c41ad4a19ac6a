import { useNavigate } from 'react-router-dom'
import { SearchBox } from '../../ui/index.ts'
import { type TypedText, useText } from './typed-text.ts'

export function TypedSearchBox({ typed, isSearching }: { typed: TypedText; isSearching: boolean }) {
  const text = useText(typed)
  const navigate = useNavigate()
  const submit = (): void => {
    if (!isSearching) navigate('/tim', { state: { text } })
    // The keyboard goes away and leaves the finds to be seen.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }
  return (
    <SearchBox
      label="Tìm giấy tờ, thủ tục"
      hint="Ví dụ: khai sinh"
      value={text}
      onChange={typed.write}
      onSubmit={submit}
      hasFocus={isSearching}
    />
  )
}
