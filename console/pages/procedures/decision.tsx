/** Handing in, and what the second person decides. */
import { Button, Card, Checkbox, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { sayDay, sayName, Trouble, useKeptText } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import { Check, useCheck } from './check.tsx'
import type { Draft } from './words.ts'

const ENOUGH = 3

/** @param isSaved false: words are on their way still, and would be left behind */
export function Decision({ draft, isSaved }: { draft: Draft; isSaved: boolean }) {
  const { id, version, state, mayApprove, isRetirement } = draft
  const me = useMe()
  const [why, setWhy, forgetWhy] = useKeptText(`decision.${id}.${state}`)
  const [isAlone, setAlone] = useState(false)
  const [seen, setSeen] = useState<string[]>([])
  const [lossWhy, setLossWhy, forgetLossWhy] = useKeptText(`loss.${id}`)
  const said = why.trim()
  const at = { id, version, why: said }
  const isReviewer = me.data !== undefined && mayOpen(me.data, 'reviewer')
  const isWaiting = state === 'submitted'
  const check = useCheck(draft, isWaiting && isReviewer)
  const changed = check.data?.changed ?? []
  const confirmed = changed
    .filter(one => seen.includes(one.id))
    .map(({ id: example, after }) => ({ id: example, after }))
  const forget = () => {
    forgetWhy()
    forgetLossWhy()
  }
  const submit = useChange(() => api.guides.submit(at), 'guides', forget)
  const giveBack = useChange(() => api.guides.giveBack(at), 'guides', forget)
  const discard = useChange(() => api.guides.discard(at), 'guides', forget)
  const withdraw = useChange(() => api.guides.discard({ id, version, why: 'rút lại đề nghị ngừng' }), 'guides', forget)
  const approve = useChange(
    () =>
      api.guides.approve({
        ...{ id, version, why: said || null, isAlone, confirmed },
        lossWhy: lossWhy.trim() || null,
      }),
    'guides',
    forget,
  )
  if (!me.data || !mayOpen(me.data, 'editor')) return null
  const isShort = said.length < ENOUGH || !isSaved
  const isTried =
    check.data !== undefined &&
    confirmed.length === changed.length &&
    (check.data.lostCount === 0 || lossWhy.trim().length >= ENOUGH)
  const title = isRetirement ? 'Duyệt việc ngừng dùng' : isWaiting ? 'Duyệt' : 'Gửi duyệt'
  return (
    <Card withBorder component="section" aria-label={title}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        {isWaiting && (
          <Text>
            {sayName(draft.submittedBy ?? '')} {isRetirement ? 'đề nghị ngừng hướng dẫn này' : 'gửi'}: “{draft.why}”.{' '}
            {sayDays(draft)}
          </Text>
        )}
        {isWaiting && !mayApprove && (
          <Text>Bản này do chính tài khoản này viết hoặc gửi: cần một người duyệt khác.</Text>
        )}
        {isWaiting && !isReviewer && <Text>Đang chờ người duyệt.</Text>}
        {isWaiting && isReviewer && (
          <Check check={check} seen={seen} onSeen={setSeen} lossWhy={lossWhy} onLossWhy={setLossWhy} />
        )}
        {(!isWaiting || isReviewer) && (
          <Textarea
            label={isWaiting ? 'Lời của người duyệt' : 'Sửa gì, vì sao'}
            description={
              isWaiting ? 'Bắt buộc khi trả lại hoặc tự đăng' : 'Bắt buộc; người duyệt và những người sau đọc lời này'
            }
            autosize
            minRows={2}
            maxLength={500}
            value={why}
            onChange={event => setWhy(event.currentTarget.value)}
          />
        )}
        {isWaiting && isReviewer && !mayApprove && (
          <Checkbox
            label="Khẩn cấp, không có ai duyệt: tôi tự đăng, việc này được báo cho mọi người phụ trách"
            checked={isAlone}
            onChange={event => setAlone(event.currentTarget.checked)}
          />
        )}
        <Trouble error={submit.error ?? giveBack.error ?? approve.error ?? discard.error ?? withdraw.error} />
        <Group>
          {!isWaiting && (
            <>
              <Button onClick={() => submit.mutate(undefined)} loading={submit.isPending} disabled={isShort}>
                Gửi duyệt
              </Button>
              <Button variant="default" onClick={() => discard.mutate(undefined)} disabled={isShort}>
                Bỏ bản nháp
              </Button>
            </>
          )}
          {isWaiting && isReviewer && (
            <>
              <Button
                onClick={() => approve.mutate(undefined)}
                loading={approve.isPending}
                disabled={!isTried || (!mayApprove && (!isAlone || isShort))}
              >
                {sayApproval(draft)}
              </Button>
              <Button variant="default" onClick={() => giveBack.mutate(undefined)} disabled={isShort}>
                {isRetirement ? 'Không ngừng' : 'Trả lại'}
              </Button>
            </>
          )}
          {isRetirement && isWaiting && !isReviewer && (
            <Button variant="default" onClick={() => withdraw.mutate(undefined)} loading={withdraw.isPending}>
              Rút lại
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  )
}

function sayDays({ effectiveFrom, effectiveUntil }: Draft): string {
  const from = effectiveFrom && `từ ${sayDay(effectiveFrom)}`
  const until = effectiveUntil && `đến hết ${sayDay(effectiveUntil)}`
  return from || until ? `Có hiệu lực ${[from, until].filter(Boolean).join(', ')}.` : ''
}

/** What is agreed to for a day to come is not published today. */
function sayApproval({ isRetirement, effectiveFrom }: Draft): string {
  if (isRetirement) return 'Duyệt và ngừng'
  return effectiveFrom && effectiveFrom > vietnamDay(new Date())
    ? `Duyệt, đăng ngày ${sayDay(effectiveFrom)}`
    : 'Duyệt và đăng'
}
