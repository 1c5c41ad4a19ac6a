/** What publishing would change of what was tried before: each change is looked at, a loss needs a reason. */
import { Card, Checkbox, List, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/index.ts'
import { Answered } from '../../ui/index.ts'
import type { Draft } from './words.ts'

export type Checked = Awaited<ReturnType<typeof api.guides.check>>

export function useCheck({ id, version }: Draft, isWanted: boolean) {
  return useQuery({
    queryKey: ['guide-check', id, version],
    queryFn: () => api.guides.check({ id }),
    enabled: isWanted,
    staleTime: 0,
  })
}

interface Props {
  check: ReturnType<typeof useCheck>
  seen: readonly string[]
  onSeen: (seen: string[]) => void
  lossWhy: string
  onLossWhy: (why: string) => void
}

export function Check({ check, seen, onSeen, lossWhy, onLossWhy }: Props) {
  return (
    <Stack gap="sm" component="section" aria-label="Thử lại trước khi đăng">
      <Text fw={600}>Thử lại trước khi đăng</Text>
      {check.isPending && <Text size="sm">Máy hỏi lại mọi câu đã có; nhiều hướng dẫn thì chừng một phút.</Text>}
      <Answered query={check}>
        {found => (
          <Stack gap="sm">
            <Text>
              {found.changed.length === 0
                ? `${found.examples} câu thử đều cho kết quả như trước.`
                : `${found.changed.length} trong ${found.examples} câu thử cho kết quả khác. Xem từng câu:`}
            </Text>
            {found.changed.map(({ id, guide, words, before, after }) => (
              <Card withBorder key={id} padding="sm">
                <Text fw={600}>{words}</Text>
                <Text size="sm">Của hướng dẫn “{guide}”</Text>
                <Lines title="Trước" text={before} other={after} as="del" />
                <Lines title="Sau" text={after} other={before} as="ins" />
                <Checkbox
                  mt="xs"
                  label="Đã xem: từ nay kết quả này là đúng"
                  aria-label={`Đã xem ${words}: từ nay kết quả này là đúng`}
                  checked={seen.includes(id)}
                  onChange={event =>
                    onSeen(event.currentTarget.checked ? [...seen, id] : seen.filter(one => one !== id))
                  }
                />
              </Card>
            ))}
            <Score found={found} />
            {found.lostCount > 0 && (
              <Textarea
                label="Vì sao chấp nhận mất những câu này"
                autosize
                minRows={2}
                maxLength={500}
                value={lossWhy}
                onChange={event => onLossWhy(event.currentTarget.value)}
              />
            )}
          </Stack>
        )}
      </Answered>
    </Stack>
  )
}

/** Line by line: what stands in both is left plain. */
function Lines({ title, text, other, as: Mark }: { title: string; text: string; other: string; as: 'del' | 'ins' }) {
  const known = other.split('\n')
  return (
    <>
      <Text size="sm" mt="xs" fw={600}>
        {title}
      </Text>
      {text.split('\n').map(line => (
        <Text key={line} size="sm">
          {known.includes(line) ? line : <Mark>{line}</Mark>}
        </Text>
      ))}
    </>
  )
}

function Score({ found: { before, after, lost, lostCount } }: { found: Checked }) {
  if (!before || !after) return <Text>Không đụng tới cách máy tìm hướng dẫn: mọi câu hỏi vẫn được hiểu như trước.</Text>
  return (
    <>
      <Text>
        Bộ câu hỏi: trả lời đúng trước {before.right}/{before.questions}, nay {after.right}/{after.questions}; nhầm
        trước {before.wrong}, nay {after.wrong}; không nhận ra trước {before.refused}, nay {after.refused}.
      </Text>
      {lostCount > 0 && (
        <>
          <Text fw={600}>{lostCount} câu trước hiểu được, nay không:</Text>
          <List size="sm">
            {lost.map(one => (
              <List.Item key={`${one.guide}${one.text}`}>
                “{one.text}” ({one.guide}): trước {one.before}, nay {one.after}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </>
  )
}
