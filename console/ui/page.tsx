/** One page of the desk: its heading, what may be done on it, and the rest. */
import { Group, Stack, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'

export function Page({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
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
      <Group justify="space-between" align="center">
        <Title order={1} size="h2" ref={heading} tabIndex={-1} className="page-title">
          {title}
        </Title>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  )
}
