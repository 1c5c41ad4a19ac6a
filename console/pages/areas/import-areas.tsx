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
  const startAnew = () => {
    setOutcome(null)
    run.reset()
  }
  const wrong = outcome?.rows.filter(({ change }) => change === 'wrong').length ?? 0
  const changes = outcome?.rows.filter(({ change }) => change !== 'same').length ?? 0
  const isReady = outcome !== null && !outcome.isDone && wrong === 0
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
            startAnew()
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
            startAnew()
          }}
        />
        <Trouble error={run.error} />
        <Button disabled={!file} onClick={() => run.mutate(true)} loading={run.isPending}>
          Xem trước, chưa thay đổi gì
        </Button>
        {outcome && (
          <>
            <Text role="status" fw={700}>
              {sayOutcome(outcome, { wrong, changes })}
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
        {isReady && changes > 0 && (
          <Button onClick={() => run.mutate(false)} loading={run.isPending}>
            Nhập {changes} thay đổi
          </Button>
        )}
      </Stack>
    </Dialog>
  )
}

function sayOutcome({ isDone }: Outcome, { wrong, changes }: { wrong: number; changes: number }): string {
  if (isDone) return 'Đã nhập xong.'
  if (wrong > 0) return `Còn ${wrong} dòng cần sửa, chưa nhập gì. Sửa trong bảng tính rồi chọn lại tệp.`
  return changes > 0 ? 'Tệp dùng được.' : 'Tệp không có gì khác: địa bàn đã như vậy rồi.'
}
