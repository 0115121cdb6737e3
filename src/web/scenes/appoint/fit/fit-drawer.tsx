import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useState } from 'react'
import { useSpeech } from '../../../language/language.tsx'
import { fitWords as words } from '../../../language/words/fit.ts'
import { FitDetail } from './fit-detail.tsx'

interface FitDrawerProps {
  readonly positionId: string
  readonly cadre: { readonly cadreId: string; readonly name: string }
}

/** The fit of a pair, opened beside the list that one is looking at; nothing is read before it is opened. */
export function FitDrawer({ positionId, cadre: { cadreId, name } }: FitDrawerProps) {
  const { say } = useSpeech()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="plain-button" onClick={() => setOpen(true)}>
        {say(words.open)}
      </button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={say(words.title, { name })}
        size="min(960px, 100vw)"
        destroyOnHidden
        extra={
          <Link to="/vacancies/$positionId/cadres/$cadreId/fit" params={{ positionId, cadreId }}>
            {say(words.ownPage)}
          </Link>
        }
      >
        {open && <FitDetail positionId={positionId} cadreId={cadreId} />}
      </Drawer>
    </>
  )
}
