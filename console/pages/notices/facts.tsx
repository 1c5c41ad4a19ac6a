interface FactsProps {
  facts: readonly { field: string; label: string; value: string }[]
}

/** Day, hours, place: each with its name. */
export function Facts({ facts }: FactsProps) {
  if (facts.length === 0) return null
  return (
    <dl className="facts">
      {facts.map(({ field, label, value }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
