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

export function Editor({ draft }: { draft: Draft }) {
  const [words, setWords] = useState<Words>(() => readKept(draft) ?? draft)
  const [error, setError] = useState<unknown>(null)
  const [isSaved, setSaved] = useState(true)
  const [open, setOpen] = useState(OPEN_FIRST)
  const version = useRef(draft.version)
  const queries = useQueryClient()
  const changed = useRef(readKept(draft) !== null)

  useEffect(() => {
    if (!changed.current) return
    setSaved(false)
    keep(draft, version.current, words)
    const timer = setTimeout(() => void save(), PAUSE_MS)
    return () => clearTimeout(timer)

    async function save() {
      try {
        const saved = await api.guides.save({
          id: draft.id,
          version: version.current,
          baseRevision: draft.baseRevision,
          content: words.content,
          effectiveFrom: words.effectiveFrom,
          effectiveUntil: words.effectiveUntil,
        })
        version.current = saved.version
        forget(draft)
        setSaved(true)
        setError(null)
        await queries.invalidateQueries({ queryKey: ['guides'] })
      } catch (trouble) {
        setError(trouble)
        // The connection comes back by itself; what somebody else saved does not go away.
        if (trouble instanceof ApiError && ['offline', 'timeout', 'unavailable'].includes(trouble.trouble))
          setTimeout(() => void save(), 5 * PAUSE_MS)
      }
    }
  }, [words, draft, queries])

  const change = (next: Partial<Words>) => {
    changed.current = true
    setWords({ ...words, ...next })
  }
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

const keyOf = ({ id }: Draft) => `mot-cua.guide.${id}`

function keep(draft: Draft, version: number, { content, effectiveFrom, effectiveUntil }: Words): void {
  sessionStorage.setItem(keyOf(draft), JSON.stringify({ version, content, effectiveFrom, effectiveUntil }))
}

function forget(draft: Draft): void {
  sessionStorage.removeItem(keyOf(draft))
}

/** What this tab had not been able to save; null when somebody has saved since. */
function readKept(draft: Draft): Words | null {
  const kept = JSON.parse(sessionStorage.getItem(keyOf(draft)) ?? 'null') as (Words & { version: number }) | null
  return kept?.version === draft.version ? kept : null
}
