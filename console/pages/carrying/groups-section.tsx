/** The groups of the ward's Zalo: those that are nobody's first, since somebody has to say whose they are. */
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { zaloTroubleWords } from '../../../shared/zalo-trouble.ts'
import { api } from '../../api/index.ts'
import { Answered, Nothing } from '../../ui/index.ts'
import { GroupCard } from './group-card.tsx'

/** Each look costs Zalo some calls of a hundred a minute. */
const STALE_AFTER_MS = 5 * 60_000

export function GroupsSection() {
  const groups = useQuery({
    queryKey: ['oa-groups'],
    queryFn: () => api.carrying.groups.list(),
    staleTime: STALE_AFTER_MS,
  })
  return (
    <Stack component="section" gap="sm" aria-labelledby="nhom-zalo">
      <Group justify="space-between">
        <Title order={2} size="h3" id="nhom-zalo">
          Nhóm Zalo của phường
        </Title>
        <Button variant="default" loading={groups.isFetching} onClick={() => void groups.refetch()}>
          Hỏi lại Zalo
        </Button>
      </Group>
      <Text>
        Gắn nhóm cho một địa bàn thì thông báo của địa bàn đó được đăng một lần vào nhóm, người trong nhóm không nhận
        thêm tin riêng. Chỉ dùng được nhóm do Zalo của phường lập; nhóm riêng của tổ trưởng thì chép tin vào tay.
      </Text>
      <Answered query={groups}>
        {({ groups: list, trouble }) => (
          <>
            {trouble && (
              <Alert role="alert" color="yellow" variant="outline" title="Chưa hỏi được Zalo về các nhóm">
                <Text>{zaloTroubleWords[trouble]}</Text>
                {list.length > 0 && <Text>Dưới đây là các nhóm đã gắn trước.</Text>}
              </Alert>
            )}
            {list.length === 0 && !trouble && (
              <Nothing>Zalo của phường chưa có nhóm nào. Lập nhóm ở oa.zalo.me, rồi bấm “Hỏi lại Zalo”.</Nothing>
            )}
            {list.map(group => (
              <GroupCard key={group.id} group={group} />
            ))}
          </>
        )}
      </Answered>
    </Stack>
  )
}
