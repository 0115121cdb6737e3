import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { EarlySignShape } from '#server/contract/index.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { careWords } from '../../../language/words/care.ts'
import { signWords } from '../../../language/words/signs.ts'
import '../../../parts/buttons.css'
import { EvidenceLink } from '../../../parts/evidence.tsx'
import './sign-item.css'
import { TakeUpDialog } from './take-up-dialog.tsx'

/** One sign: how grave, since when, why, and what a person should look at. */
export function SignItem({ sign, about }: { sign: EarlySignShape; about?: boolean }) {
  const { say } = useSpeech()
  return (
    <li className="sign">
      <div>
        <b>{say(sign.label)}</b>
        <span className={`sign-severity ${sign.severity}`}>{say(labelOf('severity', sign.severity))}</span>
        <span className="second">{say(signWords.since, { on: day(sign.raisedOn) })}</span>
        {about && <About sign={sign} />}
      </div>
      <div>
        <p>{say(sign.reason)}</p>
        <div className="second">
          {say(sign.look)} <EvidenceLink evidence={sign.evidence} />
        </div>
        <Attended sign={sign} />
      </div>
    </li>
  )
}

/** What comes first once a person has checked, and the way to the matter in which that is done. */
function Attended({ sign }: { sign: EarlySignShape }) {
  const { say } = useSpeech()
  const [taking, setTaking] = useState(false)
  const { firstStep, matterId, label } = sign
  return (
    <p className="sign-step">
      <span className="second" title={`《${firstStep.basis.instrument}》${firstStep.basis.article}`}>
        {say(careWords.firstStep, { step: say(firstStep.label) })}
      </span>
      {matterId === null ? (
        <button type="button" className="plain-button" onClick={() => setTaking(true)}>
          {say(careWords.takeUp)}
          <span className="out-of-sight"> {say(label)}</span>
        </button>
      ) : (
        <Link to="/matters/$matterId" params={{ matterId }}>
          {say(careWords.taken)}
        </Link>
      )}
      {taking && <TakeUpDialog sign={sign} onClose={() => setTaking(false)} />}
    </p>
  )
}

/** Nobody is named here: the dossier does, when somebody opens it. */
function About({ sign }: { sign: EarlySignShape }) {
  const { say } = useSpeech()
  const { cadreId, postLevel, unit } = sign
  if (cadreId === null)
    return unit ? (
      <span className="sign-about">
        {unit.name ?? unit.unitId}{' '}
        <Link to="/teams/$unitId" params={{ unitId: unit.unitId }}>
          {say(signWords.openTeam)}
        </Link>
      </span>
    ) : null
  return (
    <span className="sign-about">
      {postLevel ? say(signWords.personOf, { level: say(labelOf('postLevel', postLevel)) }) : say(signWords.person)}{' '}
      <Link to="/cadres/$cadreId" params={{ cadreId }} search={{ part: 'matters' }}>
        {say(signWords.open)}
      </Link>
    </span>
  )
}
