/** One group of alike questions: read, and made into something. */
import { Button, Card, Checkbox, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router-dom'
import type { QuestionSettling } from '../../../shared/questions/index.ts'
import { ApiError, api } from '../../api/index.ts'
import { Answered, Page, sayMoment, sayName, Trouble, useKeptText } from '../../ui/index.ts'
import { NewGuide } from '../procedures/new-guide.tsx'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { kindNames, sayKinds, settledNames } from './words.ts'

type Alike = Awaited<ReturnType<typeof api.questions.get>>

export default function QuestionPage() {
  const { id = '' } = useParams()
  const group = useQuery({ queryKey: ['questions', id], queryFn: () => api.questions.get({ id }) })
  return (
    <Page title="Những câu giống nhau" back={{ to: '/cau-hoi', words: 'Về danh sách' }}>
      <Answered query={group}>
        {found => (
          <Stack gap="md">
            <Card withBorder component="section" aria-label="Bà con đã hỏi">
              <Title order={2} size="h4" mb="xs">
                Bà con đã hỏi
              </Title>
              <Text>
                {found.total} lần: {sayKinds(found.kinds)}
              </Text>
              <ul>
                {found.wordings.map(({ text, kind, askedAt }) => (
                  <li key={`${text}${askedAt}`}>
                    {text} <Text span size="sm">{`(${kindNames[kind].toLowerCase()}, ${sayMoment(askedAt)})`}</Text>
                  </li>
                ))}
              </ul>
            </Card>
            {found.settledAs ? <Settled group={found} /> : <Deciding group={found} />}
          </Stack>
        )}
      </Answered>
    </Page>
  )
}

function Settled({ group }: { group: Alike }) {
  const queries = useQueryClient()
  const reopen = useMutation({
    mutationFn: () => api.questions.reopen({ id: group.id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['questions'] }),
  })
  return (
    <Card withBorder>
      <Text>
        <b>{group.settledAs && settledNames[group.settledAs]}</b> · {group.settledBy && sayName(group.settledBy)},{' '}
        {sayMoment(group.settledAt)}
      </Text>
      {group.note && <Text>Ghi chú: {group.note}</Text>}
      <Trouble error={reopen.error} />
      <Button mt="sm" variant="default" loading={reopen.isPending} onClick={() => reopen.mutate()}>
        Xem lại từ đầu
      </Button>
    </Card>
  )
}

function Deciding({ group }: { group: Alike }) {
  return (
    <>
      <Teaching group={group} />
      <Settling id={group.id} />
    </>
  )
}

const NOT_OURS = '-'

/** No topic at all teaches the machine to say that this is not the ward's. */
function Teaching({ group: { id, nearest } }: { group: Alike }) {
  const guides = useQuery({ queryKey: ['procedures'], queryFn: () => api.procedures.list() })
  // Nothing is chosen beforehand: what the machine took for near is just what it got wrong.
  const [topic, setTopic, forgetTopic] = useKeptText(`question-topic.${id}`)
  const [wording, setWording, forget] = useKeptText(`question.${id}`)
  const [isChecked, setIsChecked] = useState(false)
  const queries = useQueryClient()
  const goTo = useNavigate()
  const propose = useMutation({
    mutationFn: () =>
      api.questions.propose({
        id,
        topic: topic === NOT_OURS ? null : topic,
        wording: wording.trim(),
        namesConfirmed: isChecked,
      }),
    onSuccess: async () => {
      forget()
      forgetTopic()
      await queries.invalidateQueries({ queryKey: ['questions'] })
      goTo('/cau-hoi')
    },
  })
  const looksLikeName = propose.error instanceof ApiError && propose.error.reason === 'looks_like_name'
  return (
    <Card withBorder component="section" aria-label="Dạy máy">
      <form onSubmit={submitting(() => propose.mutate())}>
        <Stack gap="md">
          <Title order={2} size="h4">
            Dạy máy một cách nói
          </Title>
          <NativeSelect
            label="Thuộc hướng dẫn"
            required
            description={
              nearest.length > 0
                ? `Gần nhất: ${nearest.map(({ title }) => title).join('; ')}`
                : 'Không có việc nào gần giống'
            }
            value={topic}
            onChange={event => setTopic(event.currentTarget.value)}
            data={[
              { value: '', label: 'Chọn hướng dẫn…' },
              { value: NOT_OURS, label: 'Không phải việc của phường' },
              ...(guides.data ?? []).map(({ key, title }) => ({ value: key, label: title })),
            ]}
          />
          <TextInput
            label="Viết lại bằng lời của cán bộ"
            description="Ngắn, có dấu; không tên người, không số, không chép nguyên lời bà con"
            required
            minLength={4}
            maxLength={200}
            value={wording}
            onChange={event => {
              setWording(event.currentTarget.value)
              // It was these words that were looked at.
              setIsChecked(false)
            }}
          />
          {(looksLikeName || isChecked) && (
            <Checkbox
              label="Tôi đã xem: chỗ trông như tên người không phải tên người"
              checked={isChecked}
              onChange={event => setIsChecked(event.currentTarget.checked)}
            />
          )}
          <Trouble error={propose.error} />
          <Button type="submit" loading={propose.isPending}>
            Gửi người thứ hai duyệt
          </Button>
        </Stack>
      </form>
    </Card>
  )
}

function Settling({ id }: { id: string }) {
  const [note, setNote, forget] = useKeptText(`question-note.${id}`)
  const [isWriting, setWriting] = useState(false)
  const queries = useQueryClient()
  const settle = useMutation({
    mutationFn: (as: QuestionSettling) =>
      api.questions.settle({ id, as, ...(note.trim() ? { note: note.trim() } : {}) }),
    onSuccess: () => {
      forget()
      return queries.invalidateQueries({ queryKey: ['questions'] })
    },
  })
  const choices: [QuestionSettling, string][] = [
    ['new_topic', 'Cần hướng dẫn mới, để người khác viết'],
    ['out_of_scope', 'Không phải việc của phường'],
    ['seen', 'Đã xem'],
  ]
  return (
    <Card withBorder component="section" aria-label="Hoặc">
      <Stack gap="md">
        <Title order={2} size="h4">
          Hoặc
        </Title>
        <TextInput
          label="Ghi chú cho đồng nghiệp"
          maxLength={500}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <Trouble error={settle.error} />
        <NewGuide
          isOpen={isWriting}
          onClose={() => setWriting(false)}
          onCreated={() => settle.mutateAsync('new_topic')}
        />
        <Group>
          <Button variant="default" onClick={() => setWriting(true)}>
            Viết hướng dẫn mới cho việc này
          </Button>
          {choices.map(([as, title]) => (
            <Button key={as} variant="default" loading={settle.isPending} onClick={() => settle.mutate(as)}>
              {title}
            </Button>
          ))}
        </Group>
      </Stack>
    </Card>
  )
}
