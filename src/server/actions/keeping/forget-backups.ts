import {
  externalDatabase,
  type ForgetBackupsOptions,
  type ForgottenBackups,
  type Place,
  forgetBackups as run,
} from '#records/keeping/index.ts'

/** Destroys the keys of backups made before a moment. @throws ProblemError `backup-external-database` */
export async function forgetBackups({
  place,
  ...options
}: Omit<ForgetBackupsOptions, 'dataFolder'> & { readonly place: Place }): Promise<ForgottenBackups> {
  if ('databaseUrl' in place) throw externalDatabase()
  return run({ ...options, dataFolder: place.dataFolder })
}
