/** How a draft reads in the chat, and what the chat would answer if it were published. */
import { Button, Card, List, NativeSelect, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { checkWords, fieldNames } from '../../../shared/guide-form/index.ts'
import { api } from '../../api/index.ts'
import { Answered, Trouble, useKeptText } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import type { Draft } from './words.ts'

/** @param columns 1: in a narrow place beside what is being written */
export function Phone({ draft: { id, version, content, topic }, columns }: { draft: Draft; columns: 1 | 2 }) {
  const preview = useQuery({
    queryKey: ['guide-preview', id, version],
    queryFn: () => api.guides.preview({ id }),
    placeholderData: keepPreviousData,
  })
  const [shown, setShown] = useState(0)
  const [question, setQuestion] = useKeptText(`try-out.${topic}`)
  const ask = useMutation({ mutationFn: () => api.guides.tryOut({ id, text: question.trim() }) })
  const advice = checkWords(content)
  return (
    <Card withBorder component="section" aria-label="Bà con sẽ đọc">
      <Title order={2} size="h4" mb="sm">
        Bà con sẽ đọc
      </Title>
      <SimpleGrid cols={{ base: 1, md: columns }}>
        <div>
          <Answered query={preview}>
            {({ texts, missing, tableProblems }) => (
              <Stack gap="sm">
                {missing.length > 0 && (
                  <Text>
                    <b>Chưa điền đủ:</b> {missing.map(sayPath).join('; ')}.
                  </Text>
                )}
                {tableProblems.length > 0 && (
                  <Text>
                    <b>Bảng câu hỏi:</b> {tableProblems.join(' ')}
                  </Text>
                )}
                {advice.length > 0 && (
                  <List size="sm" aria-label="Nên sửa cho dễ đọc">
                    {advice.slice(0, 12).map(({ at, text }) => (
                      <List.Item key={`${at}${text}`}>
                        <b>{at}:</b> {text}
                      </List.Item>
                    ))}
                  </List>
                )}
                <NativeSelect
                  label="Khi bà con"
                  value={String(shown)}
                  onChange={event => setShown(Number(event.currentTarget.value))}
                  data={texts.map(({ asked }, index) => ({ value: String(index), label: asked }))}
                />
                {texts[shown]?.messages.map(message => (
                  <Bubble key={message} text={message} />
                ))}
              </Stack>
            )}
          </Answered>
          <form onSubmit={submitting(() => ask.mutate())}>
            <Stack gap="sm" mt="md" maw={420}>
              <TextInput
                label="Hỏi thử như bà con"
                description="Máy trả lời như khi bản này đã đăng; không ai khác thấy"
                maxLength={500}
                value={question}
                onChange={event => setQuestion(event.currentTarget.value)}
              />
              <Button type="submit" variant="default" loading={ask.isPending} disabled={question.trim() === ''}>
                Hỏi thử
              </Button>
              <Trouble error={ask.error} />
              {ask.data?.messages.map(message => (
                <Bubble key={message} text={message} />
              ))}
              {ask.data && ask.data.buttons.length > 0 && <Text size="sm">Nút: {ask.data.buttons.join(' · ')}</Text>}
            </Stack>
          </form>
        </div>
        <div>
          <Text mb="xs">Trang trong ứng dụng, như trên điện thoại</Text>
          <iframe
            key={version}
            className="phone-frame"
            title="Trang hướng dẫn như trên điện thoại"
            src={`/app/thu-tuc/${topic}?ban-nhap=${id}`}
          />
        </div>
      </SimpleGrid>
    </Card>
  )
}

function Bubble({ text }: { text: string }) {
  return (
    <Card withBorder bg="#e8f1fc" maw={420} radius="md">
      <Text className="said">{text}</Text>
    </Card>
  )
}

/** `cases.0.label` as it stands above the fields: "Trường hợp 1 › Tên trường hợp". */
function sayPath(path: string): string {
  return path
    .replace(/\.(\d+)/g, (_, index: string) => ` ${Number(index) + 1}`)
    .split('.')
    .map(part => {
      const [name = '', number] = part.split(' ')
      return [fieldNames[name] ?? name, number].filter(Boolean).join(' ')
    })
    .join(' › ')
}
