/** The words of a starter, and what whoever begins with it is reminded of. */
import { Button, Card, Checkbox, Group, NativeSelect, NumberInput, Stack, Textarea, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { ASKED_FIELDS, askedNames, kindRules, NOTICE_KINDS, type NoticeKind } from '../../../shared/notices/index.ts'
import { urgencyNames } from './about.tsx'
import type { StarterWords } from './wire.ts'

/** Where whoever writes fills in: a notice with one left in it is not sent. */
const GAP = '…'

interface StarterFormProps {
  words: StarterWords
  onChange: (changes: Partial<StarterWords>) => void
}

export function StarterForm({ words, onChange }: StarterFormProps) {
  const what = useRef<HTMLTextAreaElement>(null)
  const putGap = () => {
    const { selectionStart: from, selectionEnd: until } = what.current ?? {}
    const place = from ?? words.what.length
    onChange({ what: words.what.slice(0, place) + GAP + words.what.slice(until ?? place) })
    what.current?.focus()
  }
  return (
    <Card withBorder component="section" aria-label="Lời của mẫu">
      <Stack gap="sm">
        <TextInput
          label="Tên mẫu"
          description="Tổ trưởng tìm theo tên này"
          maxLength={60}
          value={words.name}
          onChange={event => onChange({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label="Loại tin"
          value={words.kind}
          onChange={event => onChange({ kind: event.currentTarget.value as NoticeKind })}
          data={NOTICE_KINDS.map(kind => ({ value: kind, label: kindRules[kind].name }))}
        />
        <TextInput
          label="Tên tin"
          maxLength={80}
          value={words.title}
          onChange={event => onChange({ title: event.currentTarget.value })}
        />
        <Textarea
          ref={what}
          label="Nội dung"
          description="Câu ngắn, như nói với bà con. Chỗ người viết phải điền thì để dấu “…”: còn dấu đó thì tin chưa gửi được."
          autosize
          minRows={4}
          maxLength={1500}
          value={words.what}
          onChange={event => onChange({ what: event.currentTarget.value })}
        />
        <Group>
          <Button size="sm" variant="default" onClick={putGap}>
            Chèn chỗ điền “…”
          </Button>
        </Group>
        <TextInput
          label="Ai đến"
          maxLength={120}
          value={words.who ?? ''}
          onChange={event => onChange({ who: event.currentTarget.value || null })}
        />
        <TextInput
          label="Mang theo"
          maxLength={200}
          value={words.bring ?? ''}
          onChange={event => onChange({ bring: event.currentTarget.value || null })}
        />
        <NativeSelect
          label="Mức gấp"
          value={words.urgency}
          onChange={event => onChange({ urgency: event.currentTarget.value as StarterWords['urgency'] })}
          data={Object.entries(urgencyNames).map(([value, label]) => ({ value, label }))}
        />
        <Checkbox
          label="Hỏi bà con có đi được không"
          checked={words.rsvp === 'going'}
          onChange={event => onChange({ rsvp: event.currentTarget.checked ? 'going' : 'none' })}
        />
        <Checkbox.Group
          label="Nhắc người viết ghi"
          value={words.asks}
          onChange={asks => onChange({ asks: ASKED_FIELDS.filter(field => asks.includes(field)) })}
        >
          <Group mt={6}>
            {ASKED_FIELDS.map(field => (
              <Checkbox key={field} value={field} label={askedNames[field]} />
            ))}
          </Group>
        </Checkbox.Group>
        <NumberInput
          label="Hạn của tin: mấy ngày sau ngày diễn ra"
          description="0: hết ngày diễn ra. Tin không có ngày thì tính từ hôm viết."
          min={0}
          max={90}
          allowDecimal={false}
          value={words.expiresAfterDays}
          onChange={days => onChange({ expiresAfterDays: Math.min(90, Math.max(0, Number(days) || 0)) })}
        />
      </Stack>
    </Card>
  )
}
