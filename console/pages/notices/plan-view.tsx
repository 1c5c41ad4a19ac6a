/** Told before anything is sent: who gets it by which way, who does not and why, until when, at what cost. */
import { Alert, Card, Stack, Text, Title } from '@mantine/core'
import { channelNames, noPushNames } from '../../../shared/notices/index.ts'
import { sayMoment } from '../../ui/index.ts'
import { Facts } from './facts.tsx'
import type { Plan } from './wire.ts'

export function PlanView({ plan }: { plan: Plan }) {
  const { audience, channels, inboxOnly, quiet, finishesAt, isTooSlow, quotas, houses, mayRepeat } = plan
  const dong = channels.reduce((sum, one) => sum + one.dong, 0)
  const missing = houses.known - houses.joined
  return (
    <Card withBorder component="section" aria-label="Ai sẽ nhận">
      <Stack gap="xs">
        <Title order={2} size="h4">
          Ai sẽ nhận
        </Title>
        {audience === 0 ? (
          <Alert
            variant="outline"
            color="yellow"
            title="Chưa có ai ghi tên ở nơi này nên tin chưa gửi được cho ai. Dán mã của tổ ở nhà văn hóa để bà con quét."
          />
        ) : (
          <Text>
            <b>{audience} người</b> trong danh sách: tin được để trong hộp thư của tất cả.
          </Text>
        )}
        <Facts
          facts={channels.map(({ channel, people, dong: cost }) => ({
            field: channel,
            label: channelNames[channel],
            value: `${people} người${cost > 0 ? ` · ${sayDong(cost)}` : ''}`,
          }))}
        />
        {inboxOnly.length > 0 && (
          <>
            <Text fw={700}>Chỉ có trong hộp thư, điện thoại không báo</Text>
            <Facts
              facts={inboxOnly.map(({ reason, people }) => ({
                field: reason,
                label: noPushNames[reason],
                value: `${people} người`,
              }))}
            />
          </>
        )}
        <Text>{sayHouses(houses.known, missing)}</Text>
        {quiet.people > 0 && (
          <Text>
            {quiet.people} người đang trong giờ nghỉ{quiet.until && `: nhận sau ${sayMoment(quiet.until)}`}.
          </Text>
        )}
        {finishesAt && <Text>Gửi xong khoảng {sayMoment(finishesAt)}.</Text>}
        {isTooSlow && (
          <Alert
            variant="outline"
            color="yellow"
            title="Không kịp gửi hết trước hạn của tin. Lùi hạn, hoặc gửi sớm hơn."
          />
        )}
        <Text>{dong > 0 ? `Tốn ${sayDong(dong)}.` : 'Không tốn tiền.'}</Text>
        {quotas.map(({ channel, period, limit, left }) => (
          <Text key={channel + period}>
            {channelNames[channel]}: còn {left} trong {limit} lượt của {period === 'day' ? 'hôm nay' : 'tháng này'}.
          </Text>
        ))}
        {mayRepeat && <Text>Tin khẩn cấp: thà có người nhận hai lần còn hơn sót.</Text>}
      </Stack>
    </Card>
  )
}

function sayDong(dong: number): string {
  return `${dong.toLocaleString('vi-VN')} đồng`
}

function sayHouses(known: number, missing: number): string {
  if (known === 0) return 'Chưa nhập danh sách số nhà ở đây, nên chưa biết còn nhà nào chưa có ai nhận.'
  return missing > 0
    ? `${missing} trong ${known} nhà chưa có ai trong danh sách: phải đến tận nhà.`
    : `Cả ${known} nhà đều có người nhận.`
}
