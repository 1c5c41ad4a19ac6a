/** Asking for a guide to be taken out of use; a second person agrees to it as to a draft. */
import { Button, Card, Stack, Text, Textarea, Title } from '@mantine/core'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { Trouble, useKeptText } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { useChange } from '../staff/use-change.ts'
import type { Guide } from './words.ts'

export function Retire({ guide: { key, revision, draft } }: { guide: Guide }) {
  const me = useMe()
  const [why, setWhy, forget] = useKeptText(`retire.${key}`)
  const ask = useChange(() => api.guides.retire({ key, revision: revision ?? 0, why: why.trim() }), 'guides', forget)
  if (revision === null || !me.data || !mayOpen(me.data, 'editor')) return null
  return (
    <Card withBorder component="section" aria-label="Ngừng dùng">
      <Title order={2} size="h4" mb="sm">
        Ngừng dùng
      </Title>
      {draft ? (
        <Text>
          {draft.isRetirement ? 'Đã đề nghị ngừng, chờ người duyệt.' : 'Đang có bản nháp. Đăng hoặc bỏ bản nháp trước.'}
        </Text>
      ) : (
        <form onSubmit={submitting(() => ask.mutate(undefined))}>
          <Stack gap="sm">
            <Textarea
              label="Vì sao ngừng hướng dẫn này"
              description="Bà con vẫn đọc cho tới khi một người khác duyệt; các bản cũ được giữ lại"
              autosize
              minRows={2}
              maxLength={500}
              value={why}
              onChange={event => setWhy(event.currentTarget.value)}
            />
            <Trouble error={ask.error} />
            <div>
              <Button type="submit" variant="default" loading={ask.isPending} disabled={why.trim().length < 3}>
                Đề nghị ngừng
              </Button>
            </div>
          </Stack>
        </form>
      )}
    </Card>
  )
}
