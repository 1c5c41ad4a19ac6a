/** Who reads: a recording that the ward made, or the phone's own Vietnamese voice. */
export interface Reader {
  /** Begins, or goes on where it was paused. */
  play(): void
  pause(): void
  /** The next `play` begins anew. */
  stop(): void
}

/** @param onEnd after the last word, or when reading fails */
export function createRecordingReader(address: string, onEnd: () => void): Reader {
  const audio = new Audio(address)
  audio.addEventListener('ended', onEnd)
  audio.addEventListener('error', onEnd)
  return {
    play: () => void audio.play().catch(onEnd),
    pause: () => audio.pause(),
    stop() {
      audio.pause()
      audio.currentTime = 0
    },
  }
}

/**
 * Pausing is ours: the pause of Android's own voices forgets where it was. A paused reading begins again with the breath
 * in which it was interrupted.
 */
export function createVoiceReader(breaths: readonly string[], voice: SpeechSynthesisVoice, onEnd: () => void): Reader {
  let place = 0
  let turn = 0

  function speakFrom(): void {
    const breath = breaths[place]
    if (breath === undefined) {
      place = 0
      onEnd()
      return
    }
    turn += 1
    const mine = turn
    const speech = new SpeechSynthesisUtterance(breath)
    speech.voice = voice
    speech.lang = voice.lang
    speech.rate = 0.9
    speech.onend = () => {
      if (mine !== turn) return
      place += 1
      speakFrom()
    }
    speech.onerror = () => {
      if (mine !== turn) return
      place = 0
      onEnd()
    }
    window.speechSynthesis.speak(speech)
  }

  function hush(): void {
    turn += 1
    window.speechSynthesis.cancel()
  }

  return {
    play() {
      hush()
      speakFrom()
    },
    pause: hush,
    stop() {
      place = 0
      hush()
    },
  }
}
