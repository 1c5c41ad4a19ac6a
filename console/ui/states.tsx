/** What a page shows while it waits, when nothing is there, and when something went wrong. */
import { Alert, Button, Center, Loader, Stack, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sayTrouble } from './words.ts'

export function Waiting() {
  return (
    <Center mih={160} role="status">
      <Stack align="center" gap="xs">
        <Loader aria-hidden />
        <Text>Đang tải…</Text>
      </Stack>
    </Center>
  )
}

export function Nothing({ children }: { children: ReactNode }) {
  return (
    <Center mih={120}>
      <Text c="gray.8" ta="center">
        {children}
      </Text>
    </Center>
  )
}

/** @param error null: nothing is shown */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (!error) return null
  return (
    <Alert role="alert" color="yellow" variant="outline" title={sayTrouble(error)}>
      {onRetry && (
        <Button size="sm" variant="default" onClick={onRetry}>
          Thử lại
        </Button>
      )}
    </Alert>
  )
}

/** The answer when it is there, with a word above it when it could not be asked for again; until then the states above. */
export function Answered<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data === undefined && !query.isError) return <Waiting />
  return (
    <>
      <Trouble error={query.error} onRetry={() => void query.refetch()} />
      {query.data !== undefined && children(query.data)}
    </>
  )
}
