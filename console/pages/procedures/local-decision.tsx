/** A local part on its way: handed in, agreed to by a second person, or given back. */
import { Button, Card, Group, List, Stack, Text, Textarea, Title } from '@mantine/core'
import { localFields, localNames, wordLocalFact } from '../../../shared/local-parts/index.ts'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { sayName, Trouble, useKeptText } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import type { LocalView } from './words.ts'

const ENOUGH = 3

export function LocalDecision({
  guideKey: key,
  view: { area, own, inherited },
  part,
}: {
  guideKey: string
  view: LocalView
  part: NonNullable<LocalView['open']>
}) {
  const me = useMe()
  const { version, state, facts, mayApprove } = part
  const [why, setWhy, forget] = useKeptText(`local-decision.${part.id}.${state}`)
  const said = why.trim()
  const at = { key, area: area.code, version, why: said }
  const submit = useChange(() => api.localParts.submit(at), 'local-parts', forget)
  const discard = useChange(() => api.localParts.discard(at), 'local-parts', forget)
  const giveBack = useChange(() => api.localParts.giveBack(at), 'local-parts', forget)
  const approve = useChange(() => api.localParts.approve({ ...at, why: said || null }), 'local-parts', forget)
  if (!me.data || !mayOpen(me.data, 'editor')) return null
  const isReviewer = mayOpen(me.data, 'reviewer')
  const isWaiting = state === 'submitted'
  const isShort = said.length < ENOUGH
  const changes = localFields.flatMap(field => {
    const [mine, now] = [facts[field], own?.facts[field] ?? null]
    const [after, before] = [
      mine && `${wordLocalFact(field, mine)} (theo ${mine.source})`,
      now && wordLocalFact(field, now),
    ]
    const above = inherited?.[field]
    const otherwise = above ? `như ${above.area}: ${wordLocalFact(field, above)}` : 'như chung'
    return before === (mine && wordLocalFact(field, mine)) && mine?.source === now?.source
      ? []
      : [{ field, before: before ?? otherwise, after: after ?? otherwise }]
  })
  return (
    <Card withBorder component="section" aria-label={isWaiting ? 'Duyệt phần riêng' : 'Gửi duyệt phần riêng'}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {isWaiting ? 'Duyệt phần riêng' : 'Gửi duyệt phần riêng'}
        </Title>
        {isWaiting && (
          <Text>
            {sayName(part.submittedBy ?? '')} gửi: “{part.why}”.
          </Text>
        )}
        <List spacing="xs">
          {changes.map(({ field, before, after }) => (
            <List.Item key={field}>
              <b>{localNames[field]}:</b> <del>{before}</del> <ins>{after}</ins>
            </List.Item>
          ))}
        </List>
        {changes.length === 0 && <Text>Chưa khác gì bản đang dùng.</Text>}
        {isWaiting && !mayApprove && (
          <Text>Phần này do chính tài khoản này viết hoặc gửi: cần một người duyệt khác.</Text>
        )}
        {isWaiting && !isReviewer && <Text>Đang chờ người duyệt.</Text>}
        {(!isWaiting || isReviewer) && (
          <Textarea
            label={isWaiting ? 'Lời của người duyệt' : 'Sửa gì, vì sao'}
            description={isWaiting ? 'Bắt buộc khi trả lại' : 'Bắt buộc; người duyệt và những người sau đọc lời này'}
            autosize
            minRows={2}
            maxLength={500}
            value={why}
            onChange={event => setWhy(event.currentTarget.value)}
          />
        )}
        <Trouble error={submit.error ?? discard.error ?? giveBack.error ?? approve.error} />
        <Group>
          {!isWaiting && (
            <>
              <Button
                onClick={() => submit.mutate(undefined)}
                loading={submit.isPending}
                disabled={isShort || changes.length === 0}
              >
                Gửi duyệt
              </Button>
              <Button variant="default" onClick={() => discard.mutate(undefined)} disabled={isShort}>
                Bỏ bản nháp
              </Button>
            </>
          )}
          {isWaiting && isReviewer && (
            <>
              <Button onClick={() => approve.mutate(undefined)} loading={approve.isPending} disabled={!mayApprove}>
                Duyệt và dùng
              </Button>
              <Button variant="default" onClick={() => giveBack.mutate(undefined)} disabled={isShort}>
                Trả lại
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Card>
  )
}
