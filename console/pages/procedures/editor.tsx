/** Every field of a guide, kept a moment after the last key. A lost connection is said; what was typed stays in the tab. */
import { Accordion, Card, Group, Text, TextInput, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { fieldNames, guideShape } from '../../../shared/guide-form/index.ts'
import { ApiError, api } from '../../api/index.ts'
import { Trouble } from '../../ui/index.ts'
import { Field, type Value } from './field.tsx'
import type { Draft } from './words.ts'

const PAUSE_MS = 1200
const OPEN_FIRST = ['title', 'task', 'summary']

type Words = Pick<Draft, 'content' | 'effectiveFrom' | 'effectiveUntil'>

export function Editor({
  draft,
  isSaved,
  onSaved,
}: {
  draft: Draft
  isSaved: boolean
  onSaved: (is: boolean) => void
}) {
  const [words, setWords] = useState<Words>(() => readKept(draft) ?? draft)
  const [error, setError] = useState<unknown>(null)
  const [open, setOpen] = useState(OPEN_FIRST)
  const queries = useQueryClient()
  // What the server answers is not typed: it must not be saved again.
  const saved = useRef<Words | null>(readKept(draft) ? null : words)
  const version = useRef(draft.version)
  const latest = useRef(words)
  // One save after the other: a slow one is not overtaken by the next, which would take it for somebody else's.
  const turn = useRef(Promise.resolve())
  const { id, baseRevision } = draft

  useEffect(() => {
    latest.current = words
    if (saved.current === words) return
    onSaved(false)
    keep(id, version.current, words)
    let timer = setTimeout(queue, PAUSE_MS)
    let isOver = false
    return () => {
      isOver = true
      clearTimeout(timer)
    }

    function queue() {
      turn.current = turn.current.then(save)
    }

    async function save() {
      const { content, effectiveFrom, effectiveUntil } = words
      try {
        const answer = await api.guides.save({
          ...{ id, version: version.current, baseRevision },
          ...{ content, effectiveFrom, effectiveUntil },
        })
        version.current = answer.version
        saved.current = words
        setError(null)
        if (latest.current === words) forget(id)
        await queries.invalidateQueries({ queryKey: ['guides'] })
        if (latest.current === words) onSaved(true)
      } catch (trouble) {
        setError(trouble)
        // The connection comes back by itself; what somebody else saved does not go away. Newer words have a turn of their own.
        if (!isOver && trouble instanceof ApiError && ['offline', 'timeout', 'unavailable'].includes(trouble.trouble))
          timer = setTimeout(queue, 5 * PAUSE_MS)
      }
    }
  }, [words, id, baseRevision, queries, onSaved])

  const change = (next: Partial<Words>) => setWords({ ...words, ...next })
  const content = words.content as unknown as Record<string, Value>
  return (
    <Card withBorder component="section" aria-label="Soạn">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          Soạn
        </Title>
        <Text role="status">{isSaved ? 'Đã lưu' : 'Đang lưu…'}</Text>
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
                  shape={shape}
                  value={content[name] ?? null}
                  onChange={value => change({ content: { ...words.content, [name]: value } as Draft['content'] })}
                />
              )}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Card>
  )
}

const keyOf = (id: string) => `mot-cua.guide.${id}`

function keep(id: string, version: number, { content, effectiveFrom, effectiveUntil }: Words): void {
  sessionStorage.setItem(keyOf(id), JSON.stringify({ version, content, effectiveFrom, effectiveUntil }))
}

function forget(id: string): void {
  sessionStorage.removeItem(keyOf(id))
}

/** What this tab had not been able to save; null when somebody has saved since. */
function readKept(draft: Draft): Words | null {
  const kept = JSON.parse(sessionStorage.getItem(keyOf(draft.id)) ?? 'null') as (Words & { version: number }) | null
  return kept?.version === draft.version ? kept : null
}
