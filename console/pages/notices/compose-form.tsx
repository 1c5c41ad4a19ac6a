/** What, when, where, for whom, until when. */
import {
  Button,
  Card,
  Checkbox,
  FileInput,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { useState } from 'react'
import { kindRules, NOTICE_KINDS, type NoticeKind, sayDays, type WireDraft } from '../../../shared/notices/index.ts'
import { momentAt, vietnamDay, vietnamTime } from '../../../shared/vietnam-time.ts'
import { api } from '../../api/index.ts'
import { Trouble } from '../../ui/index.ts'
import { useChange } from '../staff/use-change.ts'
import { urgencyNames } from './about.tsx'
import { TimingFields } from './timing-fields.tsx'
import { When } from './when.tsx'
import type { Area } from './wire.ts'

const END_OF_DAY = '23:59'
const MOST_FILES = 4

interface ComposeFormProps {
  draft: WireDraft
  areas: Area[]
  now: Date
  /** It goes to exactly those who got the first version. */
  isCorrection: boolean
  onChange: (changes: Partial<WireDraft>) => void
}

export function ComposeForm({ draft, areas, now, isCorrection, onChange }: ComposeFormProps) {
  const { fields } = draft
  const change = (changes: Partial<WireDraft['fields']>) => onChange({ fields: { ...fields, ...changes } })
  return (
    <>
      <Card withBorder component="section" aria-label="Lời của tin">
        <Stack gap="sm">
          <TextInput
            label="Tên tin"
            maxLength={80}
            value={fields.title}
            onChange={event => change({ title: event.currentTarget.value })}
          />
          <Textarea
            label="Nội dung"
            description="Câu ngắn, như nói với bà con. Chỗ “…” xin điền vào."
            autosize
            minRows={4}
            maxLength={1500}
            value={fields.what}
            onChange={event => change({ what: event.currentTarget.value })}
          />
          <Group grow align="end">
            <When label="Ngày" type="date" value={fields.day} onChange={day => change({ day })} />
            <When label="Đến hết ngày" type="date" value={fields.lastDay} onChange={lastDay => change({ lastDay })} />
          </Group>
          <Text size="sm" role="status">
            {fields.day ? sayDays(fields) : 'Chưa chọn ngày.'}
          </Text>
          <Group grow align="end">
            <When label="Từ giờ" type="time" value={fields.from} onChange={from => change({ from })} />
            <When label="Đến giờ" type="time" value={fields.until} onChange={until => change({ until })} />
          </Group>
          {(
            [
              ['place', 'Nơi', 120],
              ['who', 'Ai đến', 120],
              ['bring', 'Mang theo', 200],
              ['phone', 'Số điện thoại để hỏi thêm', 20],
            ] as const
          ).map(([name, label, most]) => (
            <TextInput
              key={name}
              label={label}
              maxLength={most}
              value={fields[name] ?? ''}
              onChange={event => change({ [name]: event.currentTarget.value || null })}
            />
          ))}
          <Expiry expiresAt={draft.expiresAt} onChange={expiresAt => onChange({ expiresAt })} />
        </Stack>
      </Card>
      <Files files={draft.files} onChange={files => onChange({ files })} />
      <Card withBorder component="section" aria-label="Loại tin, nơi nhận, giờ gửi">
        <Stack gap="sm">
          <NativeSelect
            label="Loại tin"
            value={draft.kind}
            onChange={event => onChange({ kind: event.currentTarget.value as NoticeKind })}
            data={NOTICE_KINDS.map(kind => ({ value: kind, label: kindRules[kind].name }))}
          />
          <NativeSelect
            label="Mức gấp"
            value={draft.urgency}
            onChange={event => onChange({ urgency: event.currentTarget.value as WireDraft['urgency'] })}
            data={Object.entries(urgencyNames).map(([value, label]) => ({ value, label }))}
          />
          <Checkbox
            label="Hỏi bà con có đi được không"
            checked={draft.rsvp === 'going'}
            onChange={event => onChange({ rsvp: event.currentTarget.checked ? 'going' : 'none' })}
          />
          {!isCorrection && (
            <>
              <Checkbox.Group
                label="Gửi cho"
                value={draft.audience.areas}
                onChange={chosen => onChange({ audience: { areas: chosen } })}
              >
                <Stack gap={6} mt={6} className="choices-long">
                  {areas.map(({ code, name }) => (
                    <Checkbox key={code} value={code} label={`Bà con ${name}`} />
                  ))}
                </Stack>
              </Checkbox.Group>
              <TimingFields timing={draft.timing} now={now} onChange={timing => onChange({ timing })} />
            </>
          )}
        </Stack>
      </Card>
    </>
  )
}

function Expiry({ expiresAt, onChange }: { expiresAt: string; onChange: (expiresAt: string) => void }) {
  const moment = Number.isNaN(Date.parse(expiresAt)) ? null : new Date(expiresAt)
  const [day, time] = moment ? [vietnamDay(moment), vietnamTime(moment)] : ['', END_OF_DAY]
  const put = (nextDay: string | null, nextTime: string | null) =>
    onChange(nextDay ? momentAt(nextDay, nextTime ?? END_OF_DAY).toISOString() : '')
  return (
    <>
      <Group grow align="end">
        <When label="Hạn của tin: ngày" type="date" value={day} onChange={value => put(value, time)} />
        <When label="Hạn của tin: giờ" type="time" value={time} onChange={value => put(day, value)} />
      </Group>
      <Text size="sm">Quá hạn thì không gửi cho ai nữa.</Text>
    </>
  )
}

type NoticeFile = WireDraft['files'][number]

function Files({ files, onChange }: { files: NoticeFile[]; onChange: (files: NoticeFile[]) => void }) {
  const [picked, setPicked] = useState<File | null>(null)
  const attach = useChange(
    (file: File) => api.notices.attach({ file, name: file.name.slice(0, 120), alt: '' }),
    'none',
    taken => {
      setPicked(null)
      if (!files.some(({ id }) => id === taken.id)) onChange([...files, taken])
    },
  )
  return (
    <Card withBorder component="section" aria-label="Ảnh, tệp kèm theo">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Ảnh, tệp kèm theo
        </Title>
        {files.map(file => (
          <Group key={file.id} align="end">
            <TextInput
              flex={1}
              label={file.kind === 'picture' ? 'Trong ảnh có gì?' : `Tệp ${file.name} là gì?`}
              description="Đọc lên cho người không nhìn được"
              maxLength={300}
              value={file.alt}
              onChange={event => {
                const alt = event.currentTarget.value
                onChange(files.map(one => (one.id === file.id ? { ...one, alt } : one)))
              }}
            />
            <Button variant="default" onClick={() => onChange(files.filter(({ id }) => id !== file.id))}>
              Bỏ
            </Button>
          </Group>
        ))}
        {files.length < MOST_FILES && (
          <FileInput
            label="Thêm ảnh hoặc tệp PDF"
            description="Ảnh được làm nhỏ, bỏ nơi chụp và giờ chụp; PDF tối đa 5 MB"
            placeholder="Chọn tệp"
            accept="image/*,application/pdf"
            value={picked}
            disabled={attach.isPending}
            onChange={file => {
              setPicked(file)
              if (file) attach.mutate(file)
            }}
          />
        )}
        <Trouble error={attach.error} />
      </Stack>
    </Card>
  )
}
