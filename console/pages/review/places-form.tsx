/** The places of a guide that a fact stands in, as fields; what stands the same in several is typed once. */
import { Accordion, Stack } from '@mantine/core'
import { labelOf, namePlace, type Shape, shapeAt, valueAt } from '../../../shared/guide-form/index.ts'
import { wordFee } from '../../../shared/guides/index.ts'
import type { Fee, Topic } from '../../../shared/procedures.ts'
import { settleFee } from '../../../shared/review/index.ts'
import { Field, type Value } from '../procedures/field.tsx'
import type { Changes } from './said.ts'

interface Group {
  label: string
  places: string[]
  shape: Shape
}

const IS_FEE = /\.fees\.\d+$/
/** What is usually wrong with a fee; its name, its cases and its reliefs are the editor's. */
const FEE_FIELDS = ['amount', 'status', 'per', 'text']

export function PlacesForm({
  topic,
  places,
  changes,
  onChange,
}: {
  topic: Topic
  places: readonly string[]
  changes: Changes
  onChange: (changes: Changes) => void
}) {
  const groups = groupAlike(topic, places)
  const first = groups.length > 4 ? [] : groups.map((_, at) => String(at))
  const write = (group: Group, value: Value) => {
    const before = valueAt(topic, group.places[0] ?? '')
    const old = changes[group.places[0] ?? ''] ?? before
    const isFee = IS_FEE.test(group.places[0] ?? '')
    const settled = isFee ? settleFee(old as Fee, value as unknown as Fee) : value
    const isBack = JSON.stringify(settled) === JSON.stringify(before)
    const others = Object.entries(changes).filter(([place]) => !group.places.includes(place))
    const put = (place: string) => (isFee ? { ...(valueAt(topic, place) as Fee), ...pick(settled as Fee) } : settled)
    onChange(
      Object.fromEntries([...others, ...(isBack ? [] : group.places.map(place => [place, put(place)] as const))]),
    )
  }
  const field = (group: Group) => (
    <Field
      label={group.label}
      shape={group.shape}
      value={(changes[group.places[0] ?? ''] ?? valueAt(topic, group.places[0] ?? '') ?? null) as Value}
      onChange={value => write(group, value)}
    />
  )
  const [only] = groups
  if (only && groups.length === 1) return field(only)
  return (
    <Accordion multiple defaultValue={first} transitionDuration={0} order={3}>
      {groups.map((group, at) => (
        <Accordion.Item key={group.places[0]} value={String(at)}>
          <Accordion.Control>{group.label}</Accordion.Control>
          <Accordion.Panel>
            <Stack gap="sm">{field(group)}</Stack>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  )
}

function pick({ amount, status, per, text }: Fee): Pick<Fee, 'amount' | 'status' | 'per' | 'text'> {
  return { amount, status, per, text }
}

function groupAlike(topic: Topic, places: readonly string[]): Group[] {
  const alike = Map.groupBy(places, place => JSON.stringify(shown(topic, place)))
  return [...alike.values()].flatMap(own => {
    const [first = ''] = own
    const shape = shapeAt(first)
    return shape ? [{ label: nameAll(topic, own), places: own, shape: narrow(first, shape) }] : []
  })
}

/** A fee is the same where what is typed here is the same, whatever reliefs it has. */
function shown(topic: Topic, place: string): unknown {
  const value = valueAt(topic, place)
  if (!IS_FEE.test(place)) return value
  const { name, cases, ...rest } = value as Fee
  return [name, cases, ...FEE_FIELDS.map(field => rest[field as keyof typeof rest])]
}

function narrow(place: string, shape: Shape): Shape {
  if (!IS_FEE.test(place) || shape.kind !== 'group') return shape
  const { fields } = shape
  return {
    ...shape,
    fields: Object.fromEntries(FEE_FIELDS.flatMap(name => (fields[name] ? [[name, fields[name]]] : []))),
  }
}

/** "Lệ phí bản sao · 8.000 đồng · Nộp trực tiếp, Nộp qua mạng · Trường hợp A" */
function nameAll(topic: Topic, places: readonly string[]): string {
  const [first = ''] = places
  if (!first.startsWith('channels.')) return namePlace(topic, first)
  const channels = places.map(place => labelOf(valueAt(topic, place.split('.').slice(0, 2).join('.'))))
  const value = valueAt(topic, first)
  const what = IS_FEE.test(first) ? (value as Fee).name : namePlace({}, first.split('.').at(-1) ?? '')
  const cases = IS_FEE.test(first)
    ? ((value as Fee).cases ?? []).map(id => topic.cases.find(one => one.id === id)?.label ?? id)
    : []
  const now = IS_FEE.test(first) ? wordFee(value as Fee) : ''
  return [what, now, [...new Set(channels)].join(', '), cases.join(', ')].filter(Boolean).join(' · ')
}
