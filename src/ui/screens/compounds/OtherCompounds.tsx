import Houses from '~icons/lucide/building-2'
import { Key } from '#ui/parts/Key.tsx'
import { useHeld } from '#ui/useHeld.ts'
import { useWords } from '#ui/words.ts'

/** The other compounds of this phone, a key for each: one press opens it, with or without a network. */
export function OtherCompounds({ wide }: { wide?: boolean }) {
  const { compounds: words } = useWords()
  const { several, held } = useHeld()
  return (
    <>
      {held.map(({ beside, name, unsent }) => (
        <Key
          key={beside ?? ''}
          look="quiet"
          wide={wide}
          icon={Houses}
          label={words.goTo(name)}
          sub={unsent === undefined || unsent === 0 ? undefined : words.unsent(unsent)}
          onPress={() => several?.goTo(beside)}
        />
      ))}
    </>
  )
}
