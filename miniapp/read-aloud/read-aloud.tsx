/** Reads a page aloud, where the ward recorded it or the phone has a Vietnamese voice; shows nothing anywhere else. */
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/index.ts'
import { createRecordingReader, createVoiceReader, type Reader } from './reader.ts'
import { toBreaths } from './speech-text.ts'
import { useVietnameseVoice } from './use-voice.ts'

interface ReadAloudProps {
  /** What a voice reads, in order, as it is written. */
  lines: readonly string[]
  /** The address of a recording of exactly this text, on our own server; null: there is none. */
  recording: string | null
}

export function ReadAloud({ lines, recording }: ReadAloudProps) {
  const voice = useVietnameseVoice()
  const [state, setState] = useState<'silent' | 'reading' | 'paused'>('silent')
  const reader = useRef<Reader | null>(null)
  const stop = (): void => {
    reader.current?.stop()
    reader.current = null
    setState('silent')
  }

  // Another text, or another page: nobody goes on reading the old one.
  const whole = lines.join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text alone decides
  useEffect(() => {
    window.addEventListener('pagehide', stop)
    return () => {
      window.removeEventListener('pagehide', stop)
      stop()
    }
  }, [whole, recording])

  if (!voice && !recording) return null
  const play = (): void => {
    reader.current ??= recording
      ? createRecordingReader(recording, stop)
      : voice && createVoiceReader(toBreaths(lines), voice, stop)
    reader.current?.play()
    setState('reading')
  }
  const pause = (): void => {
    reader.current?.pause()
    setState('paused')
  }

  return (
    <>
      {state === 'reading' ? (
        <Button icon="pause" onClick={pause}>
          Tạm dừng đọc
        </Button>
      ) : (
        <Button icon="sound" onClick={play}>
          {state === 'paused' ? 'Đọc tiếp' : 'Nghe đọc'}
        </Button>
      )}
      {state !== 'silent' && (
        <Button icon="close" onClick={stop}>
          Thôi đọc
        </Button>
      )}
    </>
  )
}
