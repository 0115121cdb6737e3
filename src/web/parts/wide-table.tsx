import type { ReactNode } from 'react'

/** A table that keeps its width and is moved sideways, by keys too, where the window is narrower. */
export function WideTable({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    <div className="sheet-scroll" tabIndex={0} role="group" aria-label={label}>
      <table className={className} aria-label={label}>
        {children}
      </table>
    </div>
  )
}
