import type { PersonId, RecordId } from '#domain/ids.ts'
import { everAppointed, type Member, memberId } from '#domain/member.ts'
import { whereOf } from '#domain/places.ts'
import { nameOf } from '#queries/feedback.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useRoleNames } from '#ui/state/roleNames.ts'
import { useFormats, useWords } from '#ui/words.ts'
import type { Saying } from './says.ts'

export function useSaying(): Saying {
  const { view } = useApp().ctx
  const { reader } = useReader()
  const roles = useRoleNames()
  const words = useWords()
  const formats = useFormats()
  const now = useNow()
  return {
    words,
    formats,
    now,
    roles,
    nameOf: (person: PersonId) => nameOf(view, person),
    appointments: (person) => everAppointed(view.get<Member>(memberId(person))),
    whereOf: (place: RecordId) => whereOf(place, reader.tree),
  }
}
