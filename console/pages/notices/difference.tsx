/** What a correction changes: the old words struck out, the new ones below them, both named for the ear. */
import { Card, Stack, Text, Title, VisuallyHidden } from '@mantine/core'
import type { Notice } from './wire.ts'

export function Difference({ corrects }: { corrects: NonNullable<Notice['corrects']> }) {
  return (
    <Card withBorder component="section" aria-label="Đính chính">
      <Stack gap="xs">
        <Title order={2} size="h4">
          Đính chính tin {corrects.code}
        </Title>
        <Text>
          {corrects.changes.length === 0
            ? 'Chưa có chỗ nào khác bản trước.'
            : 'Ai đã nhận bản trước sẽ nhận bản này, kèm chỗ khác nhau:'}
        </Text>
        <dl className="facts">
          {corrects.changes.map(({ field, label, before, after }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>
                <VisuallyHidden>Trước:</VisuallyHidden> <del>{before}</del>
              </dd>
              <dd>
                <VisuallyHidden>Nay sửa:</VisuallyHidden> <ins>{after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      </Stack>
    </Card>
  )
}
