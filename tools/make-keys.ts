/**
 * Makes the keys of a site in a folder, each once: `node_modules/node/bin/node tools/make-keys.ts /etc/zhiren/keys`. What is there
 * already stays.
 */
import { backupKeyOrNew, signingKeyOrNew } from '#records/keeping/index.ts'

const [folder, ...more] = process.argv.slice(2)
if (folder === undefined || more.length > 0) {
  process.stderr.write('用法 · usage: node tools/make-keys.ts FOLDER\n')
  process.exit(2)
}
const keys = [
  ...['accounts.key', 'fields.key', 'backup.key'].map((name) => backupKeyOrNew(`${folder}/${name}`)),
  signingKeyOrNew(`${folder}/audit-signing.pem`),
]
for (const { file, isNew } of keys) process.stderr.write(`${file}${isNew ? '' : ' 已有 · was there'}\n`)
