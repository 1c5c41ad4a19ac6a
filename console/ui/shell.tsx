/** The frame around every page: who is signed in, where one may go. */
import { Anchor, AppShell, Box, Burger, Button, Group, NavLink, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type ReactNode, useEffect } from 'react'
import { Link, useLocation } from 'react-router-dom'
import type { Me } from '../api/index.ts'

export interface MenuItem {
  path: string
  title: string
}

export function Shell({
  me,
  menu,
  onSignOut,
  children,
}: {
  me: Me
  menu: MenuItem[]
  onSignOut: () => void
  children: ReactNode
}) {
  const [isOpen, { toggle, close }] = useDisclosure()
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when another page is opened
  useEffect(close, [pathname])
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
      transitionDuration={0}
    >
      <AppShell.Header className="bar" px="md">
        <Anchor className="skip" href="#noi-dung">
          Tới nội dung chính
        </Anchor>
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              color="white"
              aria-label={isOpen ? 'Đóng danh mục' : 'Mở danh mục'}
              aria-expanded={isOpen}
            />
            <Text component={Link} to="/" fw={700} className="brand">
              Một Cửa
            </Text>
          </Group>
          <Group gap="sm" wrap="nowrap">
            <Anchor component={Link} to="/tai-khoan" className="on-bar" visibleFrom="xs">
              {me.person?.name}
            </Anchor>
            <Button size="compact-md" variant="white" onClick={onSignOut}>
              Đăng xuất
            </Button>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label="Danh mục">
        {menu.map(({ path, title }) => {
          const isHere = pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))
          return (
            <NavLink
              key={path}
              component={Link}
              to={path}
              label={title}
              active={isHere}
              aria-current={isHere ? 'page' : undefined}
            />
          )
        })}
      </AppShell.Navbar>
      <AppShell.Main id="noi-dung" tabIndex={-1}>
        <Box maw={1120} mx="auto">
          {children}
        </Box>
      </AppShell.Main>
    </AppShell>
  )
}
