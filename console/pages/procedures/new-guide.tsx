/** A guide of the ward's own: its name, what kind of thing it is, and on which shelf it stands. */
import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { categories } from '../../../shared/content/index.ts'
import { valueNames } from '../../../shared/guide-form/index.ts'
import { api } from '../../api/index.ts'
import { Dialog, Trouble, useKeptText } from '../../ui/index.ts'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { useChange } from '../staff/use-change.ts'
import { fold } from './words.ts'

const KINDS = ['procedure', 'information', 'referral'] as const

export function NewGuide({
  isOpen,
  onClose,
  onCreated,
}: {
  isOpen: boolean
  onClose: () => void
  /** Before the editor opens. */
  onCreated?: () => Promise<unknown>
}) {
  const [title, setTitle, forget] = useKeptText('new-guide')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('procedure')
  const [category, setCategory] = useState<string>(categories[0]?.key ?? '')
  const go = useNavigate()
  const key = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '')
  const create = useChange(
    async () => {
      const draft = await api.guides.create({ key, kind, title: title.trim(), category })
      await onCreated?.()
      return draft
    },
    'guides',
    () => {
      forget()
      go(`/huong-dan/${key}`)
    },
  )
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Hướng dẫn mới">
      <form onSubmit={submitting(() => create.mutate(undefined))}>
        <Stack gap="md">
          <TextInput
            label="Tên, như bà con hay gọi"
            required
            minLength={3}
            maxLength={120}
            data-autofocus
            value={title}
            onChange={event => setTitle(event.currentTarget.value)}
          />
          <Text size="sm">Địa chỉ trang: /thu-tuc/{key || '…'} (giữ nguyên về sau)</Text>
          <NativeSelect
            label="Loại"
            value={kind}
            onChange={event => setKind(event.currentTarget.value as typeof kind)}
            data={KINDS.map(value => ({ value, label: capital(valueNames[value] ?? value) }))}
          />
          <NativeSelect
            label="Lĩnh vực"
            value={category}
            onChange={event => setCategory(event.currentTarget.value)}
            data={categories.map(one => ({ value: one.key, label: one.title }))}
          />
          <Trouble error={create.error} />
          <Button type="submit" loading={create.isPending} disabled={key === ''}>
            Bắt đầu soạn
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
