import { useState } from 'react'
import type { AreaNameKind, Neighbourhood } from '../../../shared/areas.ts'
import { type Find, findNeighbourhoods } from '../../../shared/neighbourhood-search.ts'
import { useWard } from '../../api/index.ts'
import { CallButton, Empty, Icon, SearchBox, unbroken } from '../../ui/index.ts'

const BY: Record<AreaNameKind, string> = {
  name: 'Còn gọi là',
  street: 'Có',
  alley: 'Có',
  old: 'Trước đây là',
}

interface NeighbourhoodSearchProps {
  all: Neighbourhood[]
  onChoose(neighbourhood: Neighbourhood): void
}

export function NeighbourhoodSearch({ all, onChoose }: NeighbourhoodSearchProps) {
  const [text, setText] = useState('')
  const wanted = text.trim()
  const finds = findNeighbourhoods(all, wanted)
  return (
    <>
      <h1 className="page-title">Nơi này thuộc tổ nào?</h1>
      <SearchBox
        label="Tên tổ, khu phố, thôn, đường, hẻm"
        hint="Ví dụ: tổ 3"
        value={text}
        onChange={setText}
        onSubmit={() => (document.activeElement as HTMLElement | null)?.blur()}
      />
      <p className="mine-hint">Gõ tên tổ, tên đường, hẻm, hoặc tên cũ như “Tổ 12 cũ”. Không dấu cũng được.</p>
      <p role="status" className="mine-count">
        {wanted !== '' && finds.length > 0 && `${finds.length} nơi giống “${wanted}”`}
      </p>
      {finds.length > 0 ? (
        <ul className="rows" aria-label="Các tổ tìm thấy">
          {finds.map(find => (
            <li key={find.neighbourhood.code}>
              <button type="button" className="row mine-choice" onClick={() => onChoose(find.neighbourhood)}>
                <span className="row-words">
                  <strong>{find.neighbourhood.name}</strong>
                  {find.by && <span>{howFound(find.by)}</span>}
                </span>
                <Icon name="forward" size="1.2rem" />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <NothingFound wanted={wanted} />
      )}
    </>
  )
}

function NothingFound({ wanted }: { wanted: string }) {
  const { data: ward } = useWard()
  return (
    <Empty title={wanted === '' ? 'Phường chưa ghi tên các tổ' : `Chưa thấy nơi nào như “${wanted}”`}>
      <p>Không rõ là tổ nào: xem giấy mời họp tổ, hỏi tổ trưởng, hoặc gọi phường.</p>
      {ward && <CallButton number={ward.phone}>Gọi {unbroken(ward.phone)}</CallButton>}
    </Empty>
  )
}

function howFound({ kind, name }: NonNullable<Find['by']>): string {
  return `${BY[kind]} ${name}${kind === 'street' || kind === 'alley' ? ' đi qua' : ''}`
}
