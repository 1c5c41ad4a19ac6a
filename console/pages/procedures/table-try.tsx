/** A checklist tried as residents will answer it, and kept as an example when it comes to what it should. */
import { Button, Card, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type Answers,
  giveAnswer,
  nextQuestion,
  resolveChecklist,
  takeBack,
  unknown,
} from '../../../shared/checklists/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import { api } from '../../api/index.ts'
import { Trouble, useKeptText } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { useChange } from '../staff/use-change.ts'
import type { Draft } from './words.ts'

export function TableTry({ topic: content, isReady }: { topic: Draft['content']; isReady: boolean }) {
  const topic = content as unknown as Topic
  const [answers, setAnswers] = useState<Answers>({})
  const [name, setName, forget] = useKeptText(`table-try.${topic.key}`)
  const keep = useChange(
    () =>
      api.guides.addExample({ key: topic.key, asked: { kind: 'checklist', name: name.trim(), answers }, target: null }),
    'guide-examples',
    forget,
  )
  const others = [
    ...new Set((topic.checklist?.rules ?? []).flatMap(rule => [rule.goTo, rule.also, rule.useCase?.topic])),
  ]
    .filter((key): key is string => key !== undefined && key !== topic.key)
    .sort()
  const guides = useQuery({
    queryKey: ['guides-for-checklist', others.join(' ')],
    queryFn: async () => {
      const found = await Promise.all(others.map(key => api.procedures.get({ key }).catch(() => null)))
      return found.flatMap(one => (one ? [one.topic as unknown as Topic] : []))
    },
  })
  if (!topic.checklist || !guides.data) return null
  const findTopic = (key: string) => (key === topic.key ? topic : guides.data.find(one => one.key === key))
  const next = isReady ? nextQuestion(topic, answers, findTopic) : null
  return (
    <Card withBorder component="section" aria-label="Trả lời thử">
      <Text fw={600} mb="xs">
        Trả lời thử như bà con
      </Text>
      {!isReady && <Text>Sửa xong các chỗ nêu trên thì trả lời thử được.</Text>}
      {next && (
        <Stack gap="sm">
          <Text>
            Câu {next.number}/{next.total}. {next.question.text}
          </Text>
          {next.question.hint && <Text size="sm">{next.question.hint}</Text>}
          <Group>
            {[...next.question.options, { id: unknown, label: 'Không rõ' }].map(({ id, label }) => (
              <Button
                key={id}
                variant="default"
                onClick={() => setAnswers(giveAnswer(topic, answers, next.question.id, id))}
              >
                {label}
              </Button>
            ))}
          </Group>
        </Stack>
      )}
      {isReady && !next && <Outcome topic={topic} answers={answers} findTopic={findTopic} />}
      {isReady && !next && (
        <form onSubmit={submitting(() => keep.mutate(undefined))}>
          <Group align="flex-end" mt="sm">
            <TextInput
              label="Đúng như mong muốn? Lưu thành câu thử, tên là"
              placeholder="Hai vợ chồng, một người hộ chiếu nước ngoài"
              maxLength={120}
              miw={280}
              value={name}
              onChange={event => setName(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={keep.isPending} disabled={name.trim().length < 3}>
              Lưu câu thử
            </Button>
          </Group>
          <Trouble error={keep.error} />
          {keep.isSuccess && <Text role="status">Đã lưu, xem ở phần Câu thử.</Text>}
        </form>
      )}
      {Object.keys(answers).length > 0 && (
        <Group mt="sm">
          <Button size="sm" variant="default" onClick={() => setAnswers(takeBack(topic, answers, findTopic))}>
            Lùi một câu
          </Button>
          <Button size="sm" variant="default" onClick={() => setAnswers({})}>
            Trả lời lại từ đầu
          </Button>
        </Group>
      )}
    </Card>
  )
}

function Outcome({
  topic,
  answers,
  findTopic,
}: {
  topic: Topic
  answers: Answers
  findTopic: (key: string) => Topic | undefined
}) {
  const { needed, maybe, warnings, notes, stops, goTo, theCase } = resolveChecklist(topic, answers, findTopic)
  return (
    <Stack gap="xs" role="status">
      {goTo !== null && <Text>Chuyển sang hướng dẫn “{findTopic(goTo)?.title ?? goTo}”.</Text>}
      {warnings.map(({ text, when }) => (
        <Text key={text}>
          Chú ý: {when && `Nếu ${when}: `}
          {text}
        </Text>
      ))}
      {theCase && <Text fw={600}>Giấy tờ cần mang ({theCase.case.label}):</Text>}
      {!stops && goTo === null && (
        <List size="sm">
          {needed.map(({ id, name }) => (
            <List.Item key={id}>{name}</List.Item>
          ))}
          {maybe.map(({ document, when }) => (
            <List.Item key={document.id}>
              {when ? `Nếu ${when}: ` : 'Nên mang theo: '}
              {document.name}
            </List.Item>
          ))}
        </List>
      )}
      {notes.map(({ text, when }) => (
        <Text key={text} size="sm">
          {when && `Nếu ${when}: `}
          {text}
        </Text>
      ))}
    </Stack>
  )
}
