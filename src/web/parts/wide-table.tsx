import type { ReactNode } from 'react'
import './wide-table.css'

/** A table that keeps its width and is moved sideways, by keys too, where the window is narrower. */
export function WideTable({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    <div className="wide-table" tabIndex={0} role="region" aria-label={label}>
      <table className={className}>{children}</table>
    </div>
  )
}
