import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Frame } from '#ui/parts/Frame.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'

export type WhyNot = 'notSecure' | 'noDisk' | 'tooOld' | 'blocked' | 'newer' | 'notOpened'

/** Before anybody writes a word: why nothing could be kept here, and what to ask for. Stands without the app around it. */
export function CannotKeep({ why }: { why: WhyNot }) {
  const { common, start } = useWords()
  return (
    <Frame header={<Header title={common.name} />}>
      <ErrorPanel title={start[why].title} text={start[why].text}>
        <Key look="primary" label={start.again} onPress={() => location.reload()} />
      </ErrorPanel>
    </Frame>
  )
}
