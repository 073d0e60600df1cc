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
  const stack = error.stack ?? ''
  // The stack begins with the message, and a message can look like a stack.
  const behind = stack.indexOf(error.message) + error.message.length
  const frames = stack.slice(behind).split('\n')
  return {
    error: error.name,
    ...(typeof code === 'string' && /^[\w-]{1,40}$/.test(code) && { code }),
    at: frames
      .map((line) => line.trim())
      .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
      .slice(0, 8),
  }
}
