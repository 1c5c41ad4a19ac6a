/** What holds in one area only: one thing at a time, with where the officer has it from. */
import { NativeSelect, Stack, Text } from '@mantine/core'
import { type LocalFacts, type LocalField, localNames, noFacts } from '../../../shared/local-parts/index.ts'
import { BLANK, LocalFields } from '../procedures/local-editor.tsx'

export function LocalForm({
  area,
  fields,
  facts,
  onChange,
}: {
  area: string
  fields: readonly LocalField[]
  facts: LocalFacts | null
  onChange: (facts: LocalFacts) => void
}) {
  const chosen = fields.find(field => facts?.[field]) ?? fields[0]
  if (!chosen) return null
  const choose = (field: LocalField) => onChange({ ...noFacts, [field]: BLANK[field] })
  return (
    <Stack gap="sm">
      <Text>
        Chỉ bà con {area} thấy, kèm nguồn. Người thứ hai của {area} duyệt thì có hiệu lực; hướng dẫn chung giữ nguyên.
      </Text>
      {fields.length > 1 && (
        <NativeSelect
          label="Điều gì khác tại đây"
          value={chosen}
          onChange={event => choose(event.currentTarget.value as LocalField)}
          data={fields.map(field => ({ value: field, label: localNames[field] }))}
        />
      )}
      <LocalFields
        field={chosen}
        fact={facts?.[chosen] ?? BLANK[chosen]}
        onChange={fact => onChange({ ...noFacts, [chosen]: fact })}
      />
    </Stack>
  )
}
