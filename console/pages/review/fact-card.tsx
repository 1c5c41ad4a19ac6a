/** One fact, and what an officer says of it. Keys 1, 2 and 3 answer. */
import { Button, Card, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { gatherChannels } from '../../../shared/review/index.ts'
import { Correction } from './correction.tsx'
import type { Here, Item, Said } from './said.ts'

const saying = (answer: 'right' | 'unknown'): Said => ({
  ...{ answer, correction: null, changes: [], place: null, local: null, isForEditor: false },
})

export function FactCard({ here, item, onSay }: { here: Here; item: Item; onSay: (said: Said) => void }) {
  const [isCorrecting, setCorrecting] = useState(false)
  useEffect(() => {
    if (isCorrecting) return
    const press = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event
      if (ctrlKey || metaKey || altKey || (target instanceof HTMLElement && target.closest('input, textarea, select')))
        return
      if (key === '1') onSay(saying('right'))
      if (key === '2') {
        // Else the field that opens would begin with a 2.
        event.preventDefault()
        setCorrecting(true)
      }
      if (key === '3') onSay(saying('unknown'))
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isCorrecting, onSay])
  return (
    <Card withBorder component="section" aria-label={item.title}>
      <Stack gap="md">
        <div>
          <Text c="gray.8">{item.title}</Text>
          <Title order={2} size="h3">
            {item.question}
          </Title>
        </div>
        {item.wasUnknown && <Text size="sm">Lần trước chưa ai biết.</Text>}
        <Text className="review-fact">{gatherChannels(item.fact)}</Text>
        {isCorrecting ? (
          <Correction here={here} item={item} onSay={onSay} onBack={() => setCorrecting(false)} />
        ) : (
          <div className="review-answers">
            <Button size="lg" color="#14532d" onClick={() => onSay(saying('right'))}>
              1 · Đúng
            </Button>
            <Button size="lg" onClick={() => setCorrecting(true)}>
              2 · Sửa
            </Button>
            <Button size="lg" variant="default" onClick={() => onSay(saying('unknown'))}>
              3 · Chưa biết
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  )
}
