/** What a draft would change, field by field. */
import { Card, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/index.ts'
import { Answered } from '../../ui/index.ts'
import { ChangeList } from './change-list.tsx'
import type { Guide } from './words.ts'

export function Difference({ guide: { key, revision, draft } }: { guide: Guide }) {
  const from = draft?.baseRevision ?? revision
  const changes = useQuery({
    // Apart from the guide's own key: once the draft has ended there is nothing to compare any more.
    queryKey: ['guide-difference', key, from, draft?.version],
    queryFn: () => (from === null ? [] : api.guides.compare({ key, from, to: 'draft' })),
  })
  return (
    <Card withBorder component="section" aria-label="Chỗ thay đổi">
      <Title order={2} size="h4" mb="sm">
        {from === null ? 'Hướng dẫn mới' : `Chỗ thay đổi so với bản ${from}`}
      </Title>
      <Answered query={changes}>
        {list => <ChangeList changes={list} nothing={from === null ? 'Chưa có bản nào để so.' : 'Chưa thay đổi gì.'} />}
      </Answered>
    </Card>
  )
}
