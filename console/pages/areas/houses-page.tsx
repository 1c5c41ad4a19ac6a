/** The houses of a neighbourhood by their codes, without names: against them a notice says honestly whom it did not reach. */
import { Button, Card, Group, List, NativeSelect, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page, Trouble, useKeptText } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { useChange } from '../staff/use-change.ts'

const WHY = {
  not_a_code: 'không phải số nhà',
  personal_data: 'có tên hoặc số của người',
  twice: 'đã có ở dòng trên',
} as const

export default function HousesPage() {
  const [chosen, setChosen] = useState('')
  const areas = useQuery({ queryKey: ['notice-areas'], queryFn: () => api.notices.areas() })
  const hoods = (areas.data ?? []).filter(({ level }) => level === 'neighbourhood')
  const area = chosen || hoods[0]?.code
  return (
    <Page title="Số nhà" back={{ to: '/dia-ban', words: 'Về địa bàn' }}>
      <Answered query={areas}>
        {() =>
          area ? (
            <Stack gap="md">
              <NativeSelect
                label="Tổ dân phố"
                value={area}
                onChange={event => setChosen(event.currentTarget.value)}
                data={hoods.map(({ code, name }) => ({ value: code, label: name }))}
              />
              <Register key={area} area={area} />
            </Stack>
          ) : (
            <Nothing>Chưa có tổ dân phố nào. Thêm ở trang Địa bàn trước.</Nothing>
          )
        }
      </Answered>
    </Page>
  )
}

function Register({ area }: { area: string }) {
  const houses = useQuery({ queryKey: ['houses', area], queryFn: () => api.notices.houses.list({ area }) })
  const [text, setText, forget] = useKeptText(`houses.${area}`)
  const put = useChange(() => api.notices.houses.import({ area, text }), 'houses', forget)
  const outcome = put.data
  return (
    <Card withBorder component="section" aria-label="Danh sách số nhà">
      <form onSubmit={submitting(() => put.mutate(undefined))}>
        <Stack gap="sm">
          <Answered query={houses}>
            {list => (
              <Text>
                Đang có <b>{list.length} nhà</b>, {list.filter(({ hasJoined }) => hasJoined).length} nhà đã có người
                trong danh sách nhận tin.
              </Text>
            )}
          </Answered>
          <Textarea
            label="Danh sách mới"
            description="Mỗi dòng một số nhà, chép từ bảng tính cũng được. Không ghi tên người: dòng có tên bị bỏ. Danh sách mới thay danh sách cũ; nhà còn tên giữ người đã ghi."
            placeholder={'12/1\n12/3\nA-103'}
            autosize
            minRows={8}
            maxRows={20}
            value={text}
            onChange={event => setText(event.currentTarget.value)}
          />
          <Trouble error={put.error} />
          {outcome && (
            <div role="status">
              <Text>
                Đã lưu: thêm {outcome.added}, giữ {outcome.kept}, bỏ {outcome.removed} nhà.
              </Text>
              {outcome.refused.length > 0 && <Text>Không nhận {outcome.refused.length} dòng:</Text>}
              <List size="sm">
                {outcome.refused.slice(0, 50).map(({ line, why }) => (
                  <List.Item key={line}>
                    Dòng {line}: {WHY[why]}
                  </List.Item>
                ))}
              </List>
            </div>
          )}
          <Group>
            <Button type="submit" loading={put.isPending} disabled={text.trim() === ''}>
              Thay danh sách
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  )
}
