/** One of the places that the administrator keeps; in a large city the ward first, then what lies in it. */
import { NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Trouble } from '../../ui/index.ts'
import { isFolded, useAreas } from '../areas/area.ts'

const ORDER = { city: 0, ward: 1, neighbourhood: 2 }

export function AreaChoice({ value, onChange }: { value: string; onChange: (area: string) => void }) {
  const tree = useAreas()
  const [within, setWithin] = useState('')
  const list = tree.data ?? []
  const open = list.filter(({ retiredAt }) => retiredAt === null)
  const sorted = [...open].sort((a, b) => ORDER[a.level] - ORDER[b.level])
  const [first] = sorted
  const ward = open.find(area => area.code === (within || value) && isFolded(area, list))
  const branch = useAreas(ward?.code, ward !== undefined)
  useEffect(() => {
    if (!value && first) onChange(first.code)
  }, [value, first, onChange])
  if (tree.isError) return <Trouble error={tree.error} onRetry={() => void tree.refetch()} />
  const below = (branch.data ?? []).filter(area => area.parent === ward?.code && area.retiredAt === null)
  return (
    <>
      <NativeSelect
        label="Tại địa bàn"
        value={ward?.code ?? value}
        onChange={event => {
          setWithin(event.currentTarget.value)
          onChange(event.currentTarget.value)
        }}
        data={sorted.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {ward && (
        <NativeSelect
          label={`Trong ${ward.name}`}
          value={value}
          onChange={event => onChange(event.currentTarget.value)}
          data={[
            { value: ward.code, label: 'Cả địa bàn' },
            ...below.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      )}
    </>
  )
}
