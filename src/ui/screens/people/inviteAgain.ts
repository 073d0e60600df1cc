import type { PersonId } from '#domain/ids.ts'

/** The screen on which somebody of the list is invited once more, as the person they are. */
export const inviteAgain = (person: PersonId): string => `/people/invite?person=${encodeURIComponent(person)}`
