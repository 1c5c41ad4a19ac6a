/** One field of a guide, drawn from its shape; lists and groups hold fields in turn. */
import {
  Button,
  Card,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { blankOf, fieldNames, isOptional, labelOf, type Shape, valueNames } from '../../../shared/guide-form/index.ts'
import { Place, useLeadsToTarget } from './corrections.tsx'

export type Value = string | number | boolean | null | Value[] | { [name: string]: Value }
type Fields = { [name: string]: Value }

interface Props {
  label: string
  /** `channels.0.fees`; left out where nobody is led to. */
  place?: string
  shape: Shape
  value: Value
  onChange: (value: Value) => void
}

export function Field({ place = '', ...props }: Props) {
  return (
    <Place place={place}>
      <Holding {...props} place={place} />
    </Place>
  )
}

function Holding({ label, place = '', shape, value, onChange }: Props) {
  if (shape.kind === 'list')
    return <ListField label={label} place={place} shape={shape} value={value} onChange={onChange} />
  if (shape.kind === 'group')
    return <GroupField label={label} place={place} shape={shape} value={value} onChange={onChange} />
  if (shape.kind === 'yes-no')
    return <Checkbox label={label} checked={value === true} onChange={event => onChange(event.currentTarget.checked)} />
  if (shape.kind === 'number')
    return (
      <NumberInput
        label={label}
        min={0}
        thousandSeparator="."
        decimalSeparator=","
        value={typeof value === 'number' ? value : ''}
        onChange={typed => onChange(typeof typed === 'number' ? typed : shape.isNullable ? null : 0)}
      />
    )
  const text = typeof value === 'string' ? value : ''
  const write = (typed: string) => onChange(typed === '' && 'isNullable' in shape && shape.isNullable ? null : typed)
  if (shape.kind === 'choice')
    return (
      <NativeSelect
        label={label}
        value={text}
        onChange={event => write(event.currentTarget.value)}
        data={[
          ...(shape.isNullable ? [{ value: '', label: 'Không ghi' }] : []),
          ...optionsOf(shape.options, text).map(option => ({ value: option, label: valueNames[option] ?? option })),
        ]}
      />
    )
  if (shape.kind === 'day')
    return <TextInput type="date" label={label} value={text} onChange={event => write(event.currentTarget.value)} />
  if (shape.isLong)
    return (
      <Textarea label={label} autosize minRows={2} value={text} onChange={event => write(event.currentTarget.value)} />
    )
  return <TextInput label={label} value={text} onChange={event => write(event.currentTarget.value)} />
}

/** What stands there already is never shown as something else. */
function optionsOf(options: readonly string[], value: string): readonly string[] {
  return value === '' || options.includes(value) ? options : [...options, value]
}

function GroupField({ label, place, shape, value, onChange }: Props & { shape: Extract<Shape, { kind: 'group' }> }) {
  if (value === null)
    return (
      <Button variant="default" size="sm" onClick={() => onChange(blankOf({ ...shape, isNullable: false }))}>
        Thêm {label.toLowerCase()}
      </Button>
    )
  const fields = value as Fields
  return (
    <Stack gap="sm">
      {Object.entries(shape.fields).map(([name, field]) => (
        <Field
          key={name}
          label={fieldNames[name] ?? name}
          place={place && `${place}.${name}`}
          shape={field}
          value={fields[name] ?? null}
          onChange={next => onChange(withField(fields, name, isOptional(field) && next === null ? undefined : next))}
        />
      ))}
      {shape.isNullable && (
        <Group>
          <Button variant="default" size="sm" onClick={() => onChange(null)}>
            Bỏ {label.toLowerCase()}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

function ListField({ label, place, shape, value, onChange }: Props & { shape: Extract<Shape, { kind: 'list' }> }) {
  const items = Array.isArray(value) ? value : []
  const replace = (next: Value[]) => onChange(next.length === 0 && shape.isNullable ? null : next)
  const placeOf = (index: number) => (place ? `${place}.${index}` : '')
  const move = (from: number, to: number) => {
    const next = [...items]
    next.splice(to, 0, ...next.splice(from, 1))
    replace(next)
  }
  return (
    <Stack gap="sm" role="group" aria-label={label}>
      <Text fw={600}>{label}</Text>
      {items.map((item, index) => {
        const name = `${label} ${index + 1}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place; while it is typed nothing else tells it
          <Item key={index} item={item} name={name} place={placeOf(index)}>
            <Stack gap="sm">
              <Field
                label={name}
                place={placeOf(index)}
                shape={shape.item}
                value={item}
                onChange={next => replace(items.map((old, at) => (at === index ? next : old)))}
              />
              <Group gap="xs">
                <Button
                  variant="default"
                  size="compact-md"
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                  aria-label={`Đưa ${name} lên`}
                >
                  Lên
                </Button>
                <Button
                  variant="default"
                  size="compact-md"
                  onClick={() => replace(items.filter((_, at) => at !== index))}
                  aria-label={`Bỏ ${name}`}
                >
                  Bỏ
                </Button>
              </Group>
            </Stack>
          </Item>
        )
      })}
      <Group>
        <Button
          variant="default"
          size="sm"
          onClick={() => replace([...items, named(blankOf(shape.item), items.length)])}
        >
          Thêm {label.toLowerCase()}
        </Button>
      </Group>
    </Stack>
  )
}

/** What holds several fields is closed until it is wanted: a guide has hundreds. A new one begins open. */
function Item({ item, name, place, children }: { item: Value; name: string; place: string; children: ReactNode }) {
  const label = labelOf(item)
  const isOnTheWay = useLeadsToTarget(place || '-')
  const [isOpen, setOpen] = useState(label === '' || isOnTheWay)
  useEffect(() => {
    if (isOnTheWay) setOpen(true)
  }, [isOnTheWay])
  if (item === null || typeof item !== 'object')
    return (
      <Card withBorder padding="sm">
        {children}
      </Card>
    )
  return (
    <Card withBorder padding="sm">
      <details open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>{label || name}</summary>
        {isOpen && children}
      </details>
    </Card>
  )
}

/** A new item needs an id of its own from the first moment. */
function named(item: Value, count: number): Value {
  if (item === null || typeof item !== 'object' || Array.isArray(item) || !('id' in item)) return item
  return { ...item, id: `muc-${count + 1}-${Date.now().toString(36)}` }
}

/** @param value left out: the field is not there */
function withField(fields: Fields, name: string, value?: Value): Fields {
  if (value !== undefined) return { ...fields, [name]: value }
  const { [name]: _, ...others } = fields
  return others
}
