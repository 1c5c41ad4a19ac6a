/** A list as a table in a card; on a narrow screen it is moved sideways in its frame. */
import { Card, Table } from '@mantine/core'
import type { ReactNode } from 'react'

interface RowTableProps {
  /** Headings of the columns; each differs from the others. */
  columns: readonly (readonly [key: string, heading: ReactNode])[]
  /** In pixels. */
  minWidth: number
  children: ReactNode
}

export function RowTable({ columns, minWidth, children }: RowTableProps) {
  return (
    <Card withBorder padding={0}>
      <Table.ScrollContainer minWidth={minWidth}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              {columns.map(([key, heading]) => (
                <Table.Th key={key}>{heading}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  )
}
