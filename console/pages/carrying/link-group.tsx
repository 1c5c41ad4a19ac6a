/** Whose group this is: chosen with the one warning that matters, that members see each other. */
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/index.ts'
import { Answered, Dialog, Trouble } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import type { OaGroup } from './wire.ts'

export function LinkGroup({ group: { id, name, area }, onClose }: { group: OaGroup; onClose: () => void }) {
  const areas = useQuery({ queryKey: ['notice-areas'], queryFn: () => api.notices.areas() })
  const [chosen, setChosen] = useState(area?.code ?? '')
  const link = useChange(() => api.carrying.groups.link({ group: id, area: chosen }), 'oa-groups', onClose)
  return (
    <Dialog title={`${name} là nhóm của địa bàn nào?`} onClose={onClose}>
      <Answered query={areas}>
        {list => (
          <Stack gap="sm">
            <NativeSelect
              label="Địa bàn"
              value={chosen}
              onChange={event => setChosen(event.currentTarget.value)}
              data={[
                { value: '', label: 'Chọn địa bàn' },
                ...list
                  .filter(({ level }) => level !== 'city')
                  .map(({ code, name: label }) => ({ value: code, label })),
              ]}
            />
            <Text size="sm">
              Chỉ gắn nhóm gồm bà con của địa bàn đó: ai trong nhóm cũng đọc được tin, và thấy tên, ảnh của nhau.
            </Text>
            {area && chosen !== area.code && chosen !== '' && (
              <Text size="sm">Thông báo của {area.name} sẽ thôi đăng vào nhóm này.</Text>
            )}
            <Trouble error={link.error} />
            <Group>
              <Button
                disabled={chosen === '' || chosen === area?.code}
                loading={link.isPending}
                onClick={() => link.mutate(undefined)}
              >
                Gắn nhóm
              </Button>
              <Button variant="default" onClick={onClose}>
                Thôi
              </Button>
            </Group>
          </Stack>
        )}
      </Answered>
    </Dialog>
  )
}
