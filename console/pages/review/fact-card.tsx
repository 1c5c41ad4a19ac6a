/** One fact, and what an officer says of it. Keys 1, 2 and 3 answer. */
import { Button, Card, Group, NumberInput, Stack, Text, Textarea, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Api } from '../../api/index.ts'
import { useKeptText } from '../../ui/index.ts'

export type Item = Awaited<ReturnType<Api['review']['next']>>['items'][number]
export interface Said {
  answer: 'right' | 'wrong' | 'unknown'
  correction: string | null
  amount: number | null
}

const SHORTEST = 3
const LONGEST = 1000

export function FactCard({ item, onSay }: { item: Item; onSay: (said: Said) => void }) {
  const [isCorrecting, setCorrecting] = useState(false)
  useEffect(() => {
    if (isCorrecting) return
    const press = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey || (target instanceof HTMLElement && target.closest('input, textarea, select')))
        return
      if (key === '1') onSay({ answer: 'right', correction: null, amount: null })
      if (key === '2') setCorrecting(true)
      if (key === '3') onSay({ answer: 'unknown', correction: null, amount: null })
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
        <Text className="review-fact">{item.fact}</Text>
        {isCorrecting ? (
          <Correction item={item} onSay={onSay} onBack={() => setCorrecting(false)} />
        ) : (
          <div className="review-answers">
            <Button
              size="lg"
              color="#14532d"
              onClick={() => onSay({ answer: 'right', correction: null, amount: null })}
            >
              1 · Đúng
            </Button>
            <Button size="lg" onClick={() => setCorrecting(true)}>
              2 · Sửa
            </Button>
            <Button
              size="lg"
              variant="default"
              onClick={() => onSay({ answer: 'unknown', correction: null, amount: null })}
            >
              3 · Chưa biết
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  )
}

function Correction({ item, onSay, onBack }: { item: Item; onSay: (said: Said) => void; onBack: () => void }) {
  const [words, setWords, forget] = useKeptText(`review ${item.topic} ${item.key}`)
  const [amount, setAmount] = useState<number | null>(null)
  const said = words.trim()
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (said.length < SHORTEST) return
        forget()
        onSay({ answer: 'wrong', correction: said, amount })
      }}
    >
      <Stack gap="sm">
        <Textarea
          label="Đúng ra là gì?"
          description="Người duyệt thứ hai xem rồi mới đăng. Không ghi tên hay số của ai."
          data-autofocus
          autoFocus
          autosize
          minRows={2}
          maxLength={LONGEST}
          value={words}
          onChange={event => setWords(event.currentTarget.value)}
        />
        {item.kind === 'fee' && (
          <NumberInput
            label="Số tiền đúng (đồng), nếu chỉ có một mức"
            description="Để trống nếu có nhiều mức; 0 nếu không thu"
            min={0}
            max={1_000_000_000}
            step={1000}
            allowDecimal={false}
            thousandSeparator="."
            decimalSeparator=","
            value={amount ?? ''}
            onChange={value => setAmount(typeof value === 'number' ? value : null)}
          />
        )}
        <Group>
          <Button type="submit" size="lg" disabled={said.length < SHORTEST}>
            Gửi chỗ sửa
          </Button>
          <Button size="lg" variant="default" onClick={onBack}>
            Quay lại
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
