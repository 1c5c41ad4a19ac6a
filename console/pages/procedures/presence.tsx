/** Who else writes this guide now, by a light heartbeat; and a look whether somebody saved. */
import { Alert } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../api/index.ts'
import { sayName } from '../../ui/index.ts'

const BEAT_MS = 15_000

/** @param version the newest one that this page knows of */
export function Presence({ guide, version }: { guide: string; version: number }) {
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: ['guide-presence', guide],
    queryFn: () => api.guides.present({ key: guide, isLeaving: false }),
    refetchInterval: BEAT_MS,
    staleTime: 0,
  })
  const newest = data?.draft?.version ?? version
  useEffect(() => {
    if (newest > version) void queries.invalidateQueries({ queryKey: ['guides', guide] })
  }, [newest, version, guide, queries])
  useEffect(
    () => () => {
      queries.removeQueries({ queryKey: ['guide-presence', guide] })
      void api.guides.present({ key: guide, isLeaving: true }).catch(() => undefined)
    },
    [guide, queries],
  )
  const names = [...new Set(data?.others.map(({ name }) => sayName(name)))]
  if (names.length === 0) return null
  return (
    <Alert
      role="status"
      variant="outline"
      color="yellow"
      title={`${names.join(', ')} đang sửa hướng dẫn này`}
      c="black"
    >
      Hẹn nhau ai sửa phần nào. Máy không ghi đè: nếu hai người sửa cùng một chỗ, máy hỏi lấy chữ của ai.
    </Alert>
  )
}
