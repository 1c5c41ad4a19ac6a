import type { ReactNode } from 'react'
import { Card } from '../../ui/index.ts'

interface DifferenceProps {
  changes: readonly { label: string; before: string; after: string }[]
  children: ReactNode
}

/** What a correction changes: the old words struck out, the new ones below them, both named for the ear. */
export function Difference({ changes, children }: DifferenceProps) {
  return (
    <Card title="Đính chính" icon="swap">
      <p>{children}</p>
      <dl className="tin-difference">
        {changes.map(({ label, before, after }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span className="tin-said">Trước:</span> <del>{before}</del>
            </dd>
            <dd>
              <span className="tin-said">Nay sửa:</span> <ins>{after}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
