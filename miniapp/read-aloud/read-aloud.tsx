/** Reads a page aloud, where the ward recorded it or the phone has a Vietnamese voice; shows nothing anywhere else. */
import { Button } from '../ui/index.ts'
import { Player } from './player.tsx'
import { type ReadingParts, useReading } from './use-reading.ts'
import './read-aloud.css'

interface ReadAloudProps extends ReadingParts {
  /** Which part of the page; absent: all of it. */
  part?: string
}

export function ReadAloud({ lines, recording, part }: ReadAloudProps) {
  const reading = useReading({ lines, recording })
  const { reader, state, hasFailed, play, stop } = reading
  if (!reader && !hasFailed) return null
  return (
    <>
      {state === 'silent' ? (
        <Button icon="sound" onClick={play}>
          {part ? 'Nghe phần này' : 'Nghe đọc'}
          {part && <span className="visually-hidden"> {part}</span>}
        </Button>
      ) : (
        <Button icon="close" onClick={stop}>
          Thôi đọc
        </Button>
      )}
      {state !== 'silent' && <Player reading={reading} />}
      {hasFailed && (
        <p role="alert" className="read-aloud-trouble">
          {recording ? 'Chưa tải được bản ghi âm, có thể do mất mạng. ' : 'Máy chưa đọc được. '}
          {recording && reader === 'voice'
            ? 'Bấm “Nghe đọc” lần nữa để nghe giọng của máy.'
            : 'Xem lại mạng rồi bấm nghe lần nữa.'}
        </p>
      )}
    </>
  )
}

interface PartSoundProps {
  /** The heading of the part. */
  part: string
  recording: string | null
}

/** The recording of one part of a guide; nothing where there is none. */
export function PartSound({ part, recording }: PartSoundProps) {
  if (!recording) return null
  return (
    <div className="buttons no-print part-sound">
      <ReadAloud part={part} lines={[]} recording={recording} />
    </div>
  )
}
