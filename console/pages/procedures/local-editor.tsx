/** Writing the local part of one area. What is typed stays in the tab until it is kept. */
import { Button, Card, Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import {
  type LocalFacts,
  type LocalField,
  localFields,
  localNames,
  localSource,
  noFacts,
  wordLocalFact,
} from '../../../shared/local-parts/index.ts'
import { api } from '../../api/index.ts'
import { Trouble, useKeptText } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { useChange } from '../staff/use-change.ts'
import type { LocalView } from './words.ts'

/** Nothing to pay is typed by somebody, never assumed. */
const NOT_TYPED = null as unknown as number

export const BLANK: { [Field in LocalField]: NonNullable<LocalFacts[Field]> } = {
  fee: { lines: [{ name: 'Lệ phí', amount: NOT_TYPED, per: null }], source: '' },
  place: { name: '', address: '', source: '' },
  phone: { number: '', source: '' },
  hours: { text: '', source: '' },
  form: { text: '', url: null, source: '' },
}

export function LocalEditor({ guideKey, view }: { guideKey: string; view: LocalView }) {
  const { area, own, inherited, open } = view
  const begun = JSON.stringify(open?.facts ?? own?.facts ?? noFacts)
  const [kept, setKept, forget] = useKeptText(`local.${guideKey}.${area.code}.${open?.version ?? 0}`, begun)
  const facts = JSON.parse(kept) as LocalFacts
  const write = (next: Partial<LocalFacts>) => setKept(JSON.stringify({ ...facts, ...next }))
  const save = useChange(
    () => api.localParts.save({ key: guideKey, area: area.code, facts, version: open?.version ?? null }),
    'local-parts',
    forget,
  )
  return (
    <Card withBorder component="section" aria-label="Soạn phần riêng">
      <Title order={2} size="h4" mb="sm">
        {open ? `Đang soạn cho ${area.name}` : `Soạn cho ${area.name}`}
      </Title>
      {open?.returnedBecause && <Text mb="sm">Người duyệt trả lại: “{open.returnedBecause}”</Text>}
      <form onSubmit={submitting(() => save.mutate(undefined))}>
        <Stack gap="md">
          {localFields.map(field => {
            const fact = facts[field]
            const above = inherited?.[field]
            return (
              <Card withBorder key={field} padding="sm" role="group" aria-label={localNames[field]}>
                <Group justify="space-between">
                  <Text fw={600}>{localNames[field]}</Text>
                  <Button
                    size="compact-md"
                    variant="default"
                    onClick={() => write({ [field]: fact ? null : BLANK[field] })}
                    aria-label={`${fact ? 'Bỏ phần riêng' : 'Ghi phần riêng'}: ${localNames[field]}`}
                  >
                    {fact ? 'Bỏ phần riêng' : 'Ghi phần riêng'}
                  </Button>
                </Group>
                {!fact && (
                  <Text size="sm">
                    {above ? `Thừa hưởng: ${wordLocalFact(field, above)}. ${localSource(above)}` : 'Không có gì riêng.'}
                  </Text>
                )}
                {fact && <LocalFields field={field} fact={fact} onChange={next => write({ [field]: next })} />}
              </Card>
            )
          })}
          <Trouble error={save.error} />
          <Group>
            <Button type="submit" loading={save.isPending} disabled={kept === begun}>
              Lưu nháp
            </Button>
            {kept !== begun && (
              <Button variant="default" onClick={forget}>
                Bỏ chữ vừa gõ
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Card>
  )
}

type Fact = NonNullable<LocalFacts[LocalField]>

export function LocalFields({
  field,
  fact,
  onChange,
}: {
  field: LocalField
  fact: Fact
  onChange: (fact: Fact) => void
}) {
  const name = localNames[field]
  const text = (key: string, label: string, more: { isFree?: boolean; placeholder?: string } = {}): ReactNode => (
    <TextInput
      label={`${name}: ${label}`}
      required={!more.isFree}
      placeholder={more.placeholder}
      value={(fact as unknown as Record<string, string | null>)[key] ?? ''}
      onChange={event => {
        const typed = event.currentTarget.value
        onChange({ ...fact, [key]: typed === '' && more.isFree ? null : typed } as Fact)
      }}
    />
  )
  return (
    <Stack gap="sm" mt="xs">
      {'lines' in fact && <FeeFields fact={fact} onChange={onChange} />}
      {'address' in fact && text('name', 'tên nơi')}
      {'address' in fact && text('address', 'địa chỉ')}
      {'number' in fact && text('number', 'số máy')}
      {'text' in fact && text('text', field === 'hours' ? 'giờ' : 'mẫu nào, lấy ở đâu')}
      {'url' in fact && text('url', 'địa chỉ tải (https), nếu có', { isFree: true })}
      {text('source', 'theo văn bản, thông báo nào', { placeholder: 'Nghị quyết số …, hoặc Bộ phận Một cửa' })}
    </Stack>
  )
}

function FeeFields({
  fact,
  onChange,
}: {
  fact: NonNullable<LocalFacts['fee']>
  onChange: (fact: NonNullable<LocalFacts['fee']>) => void
}) {
  const { lines } = fact
  return (
    <>
      {lines.map((line, place) => {
        const write = (next: Partial<typeof line>) =>
          onChange({ ...fact, lines: lines.map((one, index) => (index === place ? { ...one, ...next } : one)) })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; while it is typed nothing else tells it
          <Group key={place} align="flex-end">
            <TextInput
              label={`Khoản ${place + 1}: tên`}
              required
              value={line.name}
              onChange={event => write({ name: event.currentTarget.value })}
            />
            <NumberInput
              label={`Khoản ${place + 1}: số tiền (đồng)`}
              min={0}
              max={1_000_000_000}
              thousandSeparator="."
              decimalSeparator=","
              allowDecimal={false}
              required
              value={line.amount ?? ''}
              onChange={typed => write({ amount: typeof typed === 'number' ? typed : NOT_TYPED })}
            />
            <TextInput
              label={`Khoản ${place + 1}: tính cho một`}
              placeholder="bản, trang"
              value={line.per ?? ''}
              onChange={event => write({ per: event.currentTarget.value || null })}
            />
            <Button
              variant="default"
              size="compact-md"
              disabled={lines.length === 1}
              onClick={() => onChange({ ...fact, lines: lines.filter((_, index) => index !== place) })}
              aria-label={`Bỏ khoản ${place + 1}`}
            >
              Bỏ
            </Button>
          </Group>
        )
      })}
      <Group>
        <Button
          variant="default"
          size="compact-md"
          disabled={lines.length >= 8}
          onClick={() => onChange({ ...fact, lines: [...lines, { name: '', amount: NOT_TYPED, per: null }] })}
        >
          Thêm khoản
        </Button>
      </Group>
    </>
  )
}
