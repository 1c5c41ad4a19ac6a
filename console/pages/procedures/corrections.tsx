/** What officers said is wrong in Duyệt nhanh: on top of the guide, and beside the very place in the editor. */
import { Alert, Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { Link } from 'react-router-dom'
import { namePlace, valueAt } from '../../../shared/guide-form/index.ts'
import { sayMoment, sayName } from '../../ui/index.ts'
import type { Guide } from './words.ts'

export type Correction = Guide['corrections'][number]

interface Marked {
  corrections: readonly Correction[]
  /** Where the officer is led to; empty: nowhere. */
  target: string
}

export const MarkedPlaces = createContext<Marked>({ corrections: [], target: '' })

/** @returns whether the way to the place that is wanted leads through here */
export function useLeadsToTarget(place: string): boolean {
  const { target } = useContext(MarkedPlaces)
  return target === place || target.startsWith(`${place}.`)
}

/** Brings what is to be put right into sight, with the words beside it. */
export function Place({ place, children }: { place: string; children: ReactNode }) {
  const { corrections, target } = useContext(MarkedPlaces)
  const here = corrections.filter(one => one.place === place)
  const spot = useRef<HTMLDivElement>(null)
  const isTarget = target === place
  useEffect(() => {
    if (!isTarget) return
    spot.current?.scrollIntoView({ block: 'center' })
    spot.current?.querySelector<HTMLElement>('input, textarea, select, summary')?.focus()
  }, [isTarget])
  if (here.length === 0 && !isTarget) return children
  return (
    <div ref={spot}>
      {here.map(({ id, words, by }) => (
        <Alert
          key={id}
          variant="outline"
          color="yellow"
          c="black"
          mb="xs"
          title={`${sayName(by)}: chỗ này ghi chưa đúng`}
        >
          <Text style={{ whiteSpace: 'pre-line' }}>{words}</Text>
        </Alert>
      ))}
      {children}
    </div>
  )
}

/** @param onLead leads to a place in the editor; null: nobody writes here */
export function Corrections({ guide, onLead }: { guide: Guide; onLead: ((place: string) => void) | null }) {
  const { corrections, draft, topic } = guide
  if (corrections.length === 0) return null
  return (
    <Card withBorder component="section" aria-label="Cán bộ báo chưa đúng">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Cán bộ báo chưa đúng ({corrections.length})
        </Title>
        {corrections.map(({ id, words, by, at, place }) => {
          const isChanged =
            draft !== null &&
            topic !== null &&
            JSON.stringify(valueAt(draft.content, place)) !== JSON.stringify(valueAt(topic, place))
          return (
            <div key={id}>
              <Text fw={600}>{namePlace(topic ?? {}, place)}</Text>
              <Text style={{ whiteSpace: 'pre-line' }}>{words}</Text>
              <Group gap="sm">
                <Text size="sm">
                  {sayName(by)}, {sayMoment(at)}.{' '}
                  {draft && (isChanged ? 'Bản nháp đã sửa chỗ này.' : 'Bản nháp chưa sửa chỗ này.')}
                </Text>
                {onLead && (
                  <Button size="compact-md" variant="default" onClick={() => onLead(place)}>
                    Tới chỗ này
                  </Button>
                )}
              </Group>
            </div>
          )
        })}
        <Anchor component={Link} to="/duyet-nhanh" underline="always">
          Về Duyệt nhanh
        </Anchor>
      </Stack>
    </Card>
  )
}
