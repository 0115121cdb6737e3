/**
 * The sessions of the application sign in as one of two roles of this database alone, each a member of the role its rights
 * are written for. Their passwords are drawn here and kept where the owner alone reads them.
 */
import { randomBytes } from 'node:crypto'
import { Client, type ClientConfig, type PoolClient } from 'pg'
import { ProblemError } from '#domain/problem.ts'
import { engineRole, readerRole } from './policies.ts'

export interface Logins {
  readonly reader: ClientConfig
  readonly engine: ClientConfig
}

/** Opens both where they are not there yet. The session is of the owner, inside no transaction. */
export async function openLogins(session: PoolClient, connection: ClientConfig): Promise<Logins> {
  await session.query("select pg_advisory_lock(hashtext('zhiren rights'))")
  try {
    const reader = await openLogin(session, readerRole)
    const engine = await openLogin(session, engineRole)
    return { reader: signedInAs(connection, reader), engine: signedInAs(connection, engine) }
  } finally {
    await session.query("select pg_advisory_unlock(hashtext('zhiren rights'))")
  }
}

interface Login {
  readonly user: string
  readonly password: string
}

async function openLogin(session: PoolClient, of: string): Promise<Login> {
  const { rows } = await session.query<{ role: string; password: string | null; isThere: boolean }>(
    `select role, password, exists (select from pg_roles where rolname = role) as "isThere"
     from (select ($1 || '_' || oid)::name as role from pg_database where datname = current_database()) wanted
       left join rights.login using (role)`,
    [of],
  )
  const [known] = rows
  if (known === undefined) throw new Error('a session has a database')
  const { role } = known
  if (known.isThere && known.password !== null) return { user: role, password: known.password }
  const password = randomBytes(24).toString('base64url')
  // The owner, who need not be a superuser, sees what these sessions are doing only as a member.
  const made = known.isThere
    ? `alter role ${role} login password '${password}'`
    : `create role ${role} login password '${password}' in role ${of}; grant ${role} to current_user`
  await session.query('begin')
  try {
    await session.query(made)
    await session.query(
      'insert into rights.login values ($1, $2) on conflict (role) do update set password = excluded.password',
      [role, password],
    )
    await session.query('commit')
  } catch (error) {
    await session.query('rollback')
    throw cannotOpen(error as Error)
  }
  return { user: role, password }
}

/** The same server and database, as somebody else. */
function signedInAs(connection: ClientConfig, login: Login): ClientConfig {
  const { host, port, database, ssl } = new Client(connection)
  return { host, port, ...(database !== undefined && { database }), ssl, ...login }
}

const cannotOpen = (error: Error): ProblemError =>
  new ProblemError({
    code: 'database-roles-refused',
    message: {
      zh: `数据库不允许建立程序使用的登录角色：${error.message}`,
      en: `The database refuses to make the roles that the program signs in as: ${error.message}`,
    },
    mend: {
      zh: '让 DATABASE_URL 中的账户拥有 CREATEROLE 权限，并且是 zhiren_reader、zhiren_engine 的管理者。',
      en: 'Give the user of DATABASE_URL the right CREATEROLE, and make it an admin of zhiren_reader and zhiren_engine.',
    },
  })
