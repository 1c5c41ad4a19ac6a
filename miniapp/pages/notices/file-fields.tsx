/** Pictures and PDFs of a notice: made small here, checked at the ward, described in words for those who do not see them. */
import { type ChangeEvent, useId, useState } from 'react'
import { fetchJson, origin } from '../../api/index.ts'
import { Button, Icon, Notice } from '../../ui/index.ts'
import { fileLimits } from './names.ts'
import { makeSmall } from './small-picture.ts'
import { notDone, troubleOf } from './trouble-words.ts'
import type { WireDraft } from './wire.ts'

type NoticeFile = WireDraft['files'][number]

interface FileFieldsProps {
  files: readonly NoticeFile[]
  /** Made from the files as they are by then. */
  onChange(make: (files: readonly NoticeFile[]) => NoticeFile[]): void
}

/** Large things on a slow network. */
const UPLOAD_WITHIN_MS = 120_000

export function FileFields({ files, onChange }: FileFieldsProps) {
  const [state, setState] = useState<'idle' | 'busy' | { failed: string }>('idle')
  const take = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (!file) return
    setState('busy')
    const outcome = await upload(file)
    if ('failed' in outcome) setState(outcome)
    else {
      setState('idle')
      onChange(latest => (latest.some(({ id }) => id === outcome.id) ? [...latest] : [...latest, outcome]))
    }
  }
  const isFull = files.length >= fileLimits.count
  return (
    <>
      {files.map(file => (
        <Attached
          key={file.id}
          file={file}
          onAlt={alt => onChange(latest => latest.map(one => (one.id === file.id ? { ...one, alt } : one)))}
          onDrop={() => onChange(latest => latest.filter(({ id }) => id !== file.id))}
        />
      ))}
      <div role="status">
        {state === 'busy' && <p>Đang làm nhỏ ảnh và gửi lên phường…</p>}
        {typeof state === 'object' && <Notice tone="check">{state.failed}</Notice>}
      </div>
      {!isFull && (
        <div className="buttons">
          <Picker accept="image/*" icon="picture" isBusy={state === 'busy'} onPick={take}>
            Thêm ảnh
          </Picker>
          <Picker accept="application/pdf" icon="papers" isBusy={state === 'busy'} onPick={take}>
            Thêm tệp PDF
          </Picker>
        </div>
      )}
      <p className="tin-small">Ảnh được làm nhỏ ngay trên máy, bỏ nơi chụp và giờ chụp. Tệp PDF tối đa 5 MB.</p>
    </>
  )
}

interface PickerProps {
  accept: string
  icon: 'picture' | 'papers'
  isBusy: boolean
  onPick(event: ChangeEvent<HTMLInputElement>): Promise<void>
  children: string
}

function Picker({ accept, icon, isBusy, onPick, children }: PickerProps) {
  return (
    <label className="button tin-picker">
      <Icon name={icon} />
      <span>{children}</span>
      <input
        type="file"
        className="tin-picker-input"
        accept={accept}
        disabled={isBusy}
        onChange={event => void onPick(event)}
      />
    </label>
  )
}

function Attached({ file, onAlt, onDrop }: { file: NoticeFile; onAlt(alt: string): void; onDrop(): void }) {
  const id = useId()
  const isPicture = file.kind === 'picture'
  return (
    <div className="tin-attached">
      {isPicture ? (
        <img src={origin + file.url} alt={file.alt || 'Ảnh chưa có lời tả'} />
      ) : (
        <p>
          <Icon name="papers" /> {file.name}
        </p>
      )}
      <div className="tin-field">
        <label htmlFor={id}>{isPicture ? 'Trong ảnh có gì?' : 'Tệp này là gì?'}</label>
        <input
          id={id}
          type="text"
          maxLength={300}
          value={file.alt}
          placeholder="Ví dụ: giấy mời họp có dấu của phường"
          onChange={event => onAlt(event.target.value)}
        />
        <p className="tin-small">Đọc lên cho người không nhìn được ảnh.</p>
      </div>
      <Button icon="close" onClick={onDrop}>
        {isPicture ? 'Bỏ ảnh này' : 'Bỏ tệp này'}
      </Button>
    </div>
  )
}

async function upload(file: File): Promise<NoticeFile | { failed: string }> {
  const isPdf = file.type === 'application/pdf' || /\.pdf$/i.test(file.name)
  if (isPdf && file.size > fileLimits.pdf)
    return { failed: 'Tệp PDF này lớn hơn 5 MB. Chọn tệp nhỏ hơn, hoặc chụp ảnh từng trang.' }
  let content: Blob = file
  if (!isPdf) {
    try {
      content = await makeSmall(file)
    } catch {
      return { failed: 'Máy không mở được ảnh này. Chụp lại, hoặc chọn ảnh khác.' }
    }
  }
  const form = new FormData()
  form.set('file', content, isPdf ? file.name : 'anh.jpg')
  form.set('name', isPdf ? file.name.slice(0, 120) : 'Ảnh kèm tin')
  form.set('alt', '')
  try {
    return (await fetchJson('/api/notice-files', { method: 'POST', body: form }, UPLOAD_WITHIN_MS)) as NoticeFile
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble === 'invalid')
      return {
        failed: isPdf
          ? 'Phường không đọc được tệp này: có thể bị khóa, hoặc dài quá 40 trang.'
          : 'Phường không đọc được ảnh này. Chụp lại, hoặc chọn ảnh khác.',
      }
    return { failed: notDone('Chưa gửi được tệp', trouble) }
  }
}
