/** Something to be done without leaving the page. Mantine's own header would be a second banner for screen readers. */
import { Group, Modal, type ModalProps } from '@mantine/core'
import type { ReactNode } from 'react'

export function Dialog({
  title,
  size,
  isOpen = true,
  onClose,
  children,
}: {
  title: string
  size?: ModalProps['size']
  isOpen?: boolean
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={size} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content>
        <Group justify="space-between" wrap="nowrap" p="md">
          <Modal.Title fw={700}>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Đóng" />
        </Group>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
