import { Popover } from 'antd'
import { type ReactElement, useState } from 'react'
import { FieldList, type OfferedTopic } from './field-list.tsx'

interface FieldChoiceProps {
  readonly topics: readonly OfferedTopic[]
  /** What opens the list. */
  readonly children: ReactElement
  onPick(id: string, value?: string): void
}

/** A button that opens the list of fields and closes it on a choice. */
export function FieldChoice({ topics, children, onPick }: FieldChoiceProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <FieldList
          topics={topics}
          onPick={(id, value) => {
            setOpen(false)
            onPick(id, value)
          }}
        />
      }
    >
      {children}
    </Popover>
  )
}
