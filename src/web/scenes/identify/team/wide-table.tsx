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
    <section className="sheet-scroll" aria-label={label} tabIndex={0}>
      <table className={`figures ${className}`}>{children}</table>
    </section>
  )
}
