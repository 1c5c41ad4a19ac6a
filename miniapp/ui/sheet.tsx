/** A sheet over the page, made of the browser's own dialog: it keeps the focus, and Escape closes it. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from './icon.tsx'

interface SheetProps {
  title: string
  isOpen: boolean
  onClose(): void
  children: ReactNode
}

export function Sheet({ title, isOpen, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    if (!element || element.open === isOpen) return
    // A phone too old for dialogs shows the sheet all the same, in the flow of the page.
    if (typeof element.showModal !== 'function') element.toggleAttribute('open', isOpen)
    else if (isOpen) element.showModal()
    else element.close()
  }, [isOpen])
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={id}
      onClose={onClose}
      onClick={event => event.target === dialog.current && onClose()}
      onKeyDown={event => event.key === 'Escape' && onClose()}
    >
      {isOpen && (
        <div className="sheet-body">
          <div className="sheet-top">
            <h2 id={id}>{title}</h2>
            <button type="button" className="header-button" onClick={onClose}>
              <Icon name="close" />
              <span>Đóng</span>
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  )
}
