/** Builds the pages without starting anything, for a folder or an image in which nothing is written later. */
import { buildWeb } from '#server/actions/build-web.ts'

process.stderr.write(`${await buildWeb()}\n`)
