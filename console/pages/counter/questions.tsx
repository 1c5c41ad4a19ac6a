/** The guide's own questions, asked across the counter: a click each, and the sheet beside is this person's. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { type Answers, type NextQuestion, unknown } from '../../../shared/checklists/index.ts'
import type { Topic } from '../../../shared/procedures.ts'

export function Questions({
  topic,
  answers,
  next,
  onChoose,
  onBack,
  onRestart,
}: {
  topic: Topic
  answers: Answers
  /** Null: all is asked. */
  next: NextQuestion | null
  onChoose: (question: string, option: string) => void
  onBack: () => void
  onRestart: () => void
}) {
  const count = Object.keys(answers).length
  const first = useRef<HTMLButtonElement>(null)
  const asked = next?.question.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each question after the first, not on arrival
  useEffect(() => {
    if (count > 0) first.current?.focus()
  }, [asked])
  return (
    <Card withBorder component="section" aria-label="Hỏi để ra đúng giấy tờ" className="not-printed">
      <Stack gap="xs">
        <Text size="sm" role="status">
          {next
            ? `Hỏi để ra đúng giấy tờ: câu ${next.number}/${next.total}`
            : 'Đã hỏi đủ: tờ bên dưới là giấy tờ của người này.'}
        </Text>
        {next && (
          <>
            <Title order={2} size="h4">
              {next.question.text}
            </Title>
            {next.question.hint && <Text size="sm">{next.question.hint}</Text>}
            <Group gap="xs">
              {[...next.question.options, { id: unknown, label: 'Không rõ' }].map(({ id, label }, at) => (
                <Button
                  key={id}
                  ref={at === 0 ? first : null}
                  size="md"
                  variant="default"
                  onClick={() => onChoose(next.question.id, id)}
                >
                  {label}
                </Button>
              ))}
            </Group>
          </>
        )}
        {count > 0 && (
          <>
            <Text size="sm">{listGiven(topic, answers)}</Text>
            <Group gap="xs">
              <Button size="sm" variant="default" onClick={onBack}>
                Câu trước
              </Button>
              <Button size="sm" variant="default" onClick={onRestart}>
                Hỏi lại từ đầu
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Card>
  )
}

function listGiven({ checklist }: Topic, answers: Answers): string {
  return (checklist?.questions ?? [])
    .flatMap(({ id, text, options }) => {
      const option = answers[id]
      if (option === undefined) return []
      return [`${text} ${options.find(one => one.id === option)?.label ?? 'Không rõ'}.`]
    })
    .join(' ')
}
