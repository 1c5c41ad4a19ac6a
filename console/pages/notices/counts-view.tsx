/** Honest figures: six different things, against the houses that there are. */
import { Card, List, Stack, Text, Title } from '@mantine/core'
import { sayMoment } from '../../ui/index.ts'
import { Facts } from './facts.tsx'
import type { Counts } from './wire.ts'

export function CountsView({ counts }: { counts: Counts }) {
  const { inInbox, reached, opened, failed, unknown, waiting, cancelled, inboxOnly, houses, failures, finishesAt } =
    counts
  const { linkOpenings, answers } = counts
  const missing = houses && Math.max(0, houses.known - houses.joined)
  const facts = [
    ['Đã để trong hộp thư', `${inInbox} người`],
    ['Đã tới máy', `${reached} người`],
    ['Đã mở', `${opened.inChat} trong Zalo · ${opened.inApp} trong ứng dụng`],
    ['Lỗi', `${failed} người`],
    ['Chưa rõ', `${unknown} người`],
    [
      'Chưa có trong danh sách',
      houses ? `${missing} trong ${houses.known} nhà · ${houses.toldAtTheDoor} nhà đã báo tận cửa` : 'chưa biết',
    ],
    ['Sẽ đi', `${answers.goingPeople} người (${answers.going} câu trả lời)`],
    ['Không đi được', `${answers.notGoing} câu trả lời`],
    ['Câu hỏi chờ trả lời', `${answers.openQuestions}`],
    [
      'Mở bằng đường dẫn',
      `${linkOpenings.group} từ nhóm · ${linkOpenings.poster} từ giấy · ${linkOpenings.other} khác`,
    ],
  ]
  return (
    <Card withBorder component="section" aria-label="Đã đến được đâu">
      <Stack gap="xs">
        <Title order={2} size="h4">
          Đã đến được đâu
        </Title>
        <Facts facts={facts.map(([label = '', value = '']) => ({ field: label, label, value }))} />
        {failures.length > 0 && (
          <List size="sm">
            {failures.map(({ words, people }) => (
              <List.Item key={words}>
                {people > 0 && `${people} người: `}
                {words}
              </List.Item>
            ))}
          </List>
        )}
        {unknown > 0 && <Text size="sm">Chưa rõ: không biết đã đến hay chưa; máy không tự gửi lại.</Text>}
        {!houses && <Text size="sm">Chưa nhập danh sách số nhà ở đây, nên chưa biết còn nhà nào chưa có ai nhận.</Text>}
        {waiting > 0 && (
          <Text role="status">
            Còn {waiting} người đang chờ gửi{finishesAt && `, xong khoảng ${sayMoment(finishesAt)}`}.
          </Text>
        )}
        {inboxOnly > 0 && <Text>{inboxOnly} người chỉ có trong hộp thư, điện thoại không báo.</Text>}
        {cancelled > 0 && <Text>{cancelled} người chưa gửi thì tin đã dừng.</Text>}
        <Text size="sm">Một người có thể mở cả hai nơi. Không ai biết người nào, lúc nào.</Text>
      </Stack>
    </Card>
  )
}
