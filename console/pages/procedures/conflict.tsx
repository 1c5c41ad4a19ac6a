/** Somebody saved while words were typed here: what each changed, and whose words are to hold. */
import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { fieldNames } from '../../../shared/guide-form/index.ts'
import { compareGuides, mergeGuides } from '../../../shared/guides/index.ts'
import { sayName } from '../../ui/index.ts'
import { ChangeList } from './change-list.tsx'
import type { Draft } from './words.ts'

type Content = Draft['content']

export interface Clash {
  /** What both began from. */
  base: Content
  mine: Content
  theirs: Draft
}

export function Conflict({
  clash: { base, mine, theirs },
  onChoose,
}: {
  clash: Clash
  /** @param content what is to hold @param isMine false: the words typed here are given up */
  onChoose: (content: Content, isMine: boolean) => void
}) {
  const [kept, setKept] = useState<string[]>([])
  const name = sayName(theirs.editedBy)
  const { merged, conflicts } = mergeGuides(base, mine, theirs.content, kept)
  const own = mergeGuides(base, mine, theirs.content).merged
  const only = (field: string, of: Content): Content => ({ ...theirs.content, [field]: of[field as keyof Content] })
  return (
    <Alert
      role="alert"
      variant="outline"
      color="yellow"
      c="black"
      title={`${name} vừa lưu bản mới hơn. Chữ của hai bên đều còn; chọn rồi lưu tiếp.`}
    >
      <Stack gap="sm">
        <Text fw={600}>Chỗ {name} đã sửa</Text>
        <ChangeList changes={compareGuides(base, theirs.content)} nothing="Không đổi chữ nào." />
        <Text fw={600}>Chỗ sửa ở máy này mà {name} không đụng tới (được giữ)</Text>
        <ChangeList changes={compareGuides(theirs.content, own)} nothing="Không có." />
        {conflicts.map(field => (
          <Radio.Group
            key={field}
            label={`Cả hai cùng sửa: ${fieldNames[field] ?? field}`}
            value={kept.includes(field) ? 'mine' : 'theirs'}
            onChange={value => setKept(value === 'mine' ? [...kept, field] : kept.filter(one => one !== field))}
          >
            <ChangeList changes={compareGuides(theirs.content, only(field, mine))} nothing="Như nhau." />
            <Group mt="xs">
              <Radio value="theirs" label={`Lấy chữ của ${name}`} />
              <Radio value="mine" label="Lấy chữ của tôi" />
            </Group>
          </Radio.Group>
        ))}
        <Group>
          <Button onClick={() => onChoose(merged, true)}>Ghép như đã chọn</Button>
          <Button variant="default" onClick={() => onChoose(theirs.content, false)}>
            Bỏ chữ của tôi, lấy bản của {name}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
