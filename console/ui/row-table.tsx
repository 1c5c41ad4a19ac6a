/** A list as a table in a card; on a narrow screen each row stands by itself, with its headings beside what they head. */
import { Card, Table } from '@mantine/core'
import type { CSSProperties, ReactNode } from 'react'

interface RowTableProps {
  /** Headings of the columns; each differs from the others. The first names the row and needs no heading on a phone. */
  columns: readonly (readonly [key: string, heading: ReactNode])[]
  /** In pixels: narrower, and it is moved sideways. */
  minWidth: number
  children: ReactNode
}

export function RowTable({ columns, minWidth, children }: RowTableProps) {
  return (
    <Card withBorder padding={0} className="rows">
      <Table.ScrollContainer minWidth={minWidth}>
        <Table verticalSpacing="sm" horizontalSpacing="md" role="table" style={labelsOf(columns)}>
          <Table.Thead role="rowgroup">
            <Table.Tr role="row">
              {columns.map(([key, heading]) => (
                <Table.Th key={key} role="columnheader">
                  {heading}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody role="rowgroup">{children}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  )
}

/** For the style sheet, which puts them before the cells of a narrow screen. */
function labelsOf(columns: RowTableProps['columns']): CSSProperties {
  return Object.fromEntries(
    columns.map(([, heading], at) => [
      `--heading-${at + 1}`,
      typeof heading === 'string' && at > 0 ? JSON.stringify(`${heading}: `) : '""',
    ]),
  )
}
