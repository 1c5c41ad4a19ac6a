/** Five outputs from the same fields: what residents get to see and hear. */
import { Card, List, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import {
  composeGroupText,
  composeLoudspeaker,
  composeNoticeMessage,
  composeNoticePage,
  composePoster,
  composeShortLine,
  type NoticeSheet,
  type ShortPart,
} from '../../../shared/notices/index.ts'
import { Facts } from './facts.tsx'
import { PosterSheet } from './poster-sheet.tsx'

const OUTPUTS = [
  { value: 'chat', label: 'Tin nhắn', Shown: Chat },
  { value: 'page', label: 'Trang tin', Shown: PageOfNotice },
  { value: 'poster', label: 'Áp phích', Shown: Poster },
  { value: 'loud', label: 'Loa', Shown: Loudspeaker },
  { value: 'sms', label: 'SMS', Shown: ShortLine },
]

export function Previews({ sheet }: { sheet: NoticeSheet }) {
  const [chosen, setChosen] = useState('chat')
  const output = OUTPUTS.find(({ value }) => value === chosen)
  return (
    <Card withBorder component="section" aria-label="Bà con sẽ thấy">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Bà con sẽ thấy
        </Title>
        <SegmentedControl
          aria-label="Xem trước"
          fullWidth
          value={chosen}
          onChange={setChosen}
          data={OUTPUTS.map(({ value, label }) => ({ value, label }))}
        />
        <section aria-label={`Xem trước: ${output?.label}`}>{output && <output.Shown sheet={sheet} />}</section>
      </Stack>
    </Card>
  )
}

interface Shown {
  sheet: NoticeSheet
}

function Chat({ sheet }: Shown) {
  const { text, buttons } = composeNoticeMessage(sheet)
  return (
    <>
      <Card bg="#e8f1fc">
        <Text className="said">{text}</Text>
        <List mt="sm" listStyleType="none" fw={700} c="#0b4f9e">
          {buttons.map(({ title }) => (
            <List.Item key={title}>{title}</List.Item>
          ))}
        </List>
      </Card>
      <details>
        <summary>Chữ để đưa vào nhóm Zalo của tổ</summary>
        <Text className="said">{composeGroupText(sheet, `${sheet.url}?tu=nhom`)}</Text>
      </details>
    </>
  )
}

function PageOfNotice({ sheet }: Shown) {
  const { title, badge, facts, paragraphs, files, validity, sender, wardName, code } = composeNoticePage(sheet)
  return (
    <Stack gap="xs">
      {badge && <Text fw={700}>{badge}</Text>}
      <Title order={3} size="h4">
        {title}
      </Title>
      <Text>
        {sender}, {wardName}
      </Text>
      <Facts facts={facts} />
      {paragraphs.map(paragraph => (
        <Text key={paragraph}>{paragraph}</Text>
      ))}
      {files.map(file =>
        file.kind === 'picture' ? (
          <img key={file.id} className="notice-picture" src={file.url} alt={file.alt || file.name} />
        ) : (
          <Text key={file.id}>
            Tệp kèm:{' '}
            <a href={file.url} target="_blank" rel="noreferrer">
              {file.alt || file.name}
            </a>
          </Text>
        ),
      )}
      <Text>
        {validity} Mã tin {code}.
      </Text>
    </Stack>
  )
}

function Poster({ sheet }: Shown) {
  const poster = composePoster(sheet, `${sheet.url}?tu=giay`)
  return (
    <>
      <PosterSheet poster={poster} />
      <Text size="sm" mt="xs">
        In được khi tin đã gửi: mã trên tờ giấy lúc đó mới mở ra tin.
      </Text>
    </>
  )
}

function Loudspeaker({ sheet }: Shown) {
  const { lines, seconds } = composeLoudspeaker(sheet)
  return (
    <>
      <List type="ordered" spacing="xs">
        {lines.map(({ words, isTwice }) => (
          <List.Item key={words}>
            {words}
            {isTwice && <b> (đọc hai lần)</b>}
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        Đọc chậm hết khoảng {Math.max(1, Math.round(seconds / 60))} phút.
      </Text>
    </>
  )
}

const PARTS: Record<ShortPart, string> = { place: 'nơi', who: 'ai đến', bring: 'mang theo', phone: 'số hỏi thêm' }

function ShortLine({ sheet }: Shown) {
  const { text, left } = composeShortLine(sheet)
  return (
    <>
      <Text>{text}</Text>
      <Text size="sm" mt="xs">
        {text.length} trong 160 chữ, không dấu.
        {left.length > 0 &&
          ` Không đủ chỗ cho: ${left.map(part => PARTS[part]).join(', ')}. Rút ngắn tên tin hoặc nơi.`}
      </Text>
    </>
  )
}
