/** The paid templates of the ward's Zalo: what Zalo says of each, and which notices go by it. */
import { Alert, Badge, Button, Card, Group, List, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { factNames, templateStatusNames } from '../../../shared/carrying/index.ts'
import { kindRules } from '../../../shared/notices/index.ts'
import { zaloTroubleWords } from '../../../shared/zalo-trouble.ts'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Trouble } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import { TemplateDialog } from './template-dialog.tsx'
import type { Area, OaTemplate, Setting } from './wire.ts'

const STALE_AFTER_MS = 5 * 60_000

export function TemplatesSection({ area }: { area: Area }) {
  const templates = useQuery({
    queryKey: ['oa-templates'],
    queryFn: () => api.carrying.templates.list(),
    staleTime: STALE_AFTER_MS,
  })
  const setting = useQuery({
    queryKey: ['carrying', area.code],
    queryFn: () => api.carrying.rules.read({ area: area.code }),
  })
  return (
    <Stack component="section" gap="sm" aria-labelledby="tin-mau">
      <Group justify="space-between">
        <Title order={2} size="h3" id="tin-mau">
          Tin mẫu trả tiền
        </Title>
        <Button variant="default" loading={templates.isFetching} onClick={() => void templates.refetch()}>
          Hỏi lại Zalo về tin mẫu
        </Button>
      </Group>
      <Text>
        Dành cho người không báo được bằng cách khác. Mẫu soạn và gửi duyệt ở Zalo; ở đây chọn mẫu nào chở loại tin nào,
        chỗ nào của mẫu điền điều gì của tin.
      </Text>
      <Answered query={templates}>
        {({ templates: list, linkLength, trouble }) => (
          <Answered query={setting}>
            {found => {
              const strays = found.uses.filter(({ template }) => !list.some(({ id }) => id === template))
              return (
                <>
                  {trouble && (
                    <Alert role="alert" color="yellow" variant="outline" title="Chưa hỏi được Zalo về tin mẫu">
                      {zaloTroubleWords[trouble]}
                    </Alert>
                  )}
                  {list.length === 0 && !trouble && <Nothing>Zalo của phường chưa có tin mẫu nào.</Nothing>}
                  {list.map(template => (
                    <TemplateCard
                      key={template.id}
                      area={area}
                      template={template}
                      setting={found}
                      linkLength={linkLength}
                    />
                  ))}
                  {strays.map(({ template: id, name }) => (
                    <TemplateCard
                      key={id}
                      area={area}
                      template={{ id, name, status: 'unknown', params: null, dong: null }}
                      setting={found}
                      linkLength={linkLength}
                    />
                  ))}
                </>
              )
            }}
          </Answered>
        )}
      </Answered>
    </Stack>
  )
}

interface TemplateCardProps {
  area: Area
  template: OaTemplate
  setting: Setting
  linkLength: number
}

function TemplateCard({ area, template, setting, linkLength }: TemplateCardProps) {
  const [isOpen, setOpen] = useState(false)
  const { id, name, status, dong, params } = template
  const use = setting.uses.find(one => one.template === id)
  const unlink = useChange(() => api.carrying.templates.unlink({ area: area.code, template: id }), 'carrying')
  return (
    <Card withBorder component="article" aria-label={name}>
      <Stack gap="xs">
        <Group justify="space-between" align="start">
          <Title order={3} size="h4">
            {name}
          </Title>
          <Badge variant="outline" size="lg" tt="none" color={status === 'approved' ? '#14532d' : '#6b4200'}>
            {templateStatusNames[status]}
          </Badge>
        </Group>
        <Text size="sm">
          Mã {id}
          {dong !== null && ` · ${dong.toLocaleString('vi-VN')} đồng một tin`}
        </Text>
        {use ? (
          <>
            <Text>
              Đang dùng cho{' '}
              {use.kinds.length === 0
                ? 'mọi loại tin chưa có mẫu riêng'
                : use.kinds.map(kind => kindRules[kind].name).join('; ')}
              .
            </Text>
            <List size="sm">
              {Object.entries(use.params).map(([place, fact]) => (
                <List.Item key={place}>
                  {place}: {factNames[fact]}
                </List.Item>
              ))}
            </List>
            {status !== 'approved' && (
              <Text>Zalo không còn duyệt mẫu này: tin gửi bằng mẫu sẽ bị từ chối và đi theo cách kế tiếp.</Text>
            )}
            {(setting.templatesPerMonth === 0 || !setting.channels.includes('template')) && (
              <Text>Cách gửi của địa bàn chưa dùng tin mẫu, hoặc số tin một tháng là 0: chưa gửi tin nào.</Text>
            )}
          </>
        ) : (
          params && <Text size="sm">Chỗ điền: {params.map(param => param.name).join(', ') || 'không có'}</Text>
        )}
        <Trouble error={unlink.error} />
        <Group>
          {params && (
            <Button variant={use ? 'default' : 'filled'} onClick={() => setOpen(true)}>
              {use ? 'Sửa cách dùng' : 'Dùng mẫu này'}
            </Button>
          )}
          {use && (
            <Button variant="default" loading={unlink.isPending} onClick={() => unlink.mutate(undefined)}>
              Thôi dùng
            </Button>
          )}
        </Group>
      </Stack>
      {isOpen && params && (
        <TemplateDialog
          area={area}
          template={template}
          places={params}
          setting={setting}
          linkLength={linkLength}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  )
}
