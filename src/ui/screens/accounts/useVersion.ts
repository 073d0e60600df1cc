import type { Content } from '#domain/wall/publication.ts'
import { dayOf } from '#domain/workingDays.ts'
import { type SheetVersion, versionOf } from '#queries/accountsPage.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** Which version of the wall a printout is, in words for its foot: an older one is told from a newer by it. */
export function useVersion(
  of: Parameters<typeof versionOf>[1],
  now: Content,
): { readonly version: SheetVersion; readonly said: string } {
  const { paper } = useWords().accounts
  const { number } = useFormats()
  const { reader } = useReader()
  const version = versionOf(reader, of, now, dayOf)
  const said =
    version.is === 'never'
      ? paper.draft
      : (version.is === 'hangs' ? paper.version : paper.differs)(number(version.n), version.day)
  return { version, said }
}
