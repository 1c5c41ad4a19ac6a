/** Which case the guide is read for: the common one, until another is chosen. */
import { useState } from 'react'
import type { ProcedureCase } from '../../../shared/procedures.ts'
import { Button, Sheet } from '../../ui/index.ts'

interface CaseChoiceProps {
  cases: readonly ProcedureCase[]
  chosen: ProcedureCase | null
  onChoose(id: string): void
}

export function CaseChoice({ cases, chosen, onChoose }: CaseChoiceProps) {
  const [isOpen, setOpen] = useState(false)
  if (cases.length < 2 || !chosen) return null
  return (
    <div className="case">
      <p>
        Trường hợp: <strong>{chosen.label}</strong>
      </p>
      <div className="no-print">
        <Button icon="swap" onClick={() => setOpen(true)}>
          Chọn trường hợp khác
        </Button>
      </div>
      <Sheet title="Chọn đúng trường hợp" isOpen={isOpen} onClose={() => setOpen(false)}>
        <fieldset className="choices">
          <legend className="visually-hidden">Trường hợp</legend>
          {cases.map(({ id, label }) => (
            <label key={id} className="choice">
              <input type="radio" name="case" checked={chosen.id === id} onChange={() => onChoose(id)} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <div className="buttons">
          <Button look="main" onClick={() => setOpen(false)}>
            Xem giấy tờ
          </Button>
        </div>
      </Sheet>
    </div>
  )
}
