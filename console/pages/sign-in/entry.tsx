/** A door of the desk: one card in the middle of the page. */
import { Card, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'

export function Entry({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Một Cửa`
  }, [title])
  return (
    <main className="entry">
      <Card withBorder padding="lg">
        <Stack gap="md">
          <div>
            <Text fw={700} c="brand.7">
              Một Cửa · Bàn làm việc của cán bộ
            </Text>
            <Title order={1} size="h2">
              {title}
            </Title>
          </div>
          {children}
        </Stack>
      </Card>
    </main>
  )
}
