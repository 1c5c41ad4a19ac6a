/** What follows when several answers come together, or when more follows than papers. */
import { Button, Card, Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/index.ts'
import { Conditions } from './conditions.tsx'
import { PaperChecks } from './question-editor.tsx'
import { listPapers, type Rule } from './table-rules.ts'
import type { Draft, Table } from './words.ts'

const BASES: Record<Rule['basis'], string> = {
  portal: 'Hồ sơ trên Cổng Dịch vụ công',
  secondary: 'Một nguồn khác',
  inferred: 'Đọc từ văn bản',
}

export function RuleEditor({
  topic,
  table,
  rule,
  name,
  onChange,
}: {
  topic: Draft['content']
  table: Table
  rule: Rule
  name: string
  /** @param rule null: it goes */
  onChange: (rule: Rule | null) => void
}) {
  const guides = useQuery({ queryKey: ['guides', '', 'names'], queryFn: () => api.guides.names() })
  const others = (guides.data ?? []).filter(({ key, isInForce }) => key !== topic.key && isInForce)
  const write = (next: Partial<Rule>) => onChange(plain({ ...rule, ...next }))
  const guideChoices = [
    { value: '', label: 'Không' },
    ...others.map(({ key, title }) => ({ value: key, label: title })),
  ]
  return (
    <Card withBorder padding="sm" role="group" aria-label={name}>
      <Stack gap="sm">
        <Conditions
          label={`${name} đúng khi`}
          nothing="Luôn đúng."
          questions={table.questions}
          conditions={rule.when}
          onChange={when => write({ when })}
        />
        <PaperChecks
          papers={listPapers(topic)}
          own={{ need: rule.need ?? [], omit: rule.omit ?? [] }}
          name={name}
          onChange={({ need, omit }) => write({ need, omit })}
        />
        <NativeSelect
          label={`${name}: chuyển sang giấy tờ của trường hợp`}
          value={rule.useCase?.topic === topic.key ? rule.useCase.case : ''}
          onChange={event =>
            write({
              useCase: event.currentTarget.value ? { topic: topic.key, case: event.currentTarget.value } : undefined,
            })
          }
          data={[{ value: '', label: 'Không đổi' }, ...topic.cases.map(({ id, label }) => ({ value: id, label }))]}
        />
        <Textarea
          label={`${name}: nên biết thêm`}
          autosize
          value={rule.note ?? ''}
          onChange={event => write({ note: event.currentTarget.value })}
        />
        <Textarea
          label={`${name}: cảnh báo, đọc trước giấy tờ`}
          autosize
          value={rule.warning ?? ''}
          onChange={event => write({ warning: event.currentTarget.value })}
        />
        <Checkbox
          label={`${name}: dừng tại đây, không phải mang gì (cảnh báo nói vì sao)`}
          checked={rule.stops === true}
          onChange={event => write({ stops: event.currentTarget.checked ? true : undefined })}
        />
        <Group grow>
          <NativeSelect
            label={`${name}: người này làm theo hướng dẫn khác`}
            value={rule.goTo ?? ''}
            onChange={event => write({ goTo: event.currentTarget.value || undefined })}
            data={guideChoices}
          />
          <NativeSelect
            label={`${name}: nên làm cùng lúc`}
            value={rule.also ?? ''}
            onChange={event => write({ also: event.currentTarget.value || undefined })}
            data={guideChoices}
          />
        </Group>
        <Group grow>
          <NativeSelect
            label={`${name}: dựa vào`}
            value={rule.basis}
            onChange={event => write({ basis: event.currentTarget.value as Rule['basis'] })}
            data={Object.entries(BASES).map(([value, label]) => ({ value, label }))}
          />
          <TextInput
            label={`${name}: số văn bản, cách nhau bằng dấu phẩy`}
            value={rule.laws?.join(', ') ?? ''}
            onChange={event =>
              write({
                laws: event.currentTarget.value ? event.currentTarget.value.split(/,\s*/) : undefined,
              })
            }
          />
        </Group>
        <Group>
          <Button variant="default" size="compact-md" onClick={() => onChange(null)} aria-label={`Bỏ ${name}`}>
            Bỏ điều này
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}

/** Without what says nothing: an empty field is none. */
function plain(rule: Rule): Rule {
  const entries = Object.entries(rule).filter(
    ([name, value]) =>
      name === 'when' || !(value === undefined || value === '' || (Array.isArray(value) && value.length === 0)),
  )
  return Object.fromEntries(entries) as unknown as Rule
}
