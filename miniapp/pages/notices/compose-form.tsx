/** Screen 2: what, when, where, until when; with hints as it is typed. */
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import type { Advice } from '../../../shared/notices/index.ts'
import { findTemplate, isBlocked } from '../../../shared/notices/index.ts'
import { type Account, wardNow } from '../../api/index.ts'
import { Button, Card, Fold } from '../../ui/index.ts'
import { AudienceField } from './audience-field.tsx'
import { hintsOn, startersOf } from './draft-rules.ts'
import { dropDraft, type PhoneDraft } from './drafts.ts'
import { ExpiryField } from './expiry-field.tsx'
import { Field } from './field.tsx'
import { FileFields } from './file-fields.tsx'
import { Hints } from './hints.tsx'
import { KindFields } from './kind-fields.tsx'
import { fieldLengths } from './names.ts'
import { TimingFields } from './timing-fields.tsx'
import { WhenFields } from './when-fields.tsx'
import type { WireDraft } from './wire.ts'

/** From the draft as it is when the change arrives. */
export type DraftChange = (draft: WireDraft) => Partial<WireDraft>

interface ComposeFormProps {
  draft: PhoneDraft
  leads: Account['leads']
  /** Begun with a photo of the paper: it comes first. */
  isPhoto: boolean
  onChange(change: DraftChange): void
  onNext(): void
}

export function ComposeForm({ draft: given, leads, isPhoto, onChange, onNext }: ComposeFormProps) {
  const { draft, corrects, key } = given
  const navigate = useNavigate()
  const [isPressed, setPressed] = useState(false)
  const { fields } = draft
  const hints = hintsOn(given, wardNow())
  const change = (changes: Partial<WireDraft['fields']>): void =>
    onChange(latest => ({ fields: { ...latest.fields, ...changes } }))
  const of = (...names: Advice['field'][]): Advice[] =>
    hints.filter(({ field, code }) => names.includes(field) && (isPressed || code !== 'missing'))
  const next = (): void => {
    setPressed(true)
    if (!isBlocked(hints)) onNext()
    else requestAnimationFrame(() => document.querySelector('.tin-hints-block')?.scrollIntoView({ block: 'center' }))
  }
  const discard = (): void => {
    dropDraft(key)
    navigate('/thong-bao/to-truong', { replace: true })
  }
  const files = (
    <Card title={isPhoto ? 'Ảnh tờ giấy' : 'Ảnh, tệp kèm theo'} icon="picture">
      <FileFields files={draft.files} onChange={make => onChange(latest => ({ files: make(latest.files) }))} />
      <Hints hints={of('files')} />
    </Card>
  )
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        next()
      }}
    >
      <h1 className="page-title" tabIndex={-1}>
        {corrects
          ? `Đính chính tin ${corrects}`
          : (findTemplate(draft.template, startersOf(given))?.name ?? 'Viết thông báo')}
      </h1>
      {isPhoto && files}
      <Card title="Nội dung" icon="pen">
        <Field label="Tên tin" value={fields.title} most={fieldLengths.title} onChange={title => change({ title })} />
        <Hints hints={of('title')} />
        <Field
          label="Nội dung"
          rows={6}
          value={fields.what}
          most={fieldLengths.what}
          hint="Câu ngắn, như nói với bà con. Chỗ “…” xin điền vào."
          onChange={what => change({ what })}
        />
        <Hints hints={of('what')} />
      </Card>
      <Card title="Ngày, giờ" icon="calendar">
        <WhenFields fields={fields} onChange={change} />
        <Hints hints={of('day', 'lastDay', 'from', 'until', 'span')} />
      </Card>
      <Card title="Nơi, người, đồ mang theo" icon="map">
        <Field
          label="Nơi"
          value={fields.place ?? ''}
          most={fieldLengths.place}
          hint="Ví dụ: Nhà văn hóa tổ 12"
          onChange={place => change({ place: place || null })}
        />
        <Hints hints={of('place')} />
        <Field
          label="Ai đến"
          value={fields.who ?? ''}
          most={fieldLengths.who}
          onChange={who => change({ who: who || null })}
        />
        <Hints hints={of('who')} />
        <Field
          label="Mang theo"
          value={fields.bring ?? ''}
          most={fieldLengths.bring}
          onChange={bring => change({ bring: bring || null })}
        />
        <Hints hints={of('bring')} />
        <Field
          label="Số điện thoại để hỏi thêm"
          kind="tel"
          value={fields.phone ?? ''}
          most={20}
          hint="Số của phường, hoặc số mà chủ số đồng ý cho in ra."
          onChange={phone => change({ phone: phone || null })}
        />
        <Hints hints={of('phone')} />
      </Card>
      <Card title="Hạn của tin" icon="clock">
        <ExpiryField expiresAt={draft.expiresAt} onChange={expiresAt => onChange(() => ({ expiresAt }))} />
        <Hints hints={of('expiresAt')} />
      </Card>
      {!isPhoto && files}
      {!corrects && (
        <Card title="Gửi cho ai" icon="house">
          <AudienceField
            areas={draft.audience.areas}
            leads={leads}
            onChange={areas => onChange(() => ({ audience: { areas } }))}
          />
          <Hints hints={of('audience')} />
        </Card>
      )}
      <Fold title="Loại tin, mức gấp, giờ gửi" icon="info">
        <KindFields draft={draft} onChange={changes => onChange(() => changes)} />
        {!corrects && <TimingFields timing={draft.timing} onChange={timing => onChange(() => ({ timing }))} />}
      </Fold>
      <Hints hints={of('kind', 'timing')} />
      <div className="buttons">
        <Button type="submit" look="main" icon="forward">
          Xem và gửi
        </Button>
        <Button icon="close" onClick={discard}>
          Bỏ bản nháp này
        </Button>
      </div>
      <p className="tin-small">Bản nháp tự lưu trên máy này, mất mạng vẫn còn.</p>
    </form>
  )
}
