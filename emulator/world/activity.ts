/** Whether anything is under way, so that a test can wait until the ward and Zalo have both fallen silent. */
export interface Activity {
  begin(): () => void
  /** Resolves true after `quietMs` without anything under way, false when `timeoutMs` passed first. */
  idle(quietMs: number, timeoutMs: number): Promise<boolean>
}

export function createActivity(): Activity {
  let underWay = 0
  let lastAt = Date.now()
  return {
    begin() {
      underWay++
      let ended = false
      return () => {
        if (ended) return
        ended = true
        underWay--
        lastAt = Date.now()
      }
    },
    async idle(quietMs, timeoutMs) {
      const deadline = Date.now() + timeoutMs
      const asked = Date.now()
      while (Date.now() < deadline) {
        if (underWay === 0 && Date.now() - Math.max(lastAt, asked) >= quietMs) return true
        await new Promise(resolve => setTimeout(resolve, 10))
      }
      return false
    },
  }
}
