/** One kind of work that waits: how much, what it is, and the way to it. */
import { Anchor, Badge, Button, Card, Group, Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'

interface TodayCardProps {
  title: string
  /** How much waits; none is not shown. */
  count?: number
  /** Where it is done. What somebody waits for at the other end is a button. */
  way?: { to: string; words: string; isPressing?: boolean }
  children: ReactNode
}

export function TodayCard({ title, count = 0, way, children }: TodayCardProps) {
  return (
    <Card withBorder component="section" aria-label={title} className="today">
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h4">
            {title}
          </Title>
          {count > 0 && (
            <Badge circle={count < 100} size="xl" aria-hidden>
              {count}
            </Badge>
          )}
        </Group>
        {children}
        {way?.isPressing && (
          <Button component={Link} to={way.to}>
            {way.words}
          </Button>
        )}
        {way && !way.isPressing && (
          <Anchor component={Link} to={way.to} underline="always">
            {way.words}
          </Anchor>
        )}
      </Stack>
    </Card>
  )
}
