/** Whether everybody may see how often the machine was right. */
import { Alert, Anchor, Card, Stack, Switch, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/index.ts'
import { Answered, Page, Trouble } from '../../ui/index.ts'
import { InCharge } from '../areas/in-charge.tsx'
import { useChange } from '../staff/use-change.ts'

export default function FiguresPage() {
  return (
    <Page title="Trang số liệu" back={{ to: '/cau-hoi', words: 'Về các câu hỏi' }}>
      <InCharge access="administrator" levels={['ward']} label="Số liệu của">
        {({ code }) => <Setting key={code} area={code} />}
      </InCharge>
    </Page>
  )
}

function Setting({ area }: { area: string }) {
  const setting = useQuery({
    queryKey: ['figures-setting', area],
    queryFn: () => api.questions.figures.readSetting({ area }),
  })
  const save = useChange((isOn: boolean) => api.questions.figures.writeSetting({ area, isOn }), 'figures-setting')
  return (
    <Answered query={setting}>
      {({ isOn }) => (
        <Card withBorder>
          <Stack gap="sm">
            <Switch
              size="md"
              label="Cho mọi người xem số liệu của máy"
              description="Mỗi tuần máy trả lời được bao nhiêu, từ chối bao nhiêu. Số nhỏ không hiện, không có ai trong đó."
              checked={isOn}
              disabled={save.isPending}
              onChange={event => save.mutate(event.currentTarget.checked)}
            />
            <Trouble error={save.error} />
            {isOn ? (
              <Text role="status">
                Đang mở tại{' '}
                <Anchor href="/app/so-lieu" target="_blank" rel="noreferrer" underline="always">
                  trang số liệu
                </Anchor>
                .
              </Text>
            ) : (
              <Alert color="gray" variant="outline" role="status" title="Đang tắt: trang số liệu không mở được." />
            )}
          </Stack>
        </Card>
      )}
    </Answered>
  )
}
