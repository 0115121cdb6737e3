interface SecretFieldProps {
  readonly label: string
  readonly name: string
  readonly value: string
  /** Shown as it is typed: a code, a name. */
  readonly isOpen?: boolean
  readonly autoComplete?: 'current-password' | 'new-password' | 'one-time-code' | 'off'
  onChange(value: string): void
}

export function SecretField({ label, name, value, isOpen, autoComplete = 'off', onChange }: SecretFieldProps) {
  return (
    <label className="account-field">
      <span>{label}</span>
      <input
        name={name}
        type={isOpen ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
