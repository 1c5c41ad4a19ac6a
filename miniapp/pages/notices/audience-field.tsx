import type { Account } from '../../api/index.ts'

interface AudienceFieldProps {
  areas: readonly string[]
  leads: Account['leads']
  onChange(areas: string[]): void
}

/** Whom it is for, among what the leader speaks for. */
export function AudienceField({ areas, leads, onChange }: AudienceFieldProps) {
  const [only] = leads
  if (leads.length <= 1) return <p>Bà con {only?.name ?? 'trong tổ'}.</p>
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">Gửi cho ai</legend>
      {leads.map(({ area, name }) => (
        <label key={area} className="choice">
          <input
            type="checkbox"
            checked={areas.includes(area)}
            onChange={event => onChange(event.target.checked ? [...areas, area] : areas.filter(one => one !== area))}
          />
          <span>Bà con {name}</span>
        </label>
      ))}
    </fieldset>
  )
}
