/** One of the places that the administrator keeps. */
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../api/index.ts'
import { Trouble } from '../../ui/index.ts'

export function AreaChoice({ value, onChange }: { value: string; onChange: (area: string) => void }) {
  const tree = useQuery({ queryKey: ['areas'], queryFn: () => api.areas.tree() })
  const open = (tree.data ?? []).filter(({ retiredAt }) => retiredAt === null)
  const order = { city: 0, ward: 1, neighbourhood: 2 }
  const sorted = [...open].sort((a, b) => order[a.level] - order[b.level])
  const [first] = sorted
  useEffect(() => {
    if (!value && first) onChange(first.code)
  }, [value, first, onChange])
  if (tree.isError) return <Trouble error={tree.error} onRetry={() => void tree.refetch()} />
  return (
    <NativeSelect
      label="Tại địa bàn"
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      data={sorted.map(({ code, name }) => ({ value: code, label: name }))}
    />
  )
}
