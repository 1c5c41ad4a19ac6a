/** Examples kept with a guide: tried at each publication, so that nobody spoils by accident what was right. */
import { Badge, Button, Card, Group, List, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { Answered, sayName, Trouble, useKeptText } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { useChange } from '../staff/use-change.ts'
import type { Guide } from './words.ts'

const QUERY = 'guide-examples'

export function Examples({ guide }: { guide: Guide }) {
  const { key, draft } = guide
  const me = useMe()
  const isEditor = me.data !== undefined && mayOpen(me.data, 'editor')
  const examples = useQuery({
    queryKey: [QUERY, key, draft?.version],
    queryFn: () => api.guides.listExamples({ key }),
  })
  const [leaving, setLeaving] = useState<string | null>(null)
  const [why, setWhy, forgetWhy] = useKeptText(`example-leaves.${key}`)
  const remove = useChange(
    (id: string) => api.guides.removeExample({ key, id, why: why.trim() }),
    QUERY,
    () => {
      forgetWhy()
      setLeaving(null)
    },
  )
  return (
    <Card withBorder component="section" aria-label="Câu thử">
      <Title order={2} size="h4" mb="xs">
        Câu thử
      </Title>
      <Text size="sm" mb="sm">
        Câu hỏi và câu trả lời của bảng hỏi mà kết quả đã biết đúng. Mỗi lần đăng, máy thử lại hết; chỗ nào khác đi thì
        người duyệt phải xem từng câu.
      </Text>
      <Answered query={examples}>
        {list => (
          <Stack gap="sm">
            {list.length === 0 && <Text>Chưa lưu câu nào.</Text>}
            <List listStyleType="none" spacing="sm">
              {list.map(({ id, words, expected, now, withDraft, confirmedBy }) => {
                const current = withDraft ?? now
                return (
                  <List.Item key={id}>
                    <Group gap="xs" align="flex-start">
                      <Badge color={current === expected ? '#1b5e20' : '#7a4b00'} variant="filled">
                        {current === expected ? 'Đúng' : 'Khác đi'}
                      </Badge>
                      <div style={{ flex: 1 }}>
                        <Text fw={600}>{words}</Text>
                        <Text size="sm" className="said">
                          → {expected}
                        </Text>
                        {current !== expected && (
                          <Text size="sm" className="said">
                            {withDraft === null ? 'Nay' : 'Theo bản đang soạn'}: {current ?? 'chưa có hướng dẫn này'}
                          </Text>
                        )}
                        {confirmedBy && <Text size="sm">{sayName(confirmedBy)} đã xác nhận kết quả này.</Text>}
                        {leaving === id && (
                          <form onSubmit={submitting(() => remove.mutate(id))}>
                            <Group align="flex-end">
                              <TextInput
                                label="Vì sao bỏ"
                                maxLength={200}
                                value={why}
                                onChange={event => setWhy(event.currentTarget.value)}
                              />
                              <Button type="submit" size="sm" variant="default" disabled={why.trim().length < 3}>
                                Bỏ câu này
                              </Button>
                            </Group>
                          </form>
                        )}
                      </div>
                      {isEditor && leaving !== id && (
                        <Button
                          size="compact-md"
                          variant="default"
                          onClick={() => setLeaving(id)}
                          aria-label={`Bỏ câu thử ${words}`}
                        >
                          Bỏ
                        </Button>
                      )}
                    </Group>
                  </List.Item>
                )
              })}
            </List>
            <Trouble error={remove.error} />
          </Stack>
        )}
      </Answered>
      {isEditor && <AddQuestion guide={guide} />}
    </Card>
  )
}

function AddQuestion({ guide: { key, topic, draft } }: { guide: Guide }) {
  const [text, setText, forget] = useKeptText(`example.${key}`)
  const [target, setTarget] = useState(key)
  const [caseId, setCaseId] = useState('')
  const guides = useQuery({ queryKey: ['guides', '', 'names'], queryFn: () => api.guides.names() })
  const add = useChange(
    () =>
      api.guides.addExample({
        key,
        asked: { kind: 'question', text: text.trim() },
        target: { topic: target, caseId: caseId || null },
      }),
    QUERY,
    forget,
  )
  const cases = target === key ? (draft?.content.cases ?? topic?.cases ?? []) : []
  return (
    <form onSubmit={submitting(() => add.mutate(undefined))}>
      <Stack gap="sm" mt="md">
        <TextInput
          label="Thêm một câu hỏi của bà con"
          description="Không ghi tên, số giấy tờ hay địa chỉ của ai"
          maxLength={300}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <Group align="flex-end">
          <NativeSelect
            label="Phải trả lời bằng hướng dẫn"
            value={target}
            onChange={event => {
              setTarget(event.currentTarget.value)
              setCaseId('')
            }}
            data={(guides.data ?? []).map(one => ({ value: one.key, label: one.title }))}
          />
          {cases.length > 1 && (
            <NativeSelect
              label="Trường hợp"
              value={caseId}
              onChange={event => setCaseId(event.currentTarget.value)}
              data={[
                { value: '', label: 'Không nêu trường hợp' },
                ...cases.map(one => ({ value: one.id, label: one.label })),
              ]}
            />
          )}
          <Button type="submit" variant="default" loading={add.isPending} disabled={text.trim().length < 3}>
            Lưu câu thử
          </Button>
        </Group>
        <Trouble error={add.error} />
      </Stack>
    </form>
  )
}
