import type { ReactNode } from 'react'

/** A table that scrolls by itself where the window is narrow, also from the keyboard. */
export function WideTable({
  label,
  className = '',
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    <div className="sheet-scroll" role="group" aria-label={label} tabIndex={0}>
      <table className={`figures ${className}`}>{children}</table>
    </div>
  )
}
