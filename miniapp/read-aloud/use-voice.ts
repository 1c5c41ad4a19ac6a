/** The phone's Vietnamese voice. Many phones have none, and Zalo's own window often none at all. */
import { useEffect, useState } from 'react'

/** @returns null where there is none */
export function useVietnameseVoice(): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState(findVoice)
  useEffect(() => {
    const synthesis = window.speechSynthesis
    if (!synthesis?.addEventListener) return
    const look = (): void => setVoice(findVoice())
    look()
    // A browser learns of its voices a moment after the page stands.
    synthesis.addEventListener('voiceschanged', look)
    return () => synthesis.removeEventListener('voiceschanged', look)
  }, [])
  return voice
}

/** Only a voice that lives on the phone: any other sends what it reads to somebody else's server. */
function findVoice(): SpeechSynthesisVoice | null {
  const all = window.speechSynthesis?.getVoices?.() ?? []
  return all.find(({ lang, localService }) => localService && /^vi\b/i.test(lang.replace('_', '-'))) ?? null
}
