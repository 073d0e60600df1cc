/**
 * What of an error may stand in a log: its kind, its code and where it was thrown. Messages stay out: they can quote what
 * somebody wrote.
 */
export function withoutPersons(error: unknown): {
  readonly error: string
  readonly code?: string
  readonly at: readonly string[]
} {
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  const { code } = error as { code?: unknown }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    error: error.name,
    ...(typeof code === 'string' && /^[\w-]{1,40}$/.test(code) && { code }),
    at: frames.slice(0, 8).map((line) => line.trim()),
  }
}
