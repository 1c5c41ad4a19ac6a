/** Content in and out: a file is looked through first, then taken as drafts; what is here goes out as plain files. */
import { Anchor, Button, Card, FileInput, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { api, mayOpen, useMe } from '../../api/index.ts'
import { Page, Trouble } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import { type Choices, OutcomeView } from './outcome-view.tsx'

type Outcome = Awaited<ReturnType<typeof api.packs.import>>

export default function PacksPage() {
  const who = useMe().data
  return (
    <Page title="Đưa vào, lấy ra">
      <TakeIn />
      <Card withBorder>
        <Title order={2} size="h4">
          Lấy ra
        </Title>
        <Stack gap="sm" mt="sm">
          <div>
            <Anchor href="/can-bo/goi-huong-dan.json" download underline="always">
              Tải gói hướng dẫn
            </Anchor>
            <Text size="sm">Các hướng dẫn đang dùng, để phường khác lấy về và so với bản của mình.</Text>
          </div>
          {who && mayOpen(who, 'administrator') && (
            <div>
              <Anchor href="/can-bo/noi-dung.zip" download underline="always">
                Tải toàn bộ nội dung
              </Anchor>
              <Text size="sm">
                Mọi phiên bản hướng dẫn, địa bàn, giờ làm việc và các con số, dạng tệp thường. Không có tên hay lời của
                bà con.
              </Text>
            </div>
          )}
        </Stack>
      </Card>
    </Page>
  )
}

function TakeIn() {
  const [file, setFile] = useState<File | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [choices, setChoices] = useState<Choices>({})
  const run = useChange(
    async (isRehearsal: boolean) => {
      if (!file) throw new Error('no file was chosen')
      return api.packs.import({
        file,
        isRehearsal: String(isRehearsal) as never,
        choices: JSON.stringify(choices),
      })
    },
    'guides',
    setOutcome,
  )
  const items = outcome?.items ?? []
  const isWhole = items.every(({ change }) => change !== 'wrong' && change !== 'open')
  const unchosen = items.flatMap(({ guide, conflicts }) => conflicts.filter(({ field }) => !choices[guide]?.[field]))
  const drafts = items.filter(({ change }) => change === 'new' || change === 'merge').length
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        Đưa vào
      </Title>
      <Stack gap="sm" mt="sm">
        <Text>
          Nhận ba loại tệp: bản ghi thủ tục quốc gia (.json), gói hướng dẫn của nơi khác (.json), bảng tính theo{' '}
          <Anchor href="/can-bo/mau-nhap-huong-dan.xlsx" download underline="always">
            mẫu này
          </Anchor>{' '}
          (.xlsx, .csv). Mọi thứ vào thành bản nháp; người thứ hai duyệt thì bà con mới thấy.
        </Text>
        <FileInput
          label="Tệp"
          placeholder="Chọn tệp"
          accept=".json,.xlsx,.csv"
          value={file}
          onChange={chosen => {
            setFile(chosen)
            setOutcome(null)
            setChoices({})
            run.reset()
          }}
        />
        <Trouble error={run.error} />
        <Button maw={320} disabled={!file} onClick={() => run.mutate(true)} loading={run.isPending}>
          Xem trước, chưa thay đổi gì
        </Button>
        {outcome && (
          <>
            <Text role="status" fw={700}>
              {sayOutcome(outcome, { isWhole, drafts })}
            </Text>
            <OutcomeView outcome={outcome} choices={choices} onChoices={setChoices} />
          </>
        )}
        {outcome && !outcome.isDone && isWhole && drafts > 0 && (
          <>
            {unchosen.length > 0 && <Text>Còn {unchosen.length} chỗ phải chọn giữ bản nào.</Text>}
            <Button maw={320} disabled={unchosen.length > 0} onClick={() => run.mutate(false)} loading={run.isPending}>
              Đưa vào thành bản nháp
            </Button>
          </>
        )}
      </Stack>
    </Card>
  )
}

function sayOutcome({ isDone }: Outcome, { isWhole, drafts }: { isWhole: boolean; drafts: number }): string {
  if (isDone) return `Đã đưa vào ${drafts} bản nháp.`
  if (!isWhole) return 'Có chỗ chưa đưa vào được, chưa nhập gì. Sửa tệp rồi xem lại.'
  return drafts > 0 ? `Tệp dùng được: sẽ có ${drafts} bản nháp.` : 'Không có gì mới trong tệp này.'
}
