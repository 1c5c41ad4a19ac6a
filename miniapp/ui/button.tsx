import type { ReactNode } from 'react'
import { Button as ZaloButton } from 'zmp-ui'
import { phone } from '../zalo/index.ts'
import { Icon, type IconName } from './icon.tsx'

type Look = 'main' | 'plain' | 'danger'

interface ButtonProps {
  children: ReactNode
  icon?: IconName
  look?: Look
  disabled?: boolean
  type?: 'button' | 'submit'
  onClick?(): void
}

/** Zalo's button without its style sheet, which would fetch letters from another host. */
export function Button({ children, icon, look = 'plain', disabled, type = 'button', onClick }: ButtonProps) {
  return (
    <ZaloButton
      htmlType={type}
      className={`button button-${look}`}
      disabled={disabled}
      onClick={onClick}
      prefixIcon={icon && <Icon name={icon} />}
    >
      {children}
    </ZaloButton>
  )
}

interface CallButtonProps {
  number: string
  children: ReactNode
  look?: Look
}

/** Dials; the number as the ward writes it may hold spaces and dots. Inside Zalo the phone is asked through Zalo. */
export function CallButton({ number, children, look = 'plain' }: CallButtonProps) {
  const digits = number.replace(/[^\d+]/g, '')
  return (
    <a
      className={`button button-${look}`}
      href={`tel:${digits}`}
      onClick={event => {
        if (!phone.isInsideZalo) return
        event.preventDefault()
        void phone.call(digits)
      }}
    >
      <Icon name="phone" />
      <span>{children}</span>
    </a>
  )
}

interface OutLinkProps {
  href: string
  children: ReactNode
  className?: string
}

/** Leaves the app. */
export function OutLink({ href, children, className }: OutLinkProps) {
  return (
    <a
      className={className}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      onClick={event => {
        if (!phone.isInsideZalo) return
        event.preventDefault()
        void phone.openLink(href)
      }}
    >
      {children}
    </a>
  )
}
