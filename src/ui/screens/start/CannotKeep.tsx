import { useState } from 'preact/hooks'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Frame } from '#ui/parts/Frame.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import type { Filed } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

export type WhyNot = 'notSecure' | 'noDisk' | 'tooOld' | 'blocked' | 'newer' | 'notOpened'

/**
 * Before anybody writes a word: why nothing could be kept here, and what to ask for. Stands without the app around it.
 * `toFile`: where something was kept before, what is not sent yet can still be carried to the office.
 */
export function CannotKeep(props: {
  why: WhyNot
  toFile?: () => Promise<Filed>
  /** This browser holds another compound, which may open. */
  elsewhere?: (() => void) | undefined
}) {
  const { why, toFile, elsewhere } = props
  const { common, start } = useWords()
  const [filed, setFiled] = useState<Filed>()
  return (
    <Frame header={<Header title={common.name} />}>
      <ErrorPanel title={start[why].title} text={start[why].text}>
        <Key look="primary" label={start.again} onPress={() => location.reload()} />
        {toFile && (
          <Key look="quiet" label={start.toFile} onPress={() => void toFile().then((is) => setFiled(is))} />
        )}
        {elsewhere && <Key look="quiet" label={start.elsewhere} onPress={elsewhere} />}
        {filed && filed !== 'cancelled' && <p role="status">{start.filed[filed]}</p>}
      </ErrorPanel>
    </Frame>
  )
}
