/** What is known to change, by day. */
import { Box, Button, Card, Group, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Api, api } from '../../api/index.ts'
import {
  Answered,
  GuideLinks,
  Nothing,
  sayDay,
  Trouble,
  useKeptFields,
  useKeptText,
  WithReason,
} from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'

type Change = Awaited<ReturnType<Api['freshness']['changes']>>[number]

const SOURCES: Record<Change['source'], string> = {
  own: 'cán bộ ghi',
  guide: 'ghi trong hướng dẫn',
  law: 'theo văn bản',
  fee: 'theo đợt giảm lệ phí',
}

export function Changes({ isEditor }: { isEditor: boolean }) {
  const changes = useQuery({ queryKey: ['freshness', 'changes'], queryFn: () => api.freshness.changes() })
  return (
    <Stack gap="sm">
      {isEditor && <NewChange />}
      <Answered query={changes}>
        {list =>
          list.length === 0 ? (
            <Nothing>Chưa biết thay đổi nào sắp tới.</Nothing>
          ) : (
            list.map(change => <ChangeCard key={`${change.day}${change.text}`} change={change} isEditor={isEditor} />)
          )
        }
      </Answered>
    </Stack>
  )
}

function ChangeCard({ change, isEditor }: { change: Change; isEditor: boolean }) {
  const { id, day, text, source, topics, remindDays } = change
  const [why, setWhy, forget] = useKeptText(`known-change.${id}`)
  const remove = useChange(() => api.freshness.removeChange({ id: id ?? '', why: why.trim() }), 'freshness', forget)
  return (
    <Card withBorder component="article" aria-label={text}>
      <Text>
        <b>Từ {sayDay(day)}:</b> {text}
      </Text>
      <Text size="sm">
        {SOURCES[source]}, nhắc trước {remindDays} ngày.
      </Text>
      {topics.length > 0 && (
        <Text size="sm">
          <GuideLinks guides={topics} />
        </Text>
      )}
      {id && isEditor && (
        <Box mt="xs">
          <WithReason
            {...{ why, onWhy: setWhy, isPending: remove.isPending, error: remove.error }}
            words="Bỏ dòng này"
            label="Vì sao bỏ"
            description="Ví dụ: ghi nhầm ngày; việc này đã thôi"
            onSay={() => remove.mutate(undefined)}
          />
        </Box>
      )}
    </Card>
  )
}

const NO_CHANGE = { day: '', text: '', topics: [] as string[], remindDays: 30 }

function NewChange() {
  const guides = useQuery({ queryKey: ['guides', '', 'names'], queryFn: () => api.guides.names() })
  const [{ day, text, topics, remindDays }, write, forget] = useKeptFields('known-change', NO_CHANGE)
  const [sought, setSought] = useState('')
  const all = (guides.data ?? []).filter(({ isInForce }) => isInForce)
  const add = useChange(() => api.freshness.addChange({ day, text, topics, remindDays }), 'freshness', forget)
  const [hasLeft, setLeft] = useState(false)
  // Words that were typed and lead to no guide are not left out in silence.
  const isHanging = hasLeft && sought.trim() !== ''
  const pick = (title: string): void => {
    setLeft(false)
    setSought(title)
    const found = all.find(guide => guide.title === title)
    if (!found) return
    write({ topics: [...new Set([...topics, found.key])] })
    setSought('')
  }
  return (
    <Card withBorder component="section" aria-label="Ghi thay đổi sắp tới">
      <form
        onSubmit={event => {
          event.preventDefault()
          add.mutate(undefined)
        }}
      >
        <Stack gap="sm">
          <Group grow align="flex-start">
            <TextInput
              label="Từ ngày"
              type="date"
              required
              value={day}
              onChange={e => write({ day: e.currentTarget.value })}
            />
            <NumberInput
              label="Nhắc trước (ngày)"
              min={0}
              max={365}
              value={remindDays}
              onChange={value => write({ remindDays: typeof value === 'number' ? value : 30 })}
            />
          </Group>
          <Textarea
            label="Thay đổi gì"
            required
            maxLength={300}
            value={text}
            onChange={e => write({ text: e.currentTarget.value })}
          />
          <TextInput
            label="Hướng dẫn bị ảnh hưởng"
            description="Gõ rồi chọn; có thể chọn nhiều, hoặc để trống"
            list="cac-huong-dan"
            value={sought}
            error={isHanging && 'Chọn một tên trong danh sách hiện ra khi gõ, hoặc xóa chữ này'}
            onBlur={() => setLeft(true)}
            onChange={e => pick(e.currentTarget.value)}
          />
          <datalist id="cac-huong-dan">
            {all.map(({ key, title }) => (
              <option key={key} value={title} />
            ))}
          </datalist>
          {topics.length > 0 && (
            <Group gap="xs">
              {topics.map(key => (
                <Button
                  key={key}
                  size="compact-sm"
                  variant="default"
                  onClick={() => write({ topics: topics.filter(one => one !== key) })}
                >
                  Bỏ “{all.find(guide => guide.key === key)?.title ?? key}”
                </Button>
              ))}
            </Group>
          )}
          <Trouble error={add.error} />
          <Group>
            <Button
              type="submit"
              loading={add.isPending}
              disabled={!day || text.trim().length < 3 || sought.trim() !== ''}
            >
              Ghi vào lịch
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  )
}
