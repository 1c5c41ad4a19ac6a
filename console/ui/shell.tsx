/** The frame around every page: whose desk it is, who is signed in, where one may go. */
import { Anchor, AppShell, Box, Burger, Button, Group, NavLink, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type ReactNode, useEffect, useId } from 'react'
import { Link, useLocation } from 'react-router-dom'
import type { Me } from '../api/index.ts'

const ACCOUNT = '/tai-khoan'

interface MenuPart {
  title: string | null
  items: { path: string; title: string }[]
}

export function Shell({
  me,
  menu,
  onSignOut,
  children,
}: {
  me: Me
  menu: MenuPart[]
  onSignOut: () => void
  children: ReactNode
}) {
  const [isOpen, { toggle, close }] = useDisclosure()
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when another page is opened
  useEffect(close, [pathname])
  const here = findHere(menu, pathname)
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
          <Group gap="sm" wrap="nowrap" className="bar-left">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              color="white"
              aria-label={isOpen ? 'Đóng danh mục' : 'Mở danh mục'}
              aria-expanded={isOpen}
            />
            <Text component={Link} to="/" fw={700} size="lg" className="brand">
              Một Cửa
            </Text>
            {me.roles[0] && (
              <Text span className="on-bar bar-place">
                {me.roles[0].areaName}
              </Text>
            )}
          </Group>
          <Group gap="sm" wrap="nowrap">
            <Anchor
              component={Link}
              to={ACCOUNT}
              className="on-bar"
              visibleFrom="sm"
              aria-current={pathname === ACCOUNT ? 'page' : undefined}
            >
              {me.person?.name}
            </Anchor>
            <Button size="compact-md" variant="white" onClick={onSignOut}>
              Đăng xuất
            </Button>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label="Danh mục" className="menu">
        {menu.map(part => (
          <Part key={part.items[0]?.path} part={part} here={here} />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="noi-dung" tabIndex={-1}>
        <Box maw={1120} mx="auto">
          {children}
        </Box>
      </AppShell.Main>
    </AppShell>
  )
}

function Part({ part: { title, items }, here }: { part: MenuPart; here: string | null }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: links of the menu, not fields of a form
    <div role="group" aria-labelledby={title ? id : undefined} aria-label={title ? undefined : items[0]?.title}>
      {title && (
        <p id={id} className="menu-title">
          {title}
        </p>
      )}
      {items.map(item => (
        <NavLink
          key={item.path}
          component={Link}
          to={item.path}
          label={item.title}
          active={item.path === here}
          aria-current={item.path === here ? 'page' : undefined}
          // On a wide screen the name at the top leads there.
          {...(item.path === ACCOUNT && { hiddenFrom: 'sm' })}
        />
      ))}
    </div>
  )
}

/** The entry whose address says most of where one is. */
function findHere(menu: readonly MenuPart[], pathname: string): string | null {
  const paths = menu
    .flatMap(({ items }) => items.map(({ path }) => path))
    .filter(path => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)))
  return paths.sort((a, b) => b.length - a.length)[0] ?? null
}
