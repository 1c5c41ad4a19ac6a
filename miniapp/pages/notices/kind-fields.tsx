/** What it is about, how urgent it is, and whether people are asked if they come. */
import { useId } from 'react'
import type { NoticeKind } from '../../../shared/notices/index.ts'
import { kinds } from './names.ts'
import type { WireDraft } from './wire.ts'

interface KindFieldsProps {
  draft: WireDraft
  onChange(changes: Partial<WireDraft>): void
}

const URGENCIES: [WireDraft['urgency'], string, string][] = [
  ['ordinary', 'Bình thường', 'Không gửi vào giờ nghỉ'],
  ['urgent', 'Gấp', 'Gửi trước các tin thường'],
  ['emergency', 'Khẩn cấp', 'Gửi cả ban đêm, cho tất cả mọi người'],
]

export function KindFields({ draft, onChange }: KindFieldsProps) {
  const id = useId()
  return (
    <>
      <div className="tin-field">
        <label htmlFor={id}>Loại tin</label>
        <select id={id} value={draft.kind} onChange={event => onChange({ kind: event.target.value as NoticeKind })}>
          {kinds.map(({ kind, name }) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="choices">
        <legend className="tin-label">Mức gấp</legend>
        {URGENCIES.map(([urgency, name, text]) => (
          <label key={urgency} className="choice">
            <input
              type="radio"
              name="urgency"
              checked={draft.urgency === urgency}
              onChange={() => onChange({ urgency })}
            />
            <span>
              <b>{name}</b> {text}
            </span>
          </label>
        ))}
      </fieldset>
      <label className="choice tin-check">
        <input
          type="checkbox"
          checked={draft.rsvp === 'going'}
          onChange={event => onChange({ rsvp: event.target.checked ? 'going' : 'none' })}
        />
        <span>Hỏi bà con có đi được không</span>
      </label>
    </>
  )
}
