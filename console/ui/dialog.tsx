/** Something to be done without leaving the page. Mantine's own header would be a second banner for screen readers. */
import { Group, Modal, type ModalProps } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'

interface DialogProps {
  title: string
  size?: ModalProps['size']
  isOpen?: boolean
  onClose: () => void
  children: ReactNode
}

export function Dialog({ title, size, isOpen = true, onClose, children }: DialogProps) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={size} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content>
        <FocusBack />
        <Group justify="space-between" wrap="nowrap" p="md">
          <Modal.Title fw={700}>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Đóng" />
        </Group>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** Whoever goes by keys is led back to where they were, also when the dialog is taken away whole. */
function FocusBack() {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // Once the rest of the page may be reached again.
      setTimeout(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      })
    },
    [before],
  )
  return null
}
