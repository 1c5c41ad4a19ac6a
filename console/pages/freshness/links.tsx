/** Links of guides that lead nowhere any more. */
import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type Api, api } from '../../api/index.ts'
import { Answered, GuideLinks, Nothing, sayMoment, Trouble } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'

type Checked = Awaited<ReturnType<Api['freshness']['links']>>[number]

const OUTCOMES: Record<NonNullable<Checked['outcome']>, string> = {
  alive: 'Mở được',
  gone: 'Không còn trang này',
  failing: 'Máy chủ báo lỗi',
  unreachable: 'Không nối được',
  refused: 'Không thử',
}

export function Links({ isEditor }: { isEditor: boolean }) {
  const links = useQuery({ queryKey: ['freshness', 'links'], queryFn: () => api.freshness.links() })
  const check = useChange(() => api.freshness.checkLinks(), 'freshness')
  return (
    <Answered query={links}>
      {list => {
        const broken = list.filter(({ outcome }) => outcome !== null && outcome !== 'alive')
        const alive = list.filter(({ outcome }) => outcome === 'alive').length
        return (
          <Stack gap="sm">
            <Text>
              {list.length} đường dẫn: {alive} mở được, {broken.length} có vấn đề, {list.length - alive - broken.length}{' '}
              chưa thử.
            </Text>
            {isEditor && (
              <Group>
                <Button variant="default" loading={check.isPending} onClick={() => check.mutate(undefined)}>
                  Thử lại tất cả
                </Button>
              </Group>
            )}
            <Trouble error={check.error} />
            {check.isSuccess && (
              <Text role="status">Máy đang thử lần lượt, mỗi nơi cách nhau một lúc. Mở lại trang này sau ít phút.</Text>
            )}
            {broken.length === 0 && <Nothing>{sayNoneBroken({ all: list.length, alive })}</Nothing>}
            {broken.map(({ url, topics, outcome, status, detail, checkedAt, failures }) => (
              <Card withBorder key={url}>
                <Anchor href={url} target="_blank" rel="noreferrer" underline="always" className="break-anywhere">
                  {url}
                </Anchor>
                <Text>
                  {outcome && OUTCOMES[outcome]}
                  {status !== null && ` (${status})`}
                  {detail && `: ${detail}`}. Thử {sayMoment(checkedAt)}, {failures} lần liền.
                </Text>
                <Text size="sm">
                  Trong: <GuideLinks guides={topics} />
                </Text>
              </Card>
            ))}
          </Stack>
        )
      }}
    </Answered>
  )
}

/** Silence about what was not tried is no good news. */
function sayNoneBroken({ all, alive }: { all: number; alive: number }): string {
  if (all === 0) return 'Hướng dẫn chưa có đường dẫn nào.'
  if (alive === 0) return 'Chưa thử đường dẫn nào nên chưa biết đường nào hỏng.'
  return alive < all ? 'Trong những đường dẫn đã thử, không có đường nào hỏng.' : 'Không có đường dẫn nào hỏng.'
}
