/** From a spreadsheet: what would change is shown first, then done, all or nothing. */
import { Button, FileInput, NativeSelect, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/index.ts'
import { Dialog, Trouble } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import type { Area } from './area.ts'

type Outcome = Awaited<ReturnType<typeof api.areas.import>>

const CHANGES = {
  new: 'Thêm mới',
  renamed: 'Đổi tên',
  names: 'Thêm tên khác',
  same: 'Giữ nguyên',
  wrong: 'Cần sửa',
} as const

export function ImportAreas({ isOpen, parents, onClose }: { isOpen: boolean; parents: Area[]; onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null)
  const [parent, setParent] = useState('')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const area = parent || (parents.find(({ level }) => level === 'ward') ?? parents[0])?.code || ''
  const run = useChange(
    async (isRehearsal: boolean) => {
      if (!file) throw new Error('no file was chosen')
      return api.areas.import({ area, file, isRehearsal: String(isRehearsal) as never })
    },
    'areas',
    setOutcome,
  )
  const isReady = outcome !== null && !outcome.isDone && outcome.rows.every(({ change }) => change !== 'wrong')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Nhập từ bảng tính" size="xl">
      <Stack gap="md">
        <Text>
          Tệp .xlsx hoặc .csv. Dòng đầu là tên cột: “Mã” và “Tên” bắt buộc; có thể thêm “Đường”, “Hẻm”, “Tên khác”, “Tên
          cũ”, nhiều tên cách nhau bằng dấu chấm phẩy.
        </Text>
        <NativeSelect
          label="Nhập vào"
          value={area}
          onChange={event => {
            setParent(event.currentTarget.value)
            setOutcome(null)
          }}
          data={parents.map(one => ({ value: one.code, label: one.name }))}
        />
        <FileInput
          label="Tệp"
          placeholder="Chọn tệp"
          accept=".xlsx,.csv"
          value={file}
          onChange={chosen => {
            setFile(chosen)
            setOutcome(null)
          }}
        />
        <Trouble error={run.error} />
        <Button disabled={!file} onClick={() => run.mutate(true)} loading={run.isPending}>
          Xem trước, chưa thay đổi gì
        </Button>
        {outcome && (
          <>
            <Text role="status" fw={700}>
              {outcome.isDone ? 'Đã nhập xong.' : isReady ? 'Tệp dùng được.' : 'Còn dòng cần sửa, chưa nhập gì.'}
            </Text>
            <Table.ScrollContainer minWidth={480}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Dòng</Table.Th>
                    <Table.Th>Mã</Table.Th>
                    <Table.Th>Tên</Table.Th>
                    <Table.Th>Sẽ làm</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {outcome.rows.map(({ line, code, name, change, problem }) => (
                    <Table.Tr key={line}>
                      <Table.Td>{line}</Table.Td>
                      <Table.Td>{code}</Table.Td>
                      <Table.Td>{name}</Table.Td>
                      <Table.Td>
                        <b>{CHANGES[change]}</b> {problem}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </>
        )}
        {isReady && (
          <Button onClick={() => run.mutate(false)} loading={run.isPending}>
            Nhập {outcome.rows.filter(({ change }) => change !== 'same').length} thay đổi
          </Button>
        )}
      </Stack>
    </Dialog>
  )
}
