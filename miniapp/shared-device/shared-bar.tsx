/** "Máy dùng chung – Xong, xóa hết": always in sight, and pressed by the clock when everybody has left. */
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router-dom'
import { Button, Notice, Sheet, wearKeptLook } from '../ui/index.ts'
import { useIdle } from './use-idle.ts'
import { endVisit, wipeStorage } from './wipe.ts'
import './shared-device.css'

const VISIT = 'mot-cua.visit'

export default function SharedBar() {
  const [isWiping, setWiping] = useState(false)
  const bar = useBarHeight()
  useCleanStart()
  const finish = (): void => {
    setWiping(true)
    void endVisit()
  }
  const { secondsLeft, stay } = useIdle(finish)
  return (
    <>
      <aside ref={bar} className="shared-bar no-print" aria-label="Máy dùng chung">
        <p>Máy dùng chung</p>
        <Button onClick={finish} disabled={isWiping}>
          Xong, xóa hết
        </Button>
      </aside>
      <Wiped />
      {isWiping && (
        <div className="shared-cover" role="status">
          Đang xóa…
        </div>
      )}
      <Sheet title="Còn ai đang dùng không?" isOpen={secondsLeft !== null && !isWiping} onClose={stay}>
        <p role="alert">Máy sắp xóa hết những gì đã xem để người sau dùng.</p>
        <p aria-hidden="true" className="shared-seconds">
          Còn {secondsLeft} giây
        </p>
        <div className="buttons">
          <Button look="main" onClick={stay}>
            Tôi còn dùng
          </Button>
          <Button onClick={finish}>Xong, xóa hết</Button>
        </div>
      </Sheet>
    </>
  )
}

/** Said once to whoever pressed, and to the next person. */
function Wiped() {
  const { hash, pathname } = useLocation()
  if (hash !== '#da-xoa' || pathname !== '/') return null
  return (
    <div className="page shared-wiped">
      <Notice tone="done" isNews>
        Đã xóa hết. Mời người tiếp theo.
      </Notice>
    </div>
  )
}

/** A browser that was closed in the middle of a visit may have left something behind. */
function useCleanStart(): void {
  useEffect(() => {
    try {
      if (window.sessionStorage.getItem(VISIT)) return
      void wipeStorage().then(() => {
        wearKeptLook()
        window.sessionStorage.setItem(VISIT, '1')
      })
    } catch {
      // Without storage nothing can have been left.
    }
  }, [])
}

/** The bar may need two lines; what sticks below it has to know. */
function useBarHeight() {
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = bar.current
    const root = document.documentElement
    if (!element || typeof ResizeObserver === 'undefined') return
    root.classList.add('shared-device')
    const observer = new ResizeObserver(() => root.style.setProperty('--shared-bar', `${element.offsetHeight}px`))
    observer.observe(element)
    return () => {
      observer.disconnect()
      root.classList.remove('shared-device')
    }
  }, [])
  return bar
}
