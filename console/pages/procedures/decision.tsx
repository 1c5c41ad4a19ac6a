/** Handing in, and what the second person decides. */
import { Button, Card, Checkbox, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { Trouble } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import type { Draft } from './words.ts'

const ENOUGH = 3

/** @param isSaved false: words are on their way still, and would be left behind */
export function Decision({ draft, isSaved }: { draft: Draft; isSaved: boolean }) {
  const { id, version, state, mayApprove } = draft
  const me = useMe()
  const [why, setWhy] = useState('')
  const [isAlone, setAlone] = useState(false)
  const said = why.trim()
  const at = { id, version, why: said }
  const submit = useChange(() => api.guides.submit(at), 'guides')
  const giveBack = useChange(() => api.guides.giveBack(at), 'guides')
  const discard = useChange(() => api.guides.discard(at), 'guides')
  const approve = useChange(() => api.guides.approve({ id, version, why: said || null, isAlone }), 'guides')
  if (!me.data || !mayOpen(me.data, 'editor')) return null
  const isReviewer = mayOpen(me.data, 'reviewer')
  const isWaiting = state === 'submitted'
  const isShort = said.length < ENOUGH || !isSaved
  return (
    <Card withBorder component="section" aria-label={isWaiting ? 'Duyệt' : 'Gửi duyệt'}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {isWaiting ? 'Duyệt' : 'Gửi duyệt'}
        </Title>
        {isWaiting && (
          <Text>
            {draft.submittedBy} gửi: “{draft.why}”. {draft.effectiveFrom && 'Có hiệu lực theo ngày đã ghi.'}
          </Text>
        )}
        {isWaiting && !mayApprove && (
          <Text>Bản này do chính tài khoản này viết hoặc gửi: cần một người duyệt khác.</Text>
        )}
        {isWaiting && !isReviewer && <Text>Đang chờ người duyệt.</Text>}
        {(!isWaiting || isReviewer) && (
          <Textarea
            label={isWaiting ? 'Lời của người duyệt' : 'Sửa gì, vì sao'}
            description={isWaiting ? 'Bắt buộc khi trả lại hoặc tự đăng' : 'Người duyệt và những người sau đọc lời này'}
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
        <Trouble error={submit.error ?? giveBack.error ?? approve.error ?? discard.error} />
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
                disabled={!mayApprove && (!isAlone || isShort)}
              >
                Duyệt và đăng
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
