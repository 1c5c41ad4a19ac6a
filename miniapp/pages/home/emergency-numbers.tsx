import type { Ward } from '../../api/index.ts'
import { CallButton } from '../../ui/index.ts'

export function EmergencyNumbers({ numbers }: { numbers: Ward['emergencyNumbers'] }) {
  return (
    <section aria-labelledby="emergency">
      <h2 id="emergency" className="section-title">
        Số khẩn cấp
      </h2>
      <div className="emergency">
        {numbers.map(({ number, name }) => (
          <CallButton key={number} number={number} look="danger">
            <b>{number}</b> {name}
          </CallButton>
        ))}
      </div>
    </section>
  )
}
