/** One reading under way: who reads, and when it must fall silent. */
import { useEffect, useRef, useState } from 'react'
import { createRecordingReader, createVoiceReader, type Listener, type Reader } from './reader.ts'
import { toBreaths } from './speech-text.ts'
import { useVietnameseVoice } from './use-voice.ts'

export interface ReadingParts {
  /** What a voice reads, in order, as it is written; none: only a recording is played. */
  lines: readonly string[]
  /** The address of a recording of exactly this text; null: there is none. */
  recording: string | null
}

export interface Reading {
  /** Null: nothing and nobody can read here. */
  reader: 'recording' | 'voice' | null
  state: 'silent' | 'reading' | 'paused'
  /** True after a recording could not be fetched. */
  hasFailed: boolean
  /** Of a recording, in seconds. */
  time: { at: number; whole: number | null } | null
  isSlow: boolean
  play(): void
  pause(): void
  goBack(): void
  setSlow(isSlow: boolean): void
  stop(): void
}

/** One sound at a time, on whichever part of the page. */
let silenceOther: (() => void) | null = null
/** Whoever wants it slow here wants it slow there. */
let wantsSlow = false

export function useReading({ lines, recording }: ReadingParts): Reading {
  const voice = useVietnameseVoice()
  const [state, setState] = useState<Reading['state']>('silent')
  const [hasFailed, setFailed] = useState(false)
  const [time, setTime] = useState<Reading['time']>(null)
  const [isSlow, setSlow] = useState(wantsSlow)
  const current = useRef<Reader | null>(null)
  const canSpeak = voice !== null && lines.length > 0
  const reader = recording && !(hasFailed && canSpeak) ? 'recording' : canSpeak ? 'voice' : null

  const stop = useRef(() => {
    if (silenceOther === stop) silenceOther = null
    current.current?.stop()
    current.current = null
    setTime(null)
    setState('silent')
  }).current
  const pause = useRef(() => {
    current.current?.pause()
    setState(was => (was === 'reading' ? 'paused' : was))
  }).current

  // Another text, another page, or nobody looks any more: nobody goes on reading the old one.
  const whole = lines.join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text alone decides
  useEffect(() => {
    const hide = (): void => {
      if (document.visibilityState === 'hidden') pause()
    }
    window.addEventListener('pagehide', stop)
    document.addEventListener('visibilitychange', hide)
    setFailed(false)
    return () => {
      window.removeEventListener('pagehide', stop)
      document.removeEventListener('visibilitychange', hide)
      stop()
    }
  }, [whole, recording])

  const listener: Listener = {
    onEnd: stop,
    onFail() {
      stop()
      setFailed(true)
    },
    onTime: (at, length) => setTime({ at, whole: length }),
  }

  return {
    reader,
    state,
    hasFailed,
    time,
    isSlow,
    play() {
      if (silenceOther !== stop) silenceOther?.()
      silenceOther = stop
      if (!current.current) {
        setSlow(wantsSlow)
        setFailed(false)
        if (reader === 'recording' && recording) current.current = createRecordingReader(recording, listener)
        else if (voice) current.current = createVoiceReader(toBreaths(lines), voice, listener)
        current.current?.setSlow(wantsSlow)
      }
      setState('reading')
      current.current?.play()
    },
    pause,
    goBack: () => current.current?.goBack(),
    setSlow(next) {
      wantsSlow = next
      setSlow(next)
      current.current?.setSlow(next)
    },
    stop,
  }
}
