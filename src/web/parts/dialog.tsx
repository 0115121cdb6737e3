import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useFocusBack } from './use-focus-back.ts'

interface DialogProps {
  readonly title: string
  readonly width?: number
  onClose(): void
  readonly children: ReactNode
}

/** What is asked over the page, as long as it is drawn. */
export function Dialog({ title, width = 520, onClose, children }: DialogProps) {
  useFocusBack()
  return (
    <Modal open title={title} footer={null} onCancel={onClose} width={width}>
      {children}
    </Modal>
  )
}
