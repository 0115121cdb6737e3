import { matterListWords } from '../language/words/matters.ts'
import { todoWords } from '../language/words/todos.ts'
import { PageViews } from './page-views.tsx'

const views = [
  { to: '/todos', label: todoWords.menu },
  { to: '/matters', label: matterListWords.menu },
] as const

/** What is due, and the matters that people attend to. */
export const TodoViews = () => <PageViews label={todoWords.group} views={views} />
