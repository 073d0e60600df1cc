import type { Called } from '#domain/organisation.ts'
import type { Role } from '#domain/roles.ts'
import { ownNamesIn } from '#queries/ownNames.ts'
import { useWords } from '#ui/words.ts'
import { useView } from './view.ts'

/** The roles as this compound calls them. */
export function useRoleNames(): Readonly<Record<Role, string>> {
  const { roles } = useWords().people
  return { ...roles, ...useView(ownNamesIn) }
}

/** Everything that a compound may call by a word of its own: by that word, else by ours. */
export function useCalled(): (key: Called) => string {
  const { people, organisation } = useWords()
  const own = useView(ownNamesIn)
  return (key) => own[key] ?? { ...people.roles, ...organisation.names }[key]
}
