/** The questions of "Giấy tờ của tôi": what is asked, what may be answered, which papers each answer brings. */
import { Button, Card, Group, List, NativeSelect, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../api/index.ts'
import { QuestionEditor } from './question-editor.tsx'
import { RuleEditor } from './rule-editor.tsx'
import { emptyQuestion, emptyTable, furtherRules, newId, tidy } from './table-rules.ts'
import { TableTry } from './table-try.tsx'
import type { Draft, Table } from './words.ts'

type Content = Draft['content']

export function TableEditor({
  draft: { id, version },
  topic,
  onChange,
}: {
  draft: Draft
  topic: Content
  onChange: (topic: Content) => void
}) {
  const table = topic.checklist
  const preview = useQuery({
    queryKey: ['guide-preview', id, version],
    queryFn: () => api.guides.preview({ id }),
    placeholderData: keepPreviousData,
  })
  const write = (next: Table) => onChange({ ...topic, checklist: tidy(next) })
  if (!table)
    return (
      <Stack gap="sm">
        <Text>Chưa có câu hỏi nào: bà con đọc cả danh sách giấy tờ trong hướng dẫn.</Text>
        {topic.cases.length === 0 ? (
          <Text>Thêm một trường hợp có giấy tờ trước đã.</Text>
        ) : (
          <Group>
            <Button variant="default" onClick={() => write(emptyTable(topic))}>
              Thêm bảng câu hỏi
            </Button>
          </Group>
        )}
      </Stack>
    )
  const { questions, rules } = table
  const swap = (from: number, to: number) => {
    const next = [...questions]
    next.splice(to, 0, ...next.splice(from, 1))
    write({ ...table, questions: next })
  }
  const remove = () => {
    const { checklist: _, ...rest } = topic
    onChange(rest as Content)
  }
  const problems = preview.data?.tableProblems ?? []
  return (
    <Stack gap="md">
      <Text size="sm">
        Câu trả lời đầu tiên là câu thường gặp nhất. Nút “Không rõ” luôn có sẵn, không phải ghi. Giấy không có điều kiện
        thì ai cũng cần; chỉ ghi ở đây những gì tùy câu trả lời.
      </Text>
      {problems.length > 0 && (
        <Card withBorder role="status" aria-label="Chỗ cần sửa trong bảng câu hỏi">
          <Text fw={600}>Chỗ cần sửa, trước khi gửi duyệt:</Text>
          <List size="sm">
            {problems.map(problem => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
        </Card>
      )}
      <NativeSelect
        label="Bắt đầu từ giấy tờ của trường hợp"
        value={table.start.case}
        onChange={event => write({ ...table, start: { topic: topic.key, case: event.currentTarget.value } })}
        data={topic.cases.map(one => ({ value: one.id, label: one.label }))}
      />
      {questions.map((question, place) => (
        <QuestionEditor
          key={question.id}
          topic={topic}
          table={table}
          place={place}
          onChange={write}
          onUp={place === 0 ? null : () => swap(place, place - 1)}
        />
      ))}
      <Group>
        <Button
          variant="default"
          onClick={() => write({ ...table, questions: [...questions, emptyQuestion()] })}
          disabled={questions.length >= 12}
        >
          Thêm câu hỏi
        </Button>
      </Group>
      <Stack gap="sm" role="group" aria-label="Điều khác theo câu trả lời">
        <Text fw={600}>Điều khác theo câu trả lời</Text>
        <Text size="sm">
          Khi nhiều câu trả lời cùng đúng, khi phải đổi sang trường hợp khác, cảnh báo, hay dẫn sang nơi khác.
        </Text>
        {furtherRules(table).map(({ rule, place }) => (
          <RuleEditor
            key={rule.id}
            topic={topic}
            table={table}
            rule={rule}
            name={`Điều ${place + 1}`}
            onChange={next =>
              write({ ...table, rules: rules.flatMap(one => (one === rule ? (next ? [next] : []) : [one])) })
            }
          />
        ))}
        <Group>
          <Button
            variant="default"
            size="sm"
            onClick={() => write({ ...table, rules: [...rules, { id: newId('dieu'), when: [], basis: 'inferred' }] })}
          >
            Thêm điều
          </Button>
        </Group>
      </Stack>
      <TableTry topic={topic} isReady={problems.length === 0} />
      <Group>
        <Button variant="default" size="sm" onClick={remove}>
          Bỏ cả bảng câu hỏi
        </Button>
      </Group>
    </Stack>
  )
}
