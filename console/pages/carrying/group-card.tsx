/** One group: can it be posted in, what it rests on, whose it is. */
import { Anchor, Badge, Button, Card, Group, List, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { obstacleWords, postStateWords, sayProduct } from '../../../shared/carrying/index.ts'
import { api } from '../../api/index.ts'
import { Dialog, sayMoment, Trouble } from '../../ui/index.ts'
import { Facts } from '../notices/facts.tsx'
import { useChange } from '../staff/use-change.ts'
import { LinkGroup } from './link-group.tsx'
import { type OaGroup, sayZaloDay } from './wire.ts'

export function GroupCard({ group }: { group: OaGroup }) {
  const [open, setOpen] = useState<'link' | 'unlink' | null>(null)
  const { name, area, obstacles, link } = group
  const standing = area === null ? 'Chưa gắn' : obstacles.length > 0 ? 'Chưa đăng được' : 'Đăng được'
  return (
    <Card withBorder component="article" aria-label={name}>
      <Stack gap="xs">
        <Group justify="space-between" align="start">
          <Title order={3} size="h4">
            {name}
          </Title>
          <Badge variant="outline" color={standing === 'Đăng được' ? '#14532d' : '#6b4200'} size="lg" tt="none">
            {standing}
          </Badge>
        </Group>
        <Text>{area ? `Của ${area.name}` : 'Chưa của địa bàn nào: không tin nào được đăng vào nhóm này.'}</Text>
        {obstacles.length > 0 && (
          <List>
            {obstacles.map(obstacle => (
              <List.Item key={obstacle}>{obstacleWords[obstacle]}</List.Item>
            ))}
          </List>
        )}
        <Facts facts={factsOf(group)} />
        {link && (
          <Anchor href={link} target="_blank" rel="noreferrer" underline="always">
            Mở nhóm trong Zalo
          </Anchor>
        )}
        <Group>
          <Button variant={area ? 'default' : 'filled'} onClick={() => setOpen('link')}>
            {area ? 'Đổi địa bàn' : 'Gắn cho một địa bàn'}
          </Button>
          {area && (
            <Button variant="default" onClick={() => setOpen('unlink')}>
              Thôi gắn
            </Button>
          )}
        </Group>
      </Stack>
      {open === 'link' && <LinkGroup group={group} onClose={() => setOpen(null)} />}
      {open === 'unlink' && <Unlink group={group} onClose={() => setOpen(null)} />}
    </Card>
  )
}

function factsOf({ members, mostMembers, product, validThrough, renewsItself, ...group }: OaGroup) {
  const { dissolvesOn, onlyOaWrites, lastPost } = group
  const fact = (label: string, value: string | null) => (value === null ? [] : [{ field: label, label, value }])
  return [
    ...fact(
      'Người trong nhóm',
      members === null ? null : `${members}${mostMembers ? ` trong ${mostMembers} chỗ` : ''}`,
    ),
    ...fact('Suất nhóm', product && sayProduct(product)),
    ...fact(
      'Dùng đến',
      validThrough && `${sayZaloDay(validThrough)}${renewsItself ? ', tự gia hạn' : ', không tự gia hạn'}`,
    ),
    ...fact('Không gia hạn thì mất nhóm', renewsItself ? null : dissolvesOn && sayZaloDay(dissolvesOn)),
    ...fact(
      'Ai viết được',
      onlyOaWrites === null ? null : onlyOaWrites ? 'Chỉ Zalo của phường và trưởng nhóm' : 'Mọi người trong nhóm',
    ),
    ...fact('Lần đăng gần nhất', lastPost && `${sayMoment(lastPost.at)}, ${postStateWords[lastPost.state]}`),
  ]
}

function Unlink({ group: { id, name, area }, onClose }: { group: OaGroup; onClose: () => void }) {
  const unlink = useChange(() => api.carrying.groups.unlink({ group: id }), 'oa-groups', onClose)
  return (
    <Dialog title={`Thôi gắn ${name}?`} onClose={onClose}>
      <Stack gap="sm">
        <Text>
          Từ nay thông báo của {area?.name} không đăng vào nhóm này; bà con trong nhóm được báo từng người. Nhóm vẫn còn
          ở Zalo.
        </Text>
        <Trouble error={unlink.error} />
        <Group>
          <Button loading={unlink.isPending} onClick={() => unlink.mutate(undefined)}>
            Thôi gắn
          </Button>
          <Button variant="default" onClick={onClose}>
            Để vậy
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
