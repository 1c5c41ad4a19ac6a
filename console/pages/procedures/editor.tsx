/** Every field of a guide, kept a moment after the last key. A lost connection is said; what was typed stays in the tab. */
import { Accordion, Card, Group, Text, TextInput, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { fieldNames, guideShape } from '../../../shared/guide-form/index.ts'
import { Trouble } from '../../ui/index.ts'
import { Conflict } from './conflict.tsx'
import { type Correction, MarkedPlaces, Place } from './corrections.tsx'
import { Field, type Value } from './field.tsx'
import { Presence } from './presence.tsx'
import { TableEditor } from './table-editor.tsx'
import { useDraft } from './use-draft.ts'
import type { Draft } from './words.ts'

const OPEN_FIRST = ['title', 'task', 'summary']
const TABLE = 'checklist'

export function Editor({
  draft,
  isSaved,
  onSaved,
  corrections,
  target,
}: {
  draft: Draft
  isSaved: boolean
  onSaved: (is: boolean) => void
  corrections: readonly Correction[]
  /** The place the officer is led to; empty: none. */
  target: string
}) {
  const { words, error, clash, change, settle } = useDraft(draft, onSaved)
  const [open, setOpen] = useState(OPEN_FIRST)
  const [field = ''] = target.split('.')
  useEffect(() => {
    if (field) setOpen(before => [...new Set([...before, field])])
  }, [field])
  const content = words.content as unknown as Record<string, Value>
  return (
    <MarkedPlaces.Provider value={{ corrections, target }}>
      <Presence guide={draft.topic} version={draft.version} />
      {clash && <Conflict clash={clash} onChoose={settle} />}
      <Card withBorder component="section" aria-label="Soạn">
        <Group justify="space-between" mb="sm">
          <Title order={2} size="h4">
            Soạn
          </Title>
          <Text role="status">{sayState({ isSaved, isClashing: clash !== null, hasFailed: error !== null })}</Text>
        </Group>
        <Trouble error={error} />
        <Group mb="md" align="flex-end">
          <TextInput
            type="date"
            label="Đăng từ ngày (để trống: ngay khi duyệt)"
            value={words.effectiveFrom ?? ''}
            onChange={event => change({ effectiveFrom: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label="Ngày cuối (để trống: đến khi có bản mới)"
            value={words.effectiveUntil ?? ''}
            onChange={event => change({ effectiveUntil: event.currentTarget.value || null })}
          />
        </Group>
        <Accordion multiple value={open} onChange={setOpen} transitionDuration={0} order={3}>
          {Object.entries(guideShape).map(([name, shape]) => (
            <Accordion.Item key={name} value={name}>
              <Accordion.Control>{fieldNames[name] ?? name}</Accordion.Control>
              <Accordion.Panel>
                {open.includes(name) && (
                  <Field
                    label={fieldNames[name] ?? name}
                    place={name}
                    shape={shape}
                    value={content[name] ?? null}
                    onChange={value => change({ content: { ...words.content, [name]: value } as Draft['content'] })}
                  />
                )}
              </Accordion.Panel>
            </Accordion.Item>
          ))}
          <Accordion.Item value={TABLE}>
            <Accordion.Control>{fieldNames[TABLE]}</Accordion.Control>
            <Accordion.Panel>
              {open.includes(TABLE) && (
                <Place place={TABLE}>
                  <TableEditor draft={draft} topic={words.content} onChange={next => change({ content: next })} />
                </Place>
              )}
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      </Card>
    </MarkedPlaces.Provider>
  )
}

function sayState(is: { isSaved: boolean; isClashing: boolean; hasFailed: boolean }): string {
  if (is.isClashing) return 'Chờ chọn chữ của ai'
  if (is.isSaved) return 'Đã lưu'
  return is.hasFailed ? 'Chưa lưu được; chữ đã gõ còn trên máy này' : 'Đang lưu…'
}
