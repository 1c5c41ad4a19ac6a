/** When something holds: for each question that matters, which answers. All must hold. */
import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core'
import type { Condition, Question } from './table-rules.ts'

export function Conditions({
  label,
  nothing,
  questions,
  conditions,
  onChange,
}: {
  label: string
  /** What it means when there is none. */
  nothing: string
  questions: readonly Question[]
  conditions: readonly Condition[]
  onChange: (conditions: Condition[]) => void
}) {
  const free = questions.filter(({ id }) => !conditions.some(({ question }) => question === id))
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Text fw={600} size="sm">
        {label}
      </Text>
      {conditions.length === 0 && <Text size="sm">{nothing}</Text>}
      {conditions.map(condition => {
        const question = questions.find(({ id }) => id === condition.question)
        const others = conditions.filter(one => one !== condition)
        if (!question) return null
        return (
          <Group key={condition.question} gap="sm">
            <Text size="sm">“{question.text || 'câu chưa viết'}” trả lời</Text>
            {question.options.map(option => (
              <Checkbox
                key={option.id}
                label={option.label || 'câu trả lời chưa viết'}
                checked={condition.in.includes(option.id)}
                onChange={event => {
                  const isOn = event.currentTarget.checked
                  const rest = condition.in.filter(id => id !== option.id)
                  const next = isOn ? [...rest, option.id] : rest
                  onChange(
                    next.length === 0
                      ? others
                      : conditions.map(one => (one === condition ? { ...condition, in: next } : one)),
                  )
                }}
              />
            ))}
            <Button
              variant="default"
              size="compact-md"
              onClick={() => onChange(others)}
              aria-label={`Bỏ điều kiện theo “${question.text}”`}
            >
              Bỏ
            </Button>
          </Group>
        )
      })}
      {free.length > 0 && (
        <NativeSelect
          label={`${label}: thêm điều kiện theo câu`}
          value=""
          onChange={event => {
            const question = questions.find(({ id }) => id === event.currentTarget.value)
            const [first] = question?.options ?? []
            if (question && first) onChange([...conditions, { question: question.id, in: [first.id] }])
          }}
          data={[
            { value: '', label: 'Chọn một câu hỏi' },
            ...free.map(({ id, text }) => ({ value: id, label: text || 'câu chưa viết' })),
          ]}
        />
      )}
    </Stack>
  )
}
