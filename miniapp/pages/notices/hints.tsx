import type { Advice } from '../../../shared/notices/index.ts'

/** Said below what they are about: what stops the notice, what to look at again, what could be said better. */
export function Hints({ hints }: { hints: readonly Advice[] }) {
  if (hints.length === 0) return null
  return (
    <ul className="tin-hints">
      {hints.map(({ level, words }) => (
        <li key={words} className={`tin-hint tin-hints-${level}`}>
          <b>{level === 'block' ? 'Phải sửa: ' : level === 'warn' ? 'Xem lại: ' : 'Gợi ý: '}</b>
          {words}
        </li>
      ))}
    </ul>
  )
}
