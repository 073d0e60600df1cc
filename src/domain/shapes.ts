import { is, pipe, regex, string } from 'valibot'

/** An ISO instant in UTC, as devices and servers write it. */
export const instant = pipe(string(), regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/))

/** A number that can be called: of a haulier, of the duty desk. */
export const telephone = pipe(string(), regex(/^[\d+\- ]{3,20}$/))

export function isTelephone(text: string): boolean {
  return is(telephone, text)
}
