/** Which notices go by a template, and what stands in each of its places; what does not fit is said before it is saved. */
import { Button, Checkbox, Group, List, NativeSelect, NumberInput, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { factNames, findMappingProblems, sayMappingProblem } from '../../../shared/carrying/index.ts'
import { kindRules, NOTICE_KINDS, type NoticeKind } from '../../../shared/notices/index.ts'
import { api } from '../../api/index.ts'
import { Dialog, Trouble } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import type { Area, OaTemplate, Setting } from './wire.ts'

type Params = Setting['uses'][number]['params']
type Fact = Params[string]

const USUAL_PER_MONTH = 500

interface TemplateDialogProps {
  area: Area
  template: OaTemplate
  places: NonNullable<OaTemplate['params']>
  setting: Setting
  linkLength: number
  onClose: () => void
}

export function TemplateDialog({ area, template, places, setting, linkLength, onClose }: TemplateDialogProps) {
  const use = setting.uses.find(one => one.template === template.id)
  const [params, setParams] = useState<Params>(use?.params ?? {})
  const [isForSome, setForSome] = useState((use?.kinds.length ?? 0) > 0)
  const [kinds, setKinds] = useState<NoticeKind[]>(use?.kinds ?? [])
  const [perMonth, setPerMonth] = useState(setting.templatesPerMonth || USUAL_PER_MONTH)
  const problems = findMappingProblems(places, params, linkLength)
  const link = useChange(
    () =>
      api.carrying.templates.link({
        ...{ area: area.code, template: template.id, params, perMonth },
        kinds: isForSome ? kinds : [],
      }),
    'carrying',
    onClose,
  )
  const put = (place: string, fact: string) => {
    const { [place]: _, ...rest } = params
    setParams(fact === '' ? rest : { ...rest, [place]: fact as Fact })
  }
  const isWhole = problems.length === 0 && perMonth >= 1 && (!isForSome || kinds.length > 0)
  return (
    <Dialog title={`Dùng mẫu ${template.name} cho ${area.name}`} size="lg" onClose={onClose}>
      <Stack gap="sm">
        {places.map(({ name, isRequired, maxLength, takesText }) => (
          <NativeSelect
            key={name}
            label={`Chỗ “${name}”`}
            description={
              takesText
                ? `Tối đa ${maxLength} chữ, dài hơn thì cắt${isRequired ? '' : '; để trống được'}`
                : 'Cần số hoặc ngày theo kiểu riêng: thông báo không điền được'
            }
            value={params[name] ?? ''}
            onChange={event => put(name, event.currentTarget.value)}
            data={[
              { value: '', label: isRequired ? 'Chọn điều sẽ điền' : 'Để trống' },
              ...Object.entries(factNames).map(([value, label]) => ({ value, label })),
            ]}
          />
        ))}
        <Radio.Group
          label="Dùng cho"
          value={isForSome ? 'some' : 'all'}
          onChange={value => setForSome(value === 'some')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="all" label="Mọi loại tin chưa có mẫu riêng" />
            <Radio value="some" label="Chỉ những loại tin chọn dưới đây" />
          </Stack>
        </Radio.Group>
        {isForSome && (
          <Checkbox.Group label="Loại tin" value={kinds} onChange={chosen => setKinds(chosen as NoticeKind[])}>
            <Stack gap={6} mt={6} className="choices-long">
              {NOTICE_KINDS.map(kind => (
                <Checkbox key={kind} value={kind} label={kindRules[kind].name} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <NumberInput
          label="Tin mẫu tối đa một tháng"
          description={
            template.dong === null
              ? 'Phường trả tiền từng tin.'
              : `Tối đa ${(template.dong * perMonth).toLocaleString('vi-VN')} đồng một tháng.`
          }
          min={1}
          max={1_000_000}
          allowDecimal={false}
          thousandSeparator="."
          decimalSeparator=","
          value={perMonth}
          onChange={value => setPerMonth(Number(value) || 0)}
        />
        {problems.length > 0 && (
          <List size="sm" role="status">
            {problems.map(problem => (
              <List.Item key={problem.kind}>{sayMappingProblem(problem)}</List.Item>
            ))}
          </List>
        )}
        {isForSome && kinds.length === 0 && <Text size="sm">Chọn ít nhất một loại tin.</Text>}
        <Trouble error={link.error} />
        <Group>
          <Button disabled={!isWhole} loading={link.isPending} onClick={() => link.mutate(undefined)}>
            Lưu cách dùng
          </Button>
          <Button variant="default" onClick={onClose}>
            Thôi
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
