/** The places of the ward: renamed, merged, split, brought in from a spreadsheet. Codes on posters never change. */
import { Anchor, Badge, Button, NativeSelect, Table, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { searchable } from '../../../shared/language/index.ts'
import { Answered, Nothing, Page, RowTable } from '../../ui/index.ts'
import { AddArea } from './add-area.tsx'
import { type Area, isFolded, useAreas } from './area.ts'
import { AreaDialog } from './area-dialog.tsx'
import { ImportAreas } from './import-areas.tsx'

const COLUMNS = [
  ['name', 'Tên'],
  ['work', <VisuallyHidden key="work">Việc có thể làm</VisuallyHidden>],
  ['code', 'Mã (in trên mã QR)'],
  ['members', 'Bà con đã ghi tên'],
] as const

export default function AreasPage() {
  const [ward, setWard] = useState('')
  const whole = useAreas()
  const branch = useAreas(ward, ward !== '')
  const tree = ward ? branch : whole
  const folded = (whole.data ?? []).filter(one => isFolded(one, whole.data ?? []))
  const [sought, setSought] = useState('')
  const [open, setOpen] = useState<'add' | 'import' | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const list = tree.data ?? []
  const area = list.find(({ code }) => code === chosen)
  const parents = list.filter(({ level, retiredAt }) => level !== 'neighbourhood' && !retiredAt)
  const close = () => setOpen(null)
  return (
    <Page
      title="Địa bàn"
      actions={
        <>
          <Anchor component={Link} to="/dia-ban/so-nha" underline="always">
            Số nhà
          </Anchor>
          <Button variant="default" onClick={() => setOpen('import')}>
            Nhập từ bảng tính
          </Button>
          <Button onClick={() => setOpen('add')}>Thêm địa bàn</Button>
        </>
      }
    >
      {folded.length > 0 && (
        <NativeSelect
          label="Xem các tổ của"
          value={ward}
          onChange={event => setWard(event.currentTarget.value)}
          data={[
            { value: '', label: 'Chỉ xem các phường' },
            ...folded.map(({ code, name, areas }) => ({ value: code, label: `${name} (${areas})` })),
          ]}
        />
      )}
      <TextInput
        label="Tìm theo tên, mã, đường, hẻm"
        type="search"
        value={sought}
        onChange={event => setSought(event.currentTarget.value)}
      />
      <Answered query={tree}>
        {all => {
          const rows = all.filter(one => isFound(one, sought))
          if (rows.length === 0) return <Nothing>Không có địa bàn nào như vậy.</Nothing>
          return (
            <RowTable columns={COLUMNS} minWidth={600}>
              {rows.map(one => (
                <Table.Tr key={one.code}>
                  <Table.Td>
                    <b>{one.name}</b>
                    {one.retiredAt && (
                      <Badge color="gray.8" ml="xs">
                        {one.mergedInto ? `Đã gộp vào ${one.mergedInto}` : 'Đã ngừng'}
                      </Badge>
                    )}
                    <Text size="sm">{one.otherNames.map(({ name }) => name).join(' · ')}</Text>
                  </Table.Td>
                  <Table.Td>
                    {!one.retiredAt && (
                      <Button
                        variant="default"
                        size="sm"
                        onClick={() => setChosen(one.code)}
                        aria-label={`Sửa ${one.name}`}
                      >
                        Sửa
                      </Button>
                    )}
                  </Table.Td>
                  <Table.Td>{one.code}</Table.Td>
                  <Table.Td>{one.members}</Table.Td>
                </Table.Tr>
              ))}
            </RowTable>
          )
        }}
      </Answered>
      <AddArea isOpen={open === 'add'} parents={parents} onClose={close} />
      <ImportAreas isOpen={open === 'import'} parents={parents} onClose={close} />
      {area && (
        <AreaDialog
          key={area.code}
          area={area}
          siblings={list.filter(one => one.parent === area.parent && one.code !== area.code && !one.retiredAt)}
          onClose={() => setChosen(null)}
        />
      )}
    </Page>
  )
}

function isFound({ code, name, otherNames }: Area, sought: string): boolean {
  const words = searchable(sought)
  return [code, name, ...otherNames.map(one => one.name)].some(text => searchable(text).includes(words))
}
