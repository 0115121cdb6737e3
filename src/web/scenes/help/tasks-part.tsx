import { Link } from '@tanstack/react-router'
import { taskPlaces } from '../../help/tasks.ts'
import { useSpeech } from '../../language/language.tsx'
import { helpWords as words } from '../../language/words/help.ts'
import { type HelpTask, helpTaskWords } from '../../language/words/help-tasks.ts'

const tasks = Object.keys(helpTaskWords) as readonly HelpTask[]

/** The common jobs, step by step, each with the page where it begins. */
export function TasksPart() {
  const { say } = useSpeech()
  return (
    <div className="help-tasks">
      {tasks.map((task) => (
        <article key={task} id={task} className="help-task">
          <h2>{say(helpTaskWords[task].title)}</h2>
          <ol>
            {helpTaskWords[task].steps.map((step) => (
              <li key={step.en}>{say(step)}</li>
            ))}
          </ol>
          <Link to={taskPlaces[task]} aria-label={`${say(words.begin)}: ${say(helpTaskWords[task].title)}`}>
            {say(words.begin)}
          </Link>
        </article>
      ))}
    </div>
  )
}
