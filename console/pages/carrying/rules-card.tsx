/** By which ways, best first; at which hours nobody is woken; how much may be spent. */
import { Button, Card, Checkbox, Group, NumberInput, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { channelWords } from '../../../shared/carrying/index.ts'
import { api } from '../../api/index.ts'
import { Answered, Trouble, useKeptText } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import type { Area, Rules, Setting } from './wire.ts'

type Channel = Rules['channels'][number]
const ALL = Object.keys(channelWords) as Channel[]

export function RulesCard({ area }: { area: Area }) {
  const setting = useQuery({
    queryKey: ['carrying', area.code],
    queryFn: () => api.carrying.rules.read({ area: area.code }),
  })
  return (
    <Card withBorder component="section" aria-labelledby="cach-bao">
      <Title order={2} size="h3" id="cach-bao">
        Cách báo và giờ báo
      </Title>
      <Answered query={setting}>
        {found => <Editor key={JSON.stringify(rulesOf(found))} area={area} setting={found} />}
      </Answered>
    </Card>
  )
}

function rulesOf({ channels, quiet, paidPerMonth, templatesPerMonth, articlesPerMonth }: Rules): Rules {
  return { channels, quiet, paidPerMonth, templatesPerMonth, articlesPerMonth }
}

function Editor({ area, setting }: { area: Area; setting: Setting }) {
  const [kept, setKept, forget] = useKeptText(`carrying.${area.code}`)
  const rules = kept === '' ? rulesOf(setting) : (JSON.parse(kept) as Rules)
  const change = (part: Partial<Rules>) => setKept(JSON.stringify({ ...rules, ...part }))
  const save = useChange(() => api.carrying.rules.write({ area: area.code, rules }), 'carrying', forget)
  const drop = useChange(() => api.carrying.rules.drop({ area: area.code }), 'carrying', forget)
  const isOwn = setting.setAt?.code === area.code
  return (
    <Stack gap="sm" mt="sm">
      <Text>
        {isOwn
          ? `${area.name} có cách gửi riêng.`
          : `${area.name} đang theo cách gửi ${setting.setAt ? `của ${setting.setAt.name}` : 'có sẵn của máy'}.`}
      </Text>
      <Channels channels={rules.channels} onChange={channels => change({ channels })} />
      <Quiet quiet={rules.quiet} onChange={quiet => change({ quiet })} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {(
          [
            ['articlesPerMonth', 'Bài viết một tháng'],
            ['paidPerMonth', 'Tin chat trả tiền một tháng'],
            ['templatesPerMonth', 'Tin mẫu một tháng'],
          ] as const
        ).map(([name, label]) => (
          <NumberInput
            key={name}
            label={label}
            min={0}
            max={1_000_000}
            allowDecimal={false}
            thousandSeparator="."
            decimalSeparator=","
            value={rules[name]}
            onChange={value => change({ [name]: Math.max(0, Number(value) || 0) })}
          />
        ))}
      </SimpleGrid>
      <Text size="sm">
        Đã dùng {setting.templatesUsed.toLocaleString('vi-VN')} tin mẫu trong tháng này. Số 0 là không dùng cách đó.
      </Text>
      <Trouble error={save.error ?? drop.error} />
      {kept === '' && save.isSuccess && <Text role="status">Đã lưu.</Text>}
      <Group>
        <Button
          disabled={kept === '' || rules.channels.length === 0}
          loading={save.isPending}
          onClick={() => save.mutate(undefined)}
        >
          Lưu cách gửi
        </Button>
        {kept !== '' && (
          <Button variant="default" onClick={forget}>
            Bỏ thay đổi
          </Button>
        )}
        {isOwn && area.level === 'neighbourhood' && (
          <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate(undefined)}>
            Theo lại cách gửi của phường
          </Button>
        )}
      </Group>
    </Stack>
  )
}

/** What is used stands first, in its order; what is not is below and can be taken up. */
function Channels({ channels, onChange }: { channels: Channel[]; onChange: (channels: Channel[]) => void }) {
  const rest = ALL.filter(channel => !channels.includes(channel))
  const up = (at: number) => {
    const next = [...channels]
    const [moved] = next.splice(at, 1)
    if (moved) next.splice(at - 1, 0, moved)
    onChange(next)
  }
  return (
    <Stack gap={6} component="fieldset">
      <legend>Thứ tự cách báo</legend>
      <Text size="sm">Thử lần lượt từ trên xuống; mỗi người được báo bằng cách đầu tiên dùng được.</Text>
      {channels.map((channel, at) => (
        <Group key={channel} justify="space-between" wrap="nowrap">
          <Checkbox
            checked
            label={`${at + 1}. ${channelWords[channel]}`}
            onChange={() => onChange(channels.filter(one => one !== channel))}
          />
          {at > 0 && (
            <Button
              size="compact-md"
              flex="none"
              variant="default"
              aria-label={`Đưa lên: ${channelWords[channel]}`}
              onClick={() => up(at)}
            >
              Đưa lên
            </Button>
          )}
        </Group>
      ))}
      {rest.map(channel => (
        <Checkbox
          key={channel}
          checked={false}
          label={channelWords[channel]}
          onChange={() => onChange([...channels, channel])}
        />
      ))}
    </Stack>
  )
}

const USUAL = { from: 21 * 60, until: 6 * 60 + 30 }
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function minuteOf(text: string): number | null {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(text) ?? []
  return hour === undefined ? null : Number(hour) * 60 + Number(minute)
}

function Quiet({ quiet, onChange }: { quiet: Rules['quiet']; onChange: (quiet: Rules['quiet']) => void }) {
  return (
    <>
      <Checkbox
        label="Có giờ nghỉ, không báo ai trừ tin khẩn cấp"
        checked={quiet !== null}
        onChange={event => onChange(event.currentTarget.checked ? USUAL : null)}
      />
      {quiet && (
        <Group grow align="end">
          {(
            [
              ['from', 'Nghỉ từ'],
              ['until', 'Đến'],
            ] as const
          ).map(([name, label]) => (
            <TextInput
              key={name}
              label={label}
              type="time"
              value={clock(quiet[name])}
              onChange={event => {
                const minute = minuteOf(event.currentTarget.value)
                if (minute !== null) onChange({ ...quiet, [name]: minute })
              }}
            />
          ))}
        </Group>
      )}
    </>
  )
}
