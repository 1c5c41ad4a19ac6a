/** One question of a checklist, its answers, and which papers each of them brings or spares. */
import { Button, Card, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { Conditions } from './conditions.tsx'
import { listPapers, newId, type Papers, papersOf, type Question, withPapers } from './table-rules.ts'
import type { Draft, Table } from './words.ts'

const MOST_OPTIONS = 6

interface Props {
  topic: Draft['content']
  table: Table
  place: number
  onChange: (table: Table) => void
  /** Null: it is the first. */
  onUp: (() => void) | null
}

export function QuestionEditor({ topic, table, place, onChange, onUp }: Props) {
  const question = table.questions[place] as Question
  const name = `Câu ${place + 1}`
  const replace = (next: Question) =>
    onChange({ ...table, questions: table.questions.map((one, index) => (index === place ? next : one)) })
  const papers = listPapers(topic)
  return (
    <Card withBorder padding="sm" role="group" aria-label={name}>
      <Stack gap="sm">
        <TextInput
          label={`${name}: hỏi gì`}
          maxLength={160}
          value={question.text}
          onChange={event => replace({ ...question, text: event.currentTarget.value })}
        />
        <TextInput
          label={`${name}: lời giúp người còn ngần ngại (để trống cũng được)`}
          maxLength={160}
          value={question.hint ?? ''}
          onChange={event => replace({ ...question, hint: event.currentTarget.value || null })}
        />
        {question.options.map((option, index) => {
          const write = (next: typeof option) =>
            replace({ ...question, options: question.options.map((one, at) => (at === index ? next : one)) })
          const own = papersOf(table, question.id, option.id)
          return (
            <Card withBorder padding="sm" key={option.id}>
              <Group align="flex-end" wrap="wrap">
                <TextInput
                  label={`${name}, trả lời ${index + 1}: chữ trên nút`}
                  maxLength={48}
                  value={option.label}
                  onChange={event => write({ ...option, label: event.currentTarget.value })}
                />
                <TextInput
                  label="Viết thành vế đứng sau “Nếu”"
                  placeholder="nhờ người khác đi nộp"
                  miw={260}
                  value={option.clause}
                  onChange={event => write({ ...option, clause: event.currentTarget.value })}
                />
                <Button
                  variant="default"
                  size="compact-md"
                  disabled={question.options.length <= 2}
                  onClick={() => replace({ ...question, options: question.options.filter(one => one !== option) })}
                  aria-label={`Bỏ trả lời ${index + 1} của ${name}`}
                >
                  Bỏ
                </Button>
              </Group>
              {papers.length > 0 && (
                <PaperChecks
                  papers={papers}
                  own={own}
                  name={`${name}, trả lời ${index + 1}`}
                  onChange={next => onChange(withPapers(table, question.id, option.id, next))}
                />
              )}
            </Card>
          )
        })}
        {place > 0 && (
          <Conditions
            label={`${name} chỉ hỏi khi`}
            nothing="Hỏi mọi người."
            questions={table.questions.slice(0, place)}
            conditions={question.askWhen}
            onChange={askWhen => replace({ ...question, askWhen })}
          />
        )}
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-md"
            disabled={question.options.length >= MOST_OPTIONS}
            onClick={() =>
              replace({ ...question, options: [...question.options, { id: newId('tl'), label: '', clause: '' }] })
            }
          >
            Thêm câu trả lời
          </Button>
          <Button
            variant="default"
            size="compact-md"
            disabled={onUp === null}
            onClick={() => onUp?.()}
            aria-label={`Đưa ${name} lên`}
          >
            Lên
          </Button>
          <Button
            variant="default"
            size="compact-md"
            onClick={() => onChange({ ...table, questions: table.questions.filter((_, index) => index !== place) })}
            aria-label={`Bỏ ${name}`}
          >
            Bỏ câu hỏi
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}

export function PaperChecks({
  papers,
  own,
  name,
  onChange,
}: {
  papers: readonly { id: string; name: string }[]
  own: Papers
  name: string
  onChange: (papers: Papers) => void
}) {
  const said = [
    own.need.length > 0 ? `cần thêm ${own.need.length}` : '',
    own.omit.length > 0 ? `không cần ${own.omit.length}` : '',
  ].filter(Boolean)
  return (
    <details>
      <summary>
        Giấy tờ theo {name}: {said.join(', ') || 'không đổi gì'}
      </summary>
      <Group align="flex-start" mt="xs" gap="xl">
        {(
          [
            ['need', 'Cần thêm giấy này'],
            ['omit', 'Không cần giấy này'],
          ] as const
        ).map(([kind, label]) => (
          <Stack key={kind} gap={4} role="group" aria-label={`${label} (${name})`}>
            <Text fw={600} size="sm">
              {label}
            </Text>
            {papers.map(paper => (
              <Checkbox
                key={paper.id}
                label={paper.name}
                checked={own[kind].includes(paper.id)}
                onChange={event => {
                  const isOn = event.currentTarget.checked
                  const rest = own[kind].filter(one => one !== paper.id)
                  onChange({ ...own, [kind]: isOn ? [...rest, paper.id] : rest })
                }}
              />
            ))}
          </Stack>
        ))}
      </Group>
    </details>
  )
}
