import { lazy, type ReactNode, Suspense, useState } from 'react'

const AnalysisDialog = lazy(async () => ({ default: (await import('./analysis-dialog.tsx')).AnalysisDialog }))

interface AnalyseAgainProps {
  readonly className: string
  /** What it does, where the button says something else. */
  readonly label?: string
  readonly children: ReactNode
}

/** The way to a new analysis, wherever its lack is felt. */
export function AnalyseAgain({ className, label, children }: AnalyseAgainProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" className={className} aria-label={label} title={label} onClick={() => setIsOpen(true)}>
        {children}
      </button>
      {isOpen && (
        <Suspense>
          <AnalysisDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
