/** One page of the desk: its heading, what may be done on it, and the rest. */
import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router-dom'

interface PageProps {
  title: string
  /** Whence one comes: the list that this is one of. */
  back?: { to: string; words: string }
  /** What the page is for, in a sentence. */
  about?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

export function Page({ title, back, about, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    document.title = `${title} · Một Cửa`
  }, [title])
  // Once for each address: a title that changes while somebody types takes nobody away from their field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address alone decides
  useEffect(() => heading.current?.focus({ preventScroll: true }), [pathname])
  return (
    <Stack gap="md">
      <header className="page-head">
        {back && (
          <Anchor component={Link} to={back.to} className="back not-printed" underline="always">
            {back.words}
          </Anchor>
        )}
        <Group justify="space-between" align="center">
          <Title order={1} size="h2" ref={heading} tabIndex={-1} className="page-title">
            {title}
          </Title>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
        {about && <Text className="about">{about}</Text>}
      </header>
      {children}
    </Stack>
  )
}
