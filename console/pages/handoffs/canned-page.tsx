/** Replies that the office keeps ready; what is typed survives a reload until it is saved. */
import { Button, Card, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/index.ts'
import { Answered, Page, Trouble, useKeptText } from '../../ui/index.ts'
import { InCharge } from '../areas/in-charge.tsx'
import { useChange } from '../staff/use-change.ts'

interface Reply {
  title: string
  text: string
}

const MOST = 60

export default function CannedPage() {
  return (
    <Page
      title="Câu soạn sẵn"
      back={{ to: '/cho-tra-loi', words: 'Về danh sách' }}
      about="Không ghi tên hay số của ai. Bỏ hết các câu thì dùng lại câu của cấp trên."
    >
      <InCharge access="answerer" levels={['city', 'ward']} label="Câu của">
        {({ code }) => <Replies key={code} area={code} />}
      </InCharge>
    </Page>
  )
}

function Replies({ area }: { area: string }) {
  const canned = useQuery({ queryKey: ['canned', area], queryFn: () => api.handoffs.readCanned({ area }) })
  return (
    <Answered query={canned}>
      {({ replies, from }) => (
        <>
          {from !== area && (
            <Text>{from === null ? 'Đang dùng câu có sẵn của máy.' : 'Đang dùng câu của cấp trên.'}</Text>
          )}
          <Editor area={area} saved={replies} />
        </>
      )}
    </Answered>
  )
}

function Editor({ area, saved }: { area: string; saved: Reply[] }) {
  const [kept, setKept, forget] = useKeptText(`canned.${area}`)
  const replies = kept === '' ? saved : (JSON.parse(kept) as Reply[])
  const write = (next: Reply[]) => setKept(JSON.stringify(next))
  const change = (at: number, part: Partial<Reply>) =>
    write(replies.map((reply, index) => (index === at ? { ...reply, ...part } : reply)))
  const save = useChange(
    () => api.handoffs.writeCanned({ area, replies }),
    'canned',
    () => forget(),
  )
  const isWhole = replies.every(({ title, text }) => title.trim() !== '' && text.trim() !== '')
  return (
    <Stack gap="md">
      {replies.map((reply, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a reply is known by its place alone
        <Card key={at} withBorder component="fieldset">
          <Stack gap="xs">
            <TextInput
              label={`Tên câu ${at + 1}`}
              maxLength={60}
              value={reply.title}
              onChange={event => change(at, { title: event.currentTarget.value })}
            />
            <Textarea
              label={`Lời câu ${at + 1}`}
              maxLength={1000}
              autosize
              minRows={2}
              value={reply.text}
              onChange={event => change(at, { text: event.currentTarget.value })}
            />
            <Button
              maw={160}
              variant="default"
              aria-label={`Bỏ câu ${at + 1}`}
              onClick={() => write(replies.filter((_, index) => index !== at))}
            >
              Bỏ câu này
            </Button>
          </Stack>
        </Card>
      ))}
      <Trouble error={save.error} />
      {kept !== '' && <Text>Có thay đổi chưa lưu.</Text>}
      {save.isSuccess && kept === '' && <Text role="status">Đã lưu.</Text>}
      <Group>
        <Button
          variant="default"
          disabled={replies.length >= MOST}
          onClick={() => write([...replies, { title: '', text: '' }])}
        >
          Thêm câu
        </Button>
        <Button disabled={kept === '' || !isWhole} loading={save.isPending} onClick={() => save.mutate(undefined)}>
          Lưu
        </Button>
      </Group>
    </Stack>
  )
}
