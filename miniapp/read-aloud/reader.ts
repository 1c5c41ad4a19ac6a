/** Who reads: a recording that the ward made, or the phone's own Vietnamese voice. */
export interface Reader {
  /** Begins, or goes on where it was paused. */
  play(): void
  pause(): void
  /** Ten seconds, or one breath. */
  goBack(): void
  setSlow(isSlow: boolean): void
  /** The next `play` begins anew. */
  stop(): void
}

export interface Listener {
  /** After the last word. */
  onEnd(): void
  /** Nothing more will be heard. */
  onFail(): void
  /** Seconds; `whole` is null while nobody knows it. */
  onTime?(at: number, whole: number | null): void
}

const BACK_S = 10
const SLOW_RECORDING = 0.8

export function createRecordingReader(address: string, { onEnd, onFail, onTime }: Listener): Reader {
  const audio = new Audio(address)
  let isStopped = false
  const fail = (): void => {
    if (!isStopped) onFail()
  }
  audio.addEventListener('ended', onEnd)
  audio.addEventListener('error', fail)
  const tell = (): void => onTime?.(audio.currentTime, Number.isFinite(audio.duration) ? audio.duration : null)
  audio.addEventListener('timeupdate', tell)
  audio.addEventListener('loadedmetadata', tell)
  return {
    play: () => void audio.play().catch((error: unknown) => !isInterruption(error) && fail()),
    pause: () => audio.pause(),
    goBack() {
      audio.currentTime = Math.max(0, audio.currentTime - BACK_S)
    },
    setSlow(isSlow) {
      // Both: loading sets the rate back to the default one.
      audio.defaultPlaybackRate = isSlow ? SLOW_RECORDING : 1
      audio.playbackRate = audio.defaultPlaybackRate
    },
    stop() {
      isStopped = true
      audio.pause()
      // Lets go of what is still being fetched.
      audio.removeAttribute('src')
      audio.load()
    },
  }
}

/** Whoever pauses before the first sound ends the promise to play, and nothing is wrong. */
function isInterruption(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

const VOICE_RATE = 0.9
const SLOW_VOICE_RATE = 0.7

/**
 * Pausing is ours: the pause of Android's own voices forgets where it was. A paused reading begins again with the breath
 * in which it was interrupted.
 */
export function createVoiceReader(
  breaths: readonly string[],
  voice: SpeechSynthesisVoice,
  { onEnd, onFail }: Listener,
): Reader {
  let place = 0
  let turn = 0
  let rate = VOICE_RATE
  let isSpeaking = false

  function speakFrom(): void {
    const breath = breaths[place]
    if (breath === undefined) {
      place = 0
      isSpeaking = false
      onEnd()
      return
    }
    turn += 1
    const mine = turn
    isSpeaking = true
    const speech = new SpeechSynthesisUtterance(breath)
    speech.voice = voice
    speech.lang = voice.lang
    speech.rate = rate
    speech.onend = () => {
      if (mine !== turn) return
      place += 1
      speakFrom()
    }
    speech.onerror = () => {
      if (mine !== turn) return
      place = 0
      isSpeaking = false
      onFail()
    }
    window.speechSynthesis.speak(speech)
  }

  function hush(): void {
    turn += 1
    isSpeaking = false
    window.speechSynthesis.cancel()
  }

  function beginAgain(): void {
    hush()
    speakFrom()
  }

  return {
    play: beginAgain,
    pause: hush,
    goBack() {
      const wasSpeaking = isSpeaking
      place = Math.max(0, place - 1)
      if (wasSpeaking) beginAgain()
    },
    setSlow(isSlow) {
      rate = isSlow ? SLOW_VOICE_RATE : VOICE_RATE
      if (isSpeaking) beginAgain()
    },
    stop() {
      place = 0
      hush()
    },
  }
}
